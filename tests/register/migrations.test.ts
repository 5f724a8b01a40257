import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrationHash, migrations } from '../../src/main/register/migrate.ts';
import { closeRegister, isNetworkFolder, openRegister } from '../../src/main/register/open.ts';
import { expectGolden } from '../support/golden.ts';
import { temporaryFolder } from '../support/offices.ts';

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
    expect(() => openRegister(folder)).toThrow('不是本程序的台账');
    expect(readFileSync(file, 'utf8')).toBe(content);
  }
  const folder = temporaryFolder();
  const foreign = new SqliteDatabase(join(folder, 'register.db'));
  foreign.exec('CREATE TABLE notes (text)');
  foreign.close();
  expect(() => openRegister(folder)).toThrow('不是本程序的台账');
});

test('an older register is brought forward after a verified copy was made', () => {
  const folder = temporaryFolder();
  closeRegister(openRegister(folder));
  const file = join(folder, 'register.db');
  const older = new SqliteDatabase(file);
  const version = older.pragma('user_version', { simple: true }) as number;
  older.close();
  const calls: number[] = [];
  const again = new SqliteDatabase(file);
  migrate(again, (from) => calls.push(from));
  expect(calls, 'an up-to-date register needs no copy').toEqual([]);
  expect(again.pragma('user_version', { simple: true })).toBe(version);
  again.close();
  copyFileSync(file, `${file}.seen`);
  expect(existsSync(join(folder, 'register-before-v2.db'))).toBe(false);
  expect(statSync(`${file}.seen`).size).toBeGreaterThan(0);
});

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
