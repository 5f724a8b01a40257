import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { hasRegister } from '../../src/main/data-dir.ts';
import { migrations } from '../../src/main/register/migrate.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { temporaryFolder } from '../support/offices.ts';
import { office } from '../support/processes.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

describe('where there is no register', () => {
  test.each([[['verify']], [['report', '--month', '2024-03']], [['agreement', '1', '--out', 'a.docx']]])(
    '%j makes none and names the folder',
    async (words) => {
      const folder = join(temporaryFolder(), '写错的文件夹');
      const { code, json, err } = await office(...words, '--data', folder);
      expect({ code, json }).toStrictEqual({ code: 1, json: null });
      expect(err).toContain(`这个文件夹里没有登记簿：${folder}`);
      expect(existsSync(folder)).toBe(false);
    },
  );

  test('none is made in a folder that exists', async () => {
    const folder = temporaryFolder();
    expect(await office('verify', '--data', folder)).toMatchObject({ code: 1, json: null });
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  test('an empty file is no register, and one that was opened is', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'register.db'), '');
    expect(hasRegister(folder)).toBe(false);
    closeRegister(openRegister(folder));
    expect(hasRegister(folder)).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  /** The modes of everything in a folder while the register in it is open. */
  function modesAfterOpening(folder: string): Readonly<Record<string, number>> {
    const connection = openRegister(folder);
    connection.database.exec('CREATE TABLE IF NOT EXISTS made_by_this_test (id INTEGER)');
    const modes = Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
    closeRegister(connection);
    return modes;
  }

  function withUmask<T>(umask: number, action: () => T): T {
    const before = process.umask(umask);
    try {
      return action();
    } finally {
      process.umask(before);
    }
  }

  test('is its owner’s alone where the program makes it, with all that is in it', () => {
    const folder = join(temporaryFolder(), '账号', 'register');
    const modes = withUmask(0o022, () => modesAfterOpening(folder));
    expect(modeOf(folder)).toBe(0o700);
    expect(modeOf(join(folder, '..'))).toBe(0o700);
    expect(modes).toStrictEqual({ 'register.db': 0o600, 'register.db-shm': 0o600, 'register.db-wal': 0o600 });
  });

  test('keeps its mode where it is there already, and so does the register', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    expect(withUmask(0o022, () => modesAfterOpening(folder))['register.db']).toBe(0o600);
    expect(modeOf(folder)).toBe(0o755);
    chmodSync(join(folder, 'register.db'), 0o640);
    expect(modesAfterOpening(folder)['register.db']).toBe(0o640);
  });

  test('that was set up for a group of accounts gets a register for that group', () => {
    const folder = join(temporaryFolder(), '共用');
    mkdirSync(folder);
    chmodSync(folder, 0o2770);
    expect(withUmask(0o022, () => modesAfterOpening(folder))['register.db']).toBe(0o660);
  });

  test('holds a copy made before a migration that is no more open than the register', () => {
    const folder = temporaryFolder();
    const older = migrations().slice(0, 1);
    closeRegister(openRegister(folder, older));
    const added = { version: 2, name: '0002-later.sql', sql: 'CREATE TABLE later (id INTEGER) STRICT;' };
    withUmask(0o022, () => closeRegister(openRegister(folder, [...older, added])));
    expect(modeOf(join(folder, 'register-before-v2.db'))).toBe(0o600);
  });
});
