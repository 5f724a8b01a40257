import SqliteDatabase from 'better-sqlite3';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice, clockAt, type OpenedOffice, temporaryFolder } from '../support/offices.ts';

const september = month('2026-09');
const october = month('2026-10');
const november = month('2026-11');
const december = month('2026-12');

async function received(
  { client }: OpenedOffice,
  on: string | null,
): Promise<{ readonly id: CaseId; readonly internalNumber: string }> {
  const facts = aCase({ receivedOn: on === null ? null : localDate(on) });
  return client.cases.register({ facts, parties: [aPerson()], draftId: null });
}

async function closeCase({ client }: OpenedOffice, id: CaseId, on: string): Promise<void> {
  const { version } = await client.cases.get({ id });
  const closing = { code: 'C24', closedOn: localDate(on), partly: false, reason: null } as const;
  await client.cases.close({ caseId: id, version, closing });
}

async function removed({ client }: OpenedOffice, id: CaseId): Promise<void> {
  const { version } = await client.cases.get({ id });
  await client.cases.remove({ caseId: id, version, reason: '重复登记' });
}

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}

test('a closed month keeps its figures, its cases and its file, whoever corrects what', async () => {
  const opened = await anOffice();
  const { client } = opened;
  const first = await received(opened, '2026-10-08');
  const second = await received(opened, '2026-10-20');
  await closeCase(opened, second.id, '2026-10-28');
  expect(await client.months.of({ month: october })).toMatchObject({ closing: null, hindrance: null });
  const { sha256, sequence } = await client.months.close({ month: october });
  expect(sequence).toBe(1);
  const request = { kind: 'month', month: october } as const;
  const then = await client.statistics.report({ request, tables: ['channel'], compared: true });
  const tablesThen = await client.statistics.tables({ request });
  const listed = async () => {
    const { tables } = await client.statistics.tables({ request, tables: ['cases'] });
    return tables.flatMap(({ rows }) => rows.flatMap(({ caseId }) => caseId ?? []));
  };
  expect(await listed()).toEqual([first.id, second.id]);
  const { file } = await client.months.file({ month: october });
  const bytes = await bytesOf(file);
  expect(then.current.figures).toMatchObject({ received: 2, closed: 1, closing: 1 });

  await removed(opened, second.id);
  await closeCase(opened, first.id, '2026-10-30');
  expect(await client.statistics.report({ request, tables: ['channel'], compared: true })).toEqual(then);
  expect(await client.statistics.tables({ request })).toEqual(tablesThen);
  expect((await bytesOf((await client.months.file({ month: october })).file)).equals(bytes)).toBe(true);
  expect(await listed()).toEqual([first.id, second.id]);
  const behind = (figure: 'received' | 'closed') => client.months.cases({ month: october, figure });
  expect(await behind('received')).toHaveLength(2);
  expect(await behind('closed')).toMatchObject([{ caseId: second.id }]);
  const inChannels = async (...keys: string[]) => {
    const anyOf = keys.map((key) => ({ dimension: 'channel', key }) as const);
    return (await client.months.cases({ month: october, figure: 'received', anyOf })).length;
  };
  expect([await inChannels('A', 'B', 'C'), await inChannels('')]).toEqual([2, 0]);
  expect(await client.months.changedCases({ month: october })).toMatchObject([
    { caseId: first.id, parts: [{ in: november, kind: 'correction' }] },
    { caseId: second.id, parts: [{ in: november, kind: 'correction' }] },
  ]);
  const state = await client.months.of({ month: october });
  expect(state).toMatchObject({
    closing: { sequence: 1, by: '测试员', sha256, period: { from: '2026-10-01', to: '2026-10-31' } },
    reopenable: true,
    adjustedIn: november,
  });
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('the papers of a closed month bear its fingerprint, those of an open one the day', async () => {
  const opened = await anOffice();
  const { client } = opened;
  await received(opened, '2026-10-08');
  const request = { kind: 'month', month: october } as const;
  const told = async (file: File) => {
    const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()));
    return sheets.map(({ rows }) => (rows[1] ?? []).filter((value) => value !== null && value !== ''));
  };
  const exported = async (filter: { dimension: 'channel'; key: string }[] = []) =>
    (await client.statistics.exportReport({ request, filter, unmasked: null })).file;
  for (const says of await told(await exported())) expect(says[0]).toMatch(/^数据截至.*，未锁定$/);

  const { contentSha256 } = await client.months.close({ month: october });
  const { closing } = await client.months.of({ month: october });
  expect(closing?.contentSha256).toBe(contentSha256);
  const stamp = `测试员锁定（第1次），校验值 ${contentSha256.slice(0, 12)}`;
  const frozen = (await client.months.file({ month: october })).file;
  for (const file of [frozen, await exported()]) {
    const lines = await told(file);
    expect(lines.length).toBeGreaterThan(4);
    for (const says of lines) expect(says[0]).toContain(stamp);
  }

  // A part of the month is counted today, and its file says which part.
  const part = await exported([{ dimension: 'channel', key: 'A' }]);
  expect(part.name).toBe('2026年10月联动调解案件统计表（通道＝委派调解）.xlsx');
  for (const says of await told(part)) expect(says[0]).toMatch(/未锁定$/);
});

