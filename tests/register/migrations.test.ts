import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createOffice } from '../../src/main/office.ts';
import { type Migration, migrate, migrationHash, migrations } from '../../src/main/register/migrate.ts';
import { applicationId, closeRegister, isNetworkFolder, openRegister } from '../../src/main/register/open.ts';
import { expectGolden } from '../support/golden.ts';
import { temporaryFolder } from '../support/offices.ts';
import { aPlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

const sealedFile = new URL('../../src/main/register/migrations/sealed.json', import.meta.url);
const sealed = JSON.parse(readFileSync(sealedFile, 'utf8')) as Record<string, string>;

function schemaOf(database: SqliteDatabase.Database): string {
  const rows = database
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'case_search_%' ORDER BY type, name`,
    )
    .all() as { sql: string }[];
  return `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

test('released migrations never change', () => {
  for (const migration of migrations()) {
    const seal = sealed[migration.name];
    if (seal === undefined) continue;
    expect(
      migrationHash(migration),
      `${migration.name} is released and must stay as it is: put the change into migration ${migrations().length + 1}`,
    ).toBe(seal);
  }
});

test('every sealed migration is still there', () => {
  const names = migrations().map((migration) => migration.name);
  expect(Object.keys(sealed).filter((name) => !names.includes(name))).toEqual([]);
});

test('the schema of a new register is the golden one', () => {
  const database = new SqliteDatabase(':memory:');
  migrate(database, () => {});
  expectGolden('register/schema.sql', schemaOf(database));
  database.close();
});

test('every table of the schema file has the columns of the register', async () => {
  const database = new SqliteDatabase(':memory:');
  migrate(database, () => {});
  const source = readFileSync(new URL('../../src/main/register/schema.ts', import.meta.url), 'utf8');
  const typeOfTable = new Map(
    [...source.matchAll(/^ {2}(\w+): (\w+Table);$/gm)].map((match) => [match[1], match[2]]),
  );
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'case_search%' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string }[];
  expect([...typeOfTable.keys()].sort()).toEqual(tables.map((table) => table.name).sort());
  for (const [table, type] of typeOfTable) {
    const body = new RegExp(`export type ${type} = \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
    const declared = [...body.matchAll(/(\w+): /g)].map((match) => match[1]);
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(
      (column) => column.name,
    );
    expect(declared, `${type} in schema.ts and table ${table} in the migrations`).toEqual(columns);
  }
  database.close();
});

test('a register written by a newer program is refused and left as it was', () => {
  const folder = temporaryFolder();
  closeRegister(openRegister(folder));
  const file = join(folder, 'register.db');
  const newer = new SqliteDatabase(file);
  newer.pragma('user_version = 999');
  newer.pragma('wal_checkpoint(TRUNCATE)');
  newer.close();
  const before = readFileSync(file);
  expect(() => openRegister(folder)).toThrow('更新版本的程序');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no register of ours is refused and left as it was', () => {
  for (const content of ['PK\u0003\u0004 a zip', 'x'.repeat(5000)]) {
    const folder = temporaryFolder();
    const file = join(folder, 'register.db');
    writeFileSync(file, content);
    expect(() => openRegister(folder)).toThrow('不是本程序的登记簿');
    expect(readFileSync(file, 'utf8')).toBe(content);
  }
  const folder = temporaryFolder();
  const foreign = new SqliteDatabase(join(folder, 'register.db'));
  foreign.exec('CREATE TABLE notes (text)');
  foreign.close();
  expect(() => openRegister(folder)).toThrow('不是本程序的登记簿');
});

test('an up-to-date register is opened as it is, without a copy', () => {
  const folder = temporaryFolder();
  closeRegister(openRegister(folder));
  closeRegister(openRegister(folder));
  expect(readdirSync(folder)).toEqual(['register.db']);
});

describe('a register of last year’s program', () => {
  const released = migrations();
  const last = released.length;
  const later = (offset: number, sql: string): Migration => ({
    version: last + offset,
    name: `${String(last + offset).padStart(4, '0')}-later.sql`,
    sql,
  });
  const column = later(1, 'ALTER TABLE mediators ADD COLUMN second_phone TEXT;');
  const names = ['丁调解', '戊调解', '戊调解', '戊调解', '己调解'];

  /** A folder with a register at the last version, with rows, as the program leaves it when it is closed. */
  function lastYears(): { readonly folder: string; readonly file: string; readonly bytes: Buffer } {
    const folder = temporaryFolder();
    const register = openRegister(folder, released);
    writePlainWorld(register);
    writePlainCases(register, [aPlainCase({ claimFen: 12_345 }), aPlainCase({ claimFen: null })]);
    closeRegister(register);
    const file = join(folder, 'register.db');
    return { folder, file, bytes: readFileSync(file) };
  }

  function copiesIn(folder: string): readonly string[] {
    return readdirSync(folder).filter((name) => !name.startsWith('register.db'));
  }

  function contentOf(file: string) {
    const database = new SqliteDatabase(file, { readonly: true });
    onTestFinished(() => void database.close());
    return {
      version: database.pragma('user_version', { simple: true }),
      mark: database.pragma('application_id', { simple: true }),
      sound: database.pragma('integrity_check', { simple: true }),
      broken: database.pragma('foreign_key_check'),
      mediators: database.prepare('SELECT name FROM mediators ORDER BY id').pluck().all(),
      claims: database.prepare('SELECT claim_fen FROM cases ORDER BY id').pluck().all(),
      figures: database.prepare('SELECT count(*) FROM case_figures').pluck().get(),
      schema: schemaOf(database),
    };
  }

  const kept = {
    version: last,
    mark: applicationId,
    sound: 'ok',
    broken: [],
    mediators: names,
    claims: [12_345, null],
    figures: 2,
  };

  test('is brought forward with its rows, after a copy of it that is sound', () => {
    const { folder, file } = lastYears();
    const before = contentOf(file);
    expect(before).toMatchObject(kept);
    const register = openRegister(folder, [...released, column]);
    expect(register.database.pragma('foreign_keys', { simple: true })).toBe(1);
    closeRegister(register);
    expect(copiesIn(folder)).toEqual([`register-before-v${last + 1}.db`]);
    expect(contentOf(file)).toMatchObject({ ...kept, version: last + 1 });
    expect(contentOf(file).schema).toContain('second_phone');
    const copy = join(folder, `register-before-v${last + 1}.db`);
    expect(contentOf(copy)).toEqual(before);
    expect(statSync(copy).mode, 'nobody else may read the copy').toBe(statSync(file).mode);
  });

  test('ends with the schema of a register that was made anew', () => {
    const { file, folder } = lastYears();
    closeRegister(openRegister(folder, [...released, column]));
    const anew = temporaryFolder();
    closeRegister(openRegister(anew, [...released, column]));
    expect(contentOf(file).schema).toBe(contentOf(join(anew, 'register.db')).schema);
  });

  test('is opened by no older program afterwards, and its copy by the older one', () => {
    const { file, folder } = lastYears();
    closeRegister(openRegister(folder, [...released, column]));
    expect(() => openRegister(folder, released)).toThrow('更新版本的程序');
    copyFileSync(join(folder, `register-before-v${last + 1}.db`), file);
    closeRegister(openRegister(folder, released));
    expect(contentOf(file)).toMatchObject(kept);
  });

  test.each([
    ['stops half way', 'UPDATE mediators SET name = NULL;'],
    ['is no SQL', 'ALTER TABEL mediators;'],
    [
      'breaks a reference',
      "DELETE FROM causes WHERE id = 1; INSERT INTO causes (id, edition, name) VALUES (9, '2025', '无');",
    ],
    [
      'loses rows while it makes a table anew',
      `CREATE TABLE remade (id INTEGER PRIMARY KEY, form TEXT) STRICT;
       DROP TABLE payments; ALTER TABLE remade RENAME TO payments; DELETE FROM mediators WHERE id = 5;`,
    ],
  ])('stays as it was where a migration %s, and the program says so', (_what, sql) => {
    const { folder, file, bytes } = lastYears();
    const broken = later(1, `ALTER TABLE mediators ADD COLUMN second_phone TEXT;\n${sql}`);
    expect(refusalOf(() => openRegister(folder, [...released, broken]))).toMatchObject({
      reason: 'notBroughtForward',
      sentence: expect.stringMatching(/撤回.*register-before-v….db.*不要删除/),
      cause: expect.any(Error),
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(copiesIn(folder)).toEqual([`register-before-v${last + 1}.db`]);
    expect(contentOf(join(folder, `register-before-v${last + 1}.db`))).toMatchObject(kept);
    closeRegister(openRegister(folder, released));
    closeRegister(openRegister(folder, [...released, column]));
    expect(contentOf(file)).toMatchObject({ ...kept, version: last + 1 });
  });

  test('keeps the steps that were done, and goes on from there with the mended program', () => {
    const { folder, file } = lastYears();
    const broken = [...released, column, later(2, 'DELETE FROM nothing;')];
    expect(refusalOf(() => openRegister(folder, broken))).toMatchObject({ reason: 'notBroughtForward' });
    expect(contentOf(file)).toMatchObject({ ...kept, version: last + 1 });
    const mended = [...released, column, later(2, 'CREATE TABLE letters (id INTEGER PRIMARY KEY) STRICT;')];
    closeRegister(openRegister(folder, mended));
    expect(contentOf(file)).toMatchObject({ ...kept, version: last + 2 });
    expect(copiesIn(folder)).toEqual([`register-before-v${last + 1}.db`, `register-before-v${last + 2}.db`]);
  });

  test('is left to the other process where that one was faster', () => {
    const { folder, file } = lastYears();
    const slower = new SqliteDatabase(file);
    migrate(slower, () => closeRegister(openRegister(folder, [...released, column])), [...released, column]);
    slower.close();
    expect(contentOf(file)).toMatchObject({ ...kept, version: last + 1 });
  });
});

test('what stopped a migration is in the log, without what the rows say', async () => {
  const dataDir = temporaryFolder();
  const database = new SqliteDatabase(join(dataDir, 'register.db'));
  database.pragma(`application_id = ${applicationId}`);
  database.exec('CREATE TABLE office (name TEXT)');
  database.close();
  await expect(createOffice({ dataDir })).rejects.toMatchObject({ reason: 'notBroughtForward' });
  expect(readFileSync(join(dataDir, 'faults.log'), 'utf8')).toMatch(
    /^\S+Z [0-9a-f]{8} SqliteError SQLITE_ERROR\n\s+at /,
  );
});

function refusalOf(open: () => unknown): unknown {
  try {
    open();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['a Windows share', '\\\\server\\share', 0, true],
  ['CIFS', '/mnt/court', 0xff534d42, true],
  ['SMB2', '/mnt/court', 0xfe534d42, true],
  ['NFS', '/mnt/court', 0x6969, true],
  ['a synced folder', '/home/u/sync', 0x65735546, true],
  ['ext4', '/home/u', 0xef53, false],
  ['btrfs', '/home/u', 0x9123683e, false],
  ['a negative number of CIFS', '/mnt/court', 0xff534d42 | 0, true],
])('%s: whether the register may lie there', (_name, folder, type, network) => {
  expect(isNetworkFolder(folder, () => type)).toBe(network);
});
