import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Progress } from '#shared/contract/procedure.ts';
import { createOffice, type Office } from '../../src/main/office.ts';
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
});