test('what is corrected in a closed month stands as 上期调整 in the next, with the case and who did it', async () => {
  const opened = await anOffice({ clock: clockAt('2026-12-02') });
  const { client } = opened;
  const first = await received(opened, '2026-10-08');
  const second = await received(opened, '2026-10-20');
  await client.months.close({ month: october });
  expect((await client.months.adjustments({ month: november })).adjustments).toEqual([]);
  await closeCase(opened, first.id, '2026-10-30');
  await removed(opened, second.id);
  const third = await received(opened, '2026-10-31');
  const open = await client.months.adjustments({ month: november });
  expect(open.state).toBe('open');
  expect(open.adjustments.map(({ caseId }) => caseId)).toEqual([first.id, second.id, third.id]);
  expect(open.adjustments).toMatchObject([
    {
      kind: 'correction',
      counted: { before: true, after: true },
      events: [{ what: 'closed', by: '测试员' }],
    },
    { counted: { before: true, after: false }, events: [{ what: 'removed' }] },
    { counted: { before: false, after: true }, events: [{ what: 'registered' }] },
  ]);
  expect(open.adjustments[0]?.changes).toContainEqual({ name: 'closing', by: -1 });
  expect(open.adjustments[0]?.moves).toContainEqual({
    dimension: 'closing',
    before: ['未结'],
    after: [expect.stringContaining('分歧')],
  });
  expect(open.carried).toEqual({ month: october, closing: 2, adjusted: -1, opening: 1, connected: true });
  const { changes, parts } = await client.months.difference({ month: october });
  expect(changes).toContainEqual({ name: 'closed', by: 1 });
  expect(parts).toMatchObject([{ in: november, frozen: false, cases: 3 }]);
  const { notes } = await client.statistics.tables({ request: { kind: 'month', month: november } });
  expect(notes).toContain('旧存 1＝2026年10月锁定时未结 2－上期调整 1。');

  await client.months.close({ month: november });
  const frozen = await client.months.adjustments({ month: november });
  expect(frozen).toEqual({ ...open, state: 'frozen' });
  expect((await client.months.adjustments({ month: december })).adjustments).toEqual([]);
  expect((await client.months.difference({ month: october })).parts).toMatchObject([
    { in: november, frozen: true },
  ]);
  // The next change is told of both months, and once.
  await removed(opened, third.id);
  const next = await client.months.adjustments({ month: december });
  expect(next.adjustments.map(({ month: of, caseId }) => [of, caseId])).toEqual([
    [october, third.id],
    [november, third.id],
  ]);
  expect((await client.months.adjustments({ month: november })).adjustments).toEqual(frozen.adjustments);
  expect((await client.months.difference({ month: october })).parts.map((part) => part.in)).toEqual([
    november,
    december,
  ]);
});

