import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from '../../src/main/launch/build.ts';
import { clientOf } from '../support/hosts.ts';
import { office, run } from '../support/processes.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ledger = 'resources/demo/ledger-2024.xlsx';
const expected = JSON.parse(readFileSync('tests/golden/ledger/ledger-2024.expected.json', 'utf8'));
const inFolder = (name: string) => join(folder, name);

describe('the command line', () => {
  const data = ['--data', inFolder('register')];

  test('tries a ledger without writing, then imports it once', async () => {
    const tried = await office('import-ledger', ledger, '--dry-run', ...data);
    expect(tried).toMatchObject({ code: 0, json: { imported: 865, skipped: 0 } });
    const first = await office('import-ledger', ledger, ...data, '--as', '演示甲');
    expect(first.code).toBe(0);
    expect(first.json).toStrictEqual(tried.json);
    const { refused, warned } = first.json as Record<
      'refused' | 'warned',
      readonly Record<string, unknown>[]
    >;
    type Row = { sheetRow: number; column: string; value: string };
    const places = (rows: readonly Record<string, unknown>[]) =>
      rows.map(({ row, column, value }) => ({ row, column, value }));
    const golden = (rows: readonly Row[]) =>
      rows.map(({ sheetRow, column, value }) => ({ row: sheetRow, column, value }));
    expect(places(refused)).toStrictEqual(golden(expected.refusedRows));
    expect(places(warned)).toStrictEqual(golden(expected.warnedRows));
    expect(Object.keys(refused[0] ?? {})).toStrictEqual(['row', 'column', 'value', 'reason']);
    const again = await office('import-ledger', ledger, ...data);
    expect(again).toMatchObject({ code: 0, json: { imported: 0 } });
  });

  test('reports the year to the fen, and writes the table where it is told to', async () => {
    const { code, json } = await office('report', '--year', '2024', ...data, '--out', inFolder('报表'));
    expect(code).toBe(0);
    const report = json as Record<string, unknown> & { files: readonly string[] };
    expect(report).toMatchObject({
      period: { from: '2024-01-01', to: '2024-12-31' },
      opening: 0,
      received: expected.received,
      closed: expected.closed,
      closing: expected.pending,
      succeeded: expected.succeeded,
      agreedFen: expected.agreedFen,
      paidFen: expected.paidFen,
      judicialConfirmations: expected.judicialConfirmations,
      mediatorsWithCases: expected.mediatorsWithCases,
      byCourt: expected.byCourt,
      byCause: expected.byCause,
      byChannel: expected.byChannel,
      byClosing: expected.byClosing,
    });
    expect(report.files.map((file) => statSync(file).size > 0)).toStrictEqual([true, true]);
    expect(
      readdirSync(inFolder('报表'))
        .map((name) => name.replace(/^.*\./, ''))
        .sort(),
    ).toStrictEqual(['json', 'xlsx']);
  });

  test('says in Chinese what a report shows when no JSON is asked for', async () => {
    const { code, out } = await run('src/main/cli.ts', ['report', '--month', '2024-03', ...data]).ended;
    expect(code).toBe(0);
    expect(out).toMatch(/本期（2024-03-01 至 2024-03-31）\n {2}旧存 41，新收 73，结案 77/);
  });

  test('finds a case by id, internal number or court number, and says what its agreement lacks', async () => {
    const byId = await office('agreement', '1', '--out', inFolder('a.docx'), ...data);
    expect(byId.code).toBe(1);
    expect(byId.json).toMatchObject({
      missing: expect.arrayContaining([{ field: expect.any(String), label: expect.any(String) }]),
    });
    expect(byId.err).toMatch(/还缺：\p{Script=Han}/u);
    const none = await office('agreement', '（2031）内0602民初1号', '--out', inFolder('a.docx'), ...data);
    expect(none).toMatchObject({ code: 1, json: { cases: [] } });
    expect(readdirSync(folder)).not.toContain('a.docx');
  });

  test('verifies the register', async () => {
    expect(await office('verify', ...data)).toMatchObject({
      code: 0,
      json: { ok: true, cases: 865, problems: [] },
    });
  });

  test('refuses with 1 and a sentence, and prints nothing for a program to read', async () => {
    const old = inFolder('旧台账.xls');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(await office('import-ledger', old, ...data)).toMatchObject({
      code: 1,
      json: null,
      err: expect.stringMatching('另存为'),
    });
    expect(await office('import-ledger', inFolder('none.xlsx'), ...data)).toMatchObject({
      code: 1,
      json: null,
    });
    const foreign = inFolder('foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'register.db'), 'not a register');
    expect(await office('verify', '--data', foreign)).toMatchObject({
      code: 1,
      json: null,
      err: expect.stringMatching('不是本程序的'),
    });
  });

  test('answers a wrong command with 2 and the help on standard error', async () => {
    expect(await office('no-such-command')).toMatchObject({
      code: 2,
      json: null,
      err: expect.stringMatching('import-ledger FILE'),
    });
    const help = await run('src/main/cli.ts', ['report', '--help']).ended;
    expect(help).toMatchObject({ code: 0, err: '', out: expect.stringMatching('出报表') });
  });
});

describe('browser mode', () => {
  beforeAll(() => ensureBuilt('page', () => undefined));

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when it is ready, and ends cleanly on %s',
    async (signal) => {
      const server = run('src/main/browser.ts', ['--data', inFolder(`served-${signal}`), '--as', '演示甲']);
      await server.said(/\n/);
      const ready = JSON.parse(server.out());
      expect(Object.keys(ready)).toStrictEqual(['url', 'pid']);
      expect(ready.pid).toBe(server.child.pid);
      const { origin, hash } = new URL(ready.url);
      expect(new URL(origin).hostname).toBe('127.0.0.1');
      expect(await (await fetch(origin)).text()).toContain('<div id="root">');
      const client = clientOf({ origin, token: hash.replace('#token=', '') });
      expect((await client.office.overview()).atWork?.name).toBe('演示甲');
      // A tab that listens must not hold the process up.
      const listening = (await client.office.changes()).next().catch(() => undefined);
      server.child.kill(signal);
      const { code, out } = await server.ended;
      await listening;
      expect(code).toBe(0);
      expect(out).toBe(`${JSON.stringify(ready)}\n`);
      expect(readdirSync(inFolder(`served-${signal}`)).filter((name) => name.endsWith('-wal'))).toStrictEqual(
        [],
      );
    },
  );

  test('says so when the port is taken, and what a wrong port is', async () => {
    const first = run('src/main/browser.ts', ['--data', inFolder('port-a')]);
    const [, port = ''] = await first.said(/127\.0\.0\.1:(\d+)/);
    const second = await run('src/main/browser.ts', ['--data', inFolder('port-b'), '--port', port]).ended;
    expect(second).toMatchObject({ code: 1, out: '', err: expect.stringMatching('已被别的程序占用') });
    expect(await run('src/main/browser.ts', ['--port', '99999']).ended).toMatchObject({ code: 2, out: '' });
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });
});

describe('npm start without a display', () => {
  beforeAll(() => ensureBuilt('page', () => undefined));

  test('says so in one line, fills the demo and answers at the printed address', async () => {
    const launched = run('src/main/launch.ts', ['--demo', '--data', inFolder('demo')]);
    const [, url = ''] = await launched.said(/(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)/);
    expect(launched.out().trimEnd().split('\n')).toStrictEqual([
      '这里没有图形界面，改用浏览器模式。',
      expect.stringContaining(url),
    ]);
    const { origin, hash } = new URL(url);
    expect((await fetch(url)).status).toBe(200);
    const client = clientOf({ origin, token: hash.replace('#token=', '') });
    const overview = await client.office.overview();
    expect(overview).toMatchObject({ demo: true, cases: 865 });
    expect(overview.profile.name).toContain('演示');
    launched.child.kill('SIGTERM');
    expect((await launched.ended).code).toBe(0);
  });
});
