import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDefinedError, safe } from '@orpc/client';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Progress } from '#shared/contract/procedure.ts';
import { createOffice, type Office } from '../../src/main/office.ts';
import { ledger as aLedger, run } from '../procedures/ledger-files.ts';
import { type HostedOffice, hosts } from '../support/hosts.ts';

// A worker thread and two thousand cells on a machine that may be busy with others.
vi.setConfig({ testTimeout: 180_000 });

const ledger = () =>
  new File([new Uint8Array(readFileSync('resources/demo/ledger-2024.xlsx'))], '台账 2024.xlsx');

describe.each(Object.entries(hosts))('the office %s', (_name, connect) => {
  let dataDir: string;
  let office: Office;
  let hosted: HostedOffice;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'one-office-'));
    office = await createOffice({ dataDir });
    hosted = await connect(office);
  });
  afterAll(async () => {
    await hosted.dispose();
    await office.close();
    rmSync(dataDir, { recursive: true });
  });

  test('refuses a command while nobody is at work, with the contract’s own error', async () => {
    const { error } = await safe(hosted.client.drafts.save({ id: null, content: {} }));
    expect(isDefinedError(error) && [error.code, error.data]).toStrictEqual([
      'FORBIDDEN',
      { what: 'nobodyAtWork' },
    ]);
  });

  test('names the field that is not as the contract says', async () => {
    const { error } = await safe(hosted.client.office.begin({ name: '' }));
    expect(isDefinedError(error) && error.code).toBe('INVALID');
    expect(isDefinedError(error) && error.data).toMatchObject({ issues: [{ path: 'name' }] });
  });

  test('takes a file, tells how far it is, and gives the result', async () => {
    await hosted.client.office.begin({ name: '演示甲' });
    const task = await hosted.client.imports.preview({ file: ledger(), mapping: null });
    const heard: Progress[] = [];
    for (;;) {
      const step = await task.next();
      if (step.done === true) {
        expect(step.value).toMatchObject({ imported: 865, skipped: 0 });
        break;
      }
      heard.push(step.value);
    }
    expect(heard.map(({ stage }) => stage)).toContain('reading');
  });

  test('gives a file with its Chinese name and its bytes', async () => {
    const file = await hosted.client.mediators.rosterTemplate();
    expect(file.name).toMatch(/\p{Script=Han}.*\.xlsx$/u);
    expect(new Uint8Array(await file.slice(0, 2).arrayBuffer())).toStrictEqual(new Uint8Array([0x50, 0x4b]));
  });

  test('tells of a change as soon as there is one, until the listener goes', async () => {
    const changes = await hosted.client.office.changes();
    const heard = changes.next();
    await hosted.client.office.saveStaff({
      id: null,
      version: null,
      name: '演示乙',
      post: null,
      active: true,
    });
    expect((await heard).done).toBe(false);
    await changes.return?.();
  });

  test('keeps a draft without telling the other pages to ask anew', async () => {
    const { client } = hosted;
    await client.office.begin({ name: '演示甲' });
    const changes = await client.office.changes();
    const heard = changes.next();
    await client.office.overview();
    const { id } = await client.drafts.save({ id: null, content: { applicant: '甲样例' } });
    await client.drafts.save({ id, content: { applicant: '甲样例', phone: '' } });
    await client.drafts.discard({ id });
    // Longer than the look for what other processes have written, which must not take it for theirs either.
    expect(await Promise.race([heard, wait(1500, 'nothing')])).toBe('nothing');
    await client.office.saveStaff({ id: null, version: null, name: '演示丙', post: null, active: true });
    expect(await heard).toMatchObject({ done: false });
    await changes.return?.();
  });

  test('refuses a file inside a task with the same error as outside one', async () => {
    const { client } = hosted;
    await client.office.begin({ name: '演示甲' });
    const letter = new File(['你好，\n这不是台账。'], '信.csv');
    const asking = [
      () => run(client, letter),
      () => client.imports.refusedRows({ file: letter, mapping: null }),
    ];
    for (const ask of asking) {
      const { error } = await safe<unknown, Error>(ask());
      expect(isDefinedError(error)).toBe(true);
      expect(error).toMatchObject({
        code: 'REFUSED',
        status: 409,
        data: { reason: 'unreadableFile', detail: { sentence: expect.stringContaining('工作表') } },
      });
    }
  });

  test('logs what goes wrong inside a task by its name, code and place, without anybody’s name', async () => {
    const { client } = hosted;
    await client.office.begin({ name: '演示甲' });
    const log = join(dataDir, 'faults.log');
    writeFileSync(log, '');
    const database = new SqliteDatabase(join(dataDir, 'register.db'));
    onTestFinished(() => {
      database.exec('DROP TRIGGER fails');
      database.close();
    });
    // The message names a person, on a line that looks like a place in the program.
    database.exec(`CREATE TRIGGER fails BEFORE INSERT ON parties
      BEGIN SELECT RAISE(ABORT, NEW.name || char(10) || '    at ' || NEW.name); END`);
    const { error } = await safe<unknown, Error>(run(client, aLedger({})));
    expect(isDefinedError(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'FAULT',
      status: 500,
      data: { id: expect.stringMatching(/^[0-9a-f]{8}$/) },
    });
    expect(JSON.stringify(error)).not.toContain('样例');
    const [head, ...places] = readFileSync(log, 'utf8').trimEnd().split('\n');
    const { id } = (error as unknown as { data: { id: string } }).data;
    expect(head?.split(' ').slice(1)).toStrictEqual([id, 'SqliteError', 'SQLITE_CONSTRAINT_TRIGGER']);
    expect(places.join('\n')).toMatch(/ledger-import|parties|query/);
    expect(places.join('\n')).not.toContain('样例');
    expect((await client.imports.list()).filter(({ undone }) => undone === null)).toStrictEqual([]);
  });

  test('says that its own particulars moved, where two people change them at once', async () => {
    const { client } = hosted;
    await client.office.begin({ name: '演示甲' });
    const { version, ...profile } = (await client.office.overview()).profile;
    await client.office.saveProfile({ version, profile });
    const { error } = await safe(client.office.saveProfile({ version, profile }));
    expect(error).toMatchObject({ code: 'CONFLICT', data: { noun: 'office' } });
  });
});