test('months are closed one after the other, and only when they are over', async () => {
  const opened = await anOffice();
  const { client } = opened;
  await received(opened, '2026-09-08');
  await expect(client.months.close({ month: november })).rejects.toMatchObject({
    data: { reason: 'monthNotOver', detail: { month: '2026年11月', day: '2026年11月30日' } },
  });
  await client.months.close({ month: september });
  await expect(client.months.close({ month: september })).rejects.toMatchObject({
    data: { reason: 'monthClosed' },
  });
  await expect(client.months.close({ month: month('2026-08') })).rejects.toMatchObject({
    data: { reason: 'monthOutOfOrder', detail: { next: '2026年10月' } },
  });
  expect((await client.months.of({ month: november })).hindrance?.reason).toBe('monthNotOver');
  await client.months.close({ month: october });
  expect((await client.months.list()).map((state) => state.month)).toEqual([october, september]);
  await expect(client.months.reopen({ month: september, reason: '改错' })).rejects.toMatchObject({
    data: { reason: 'monthNotNewest' },
  });
  await expect(client.months.report({ month: november })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a month that is reopened with a reason is counted anew, and closed again under the next sequence', async () => {
  const opened = await anOffice();
  const { client } = opened;
  const { id } = await received(opened, '2026-10-08');
  await client.months.close({ month: october });
  const first = await bytesOf((await client.months.file({ month: october })).file);
  await removed(opened, id);
  await client.months.reopen({ month: october, reason: '政协要求更正后重报' });
  const request = { kind: 'month', month: october } as const;
  expect((await client.statistics.report({ request })).current.figures.received).toBe(0);
  expect((await client.months.adjustments({ month: november })).state).toBe('none');
  await expect(client.months.reopen({ month: october, reason: '再一次' })).rejects.toMatchObject({
    data: { reason: 'monthNotClosed' },
  });
  expect(await client.months.close({ month: october })).toMatchObject({ sequence: 2 });
  const state = await client.months.of({ month: october });
  expect(state.closing?.sequence).toBe(2);
  expect(state.reopened).toMatchObject([
    { sequence: 1, reopened: { by: '测试员', reason: '政协要求更正后重报' } },
  ]);
  const again = await client.months.file({ month: october, sequence: 1 });
  expect((await bytesOf(again.file)).equals(first)).toBe(true);
  expect((await client.months.adjustments({ month: november })).adjustments).toEqual([]);
});

test('a later payment or receipt is progress, not a correction', async () => {
  const opened = await anOffice();
  const { client } = opened;
  const waiting = await received(opened, null);
  await client.months.close({ month: october });
  // Registered in November, it was never in October.
  const { facts, version } = await client.cases.get({ id: waiting.id });
  await client.cases.amend({
    caseId: waiting.id,
    version,
    facts: { ...facts, receivedOn: localDate('2026-11-03') },
    reason: null,
  });
  expect((await client.months.adjustments({ month: november })).adjustments).toEqual([]);
});

test('neither the rows of a closed month can be changed, nor a file that lies there damaged be passed over', async () => {
  const dataDir = temporaryFolder();
  const opened = await anOffice({ dataDir });
  await received(opened, '2026-10-08');
  await opened.client.months.close({ month: october });
  await opened.office.close();
  const register = openRegister(dataDir);
  const refused = (sql: string) => expect(() => register.database.exec(sql), sql).toThrow(/never|adjust/);
  refused(`UPDATE month_closings SET content = '{}'`);
  refused(`UPDATE month_closings SET file = x'00'`);
  refused('DELETE FROM month_closings');
  refused(`UPDATE month_closing_cases SET share = '{}'`);
  refused('DELETE FROM month_closing_cases');
  closeRegister(register);
  const database = new SqliteDatabase(`${dataDir}/register.db`);
  database.exec('DROP TRIGGER month_closings_never_change; DROP TRIGGER month_closing_cases_never_change');
  database.exec(`UPDATE month_closings SET file = x'00'; UPDATE month_closing_cases SET facts = '{}'`);
  database.close();
  const again = await anOffice({ dataDir });
  const { problems } = await again.client.office.verify();
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^2026年10月第1次锁定的报表文件与锁定时不一致/),
    expect.stringMatching(/^2026年10月第1次锁定的数据与锁定时不一致/),
  ]);
});
