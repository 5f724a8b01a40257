import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import { defaultReportDuties, type ReportDuty } from '#shared/domain/report-duty.ts';
import { anOffice, clockAt, type OpenedOffice, temporaryFolder } from '../support/offices.ts';

const november = { kind: 'month', month: month('2026-11') } as const;
const winter = { from: localDate('2026-12-01'), to: localDate('2027-01-31') };
const handing = { duty: 'month', request: november, on: localDate('2026-11-20'), remarks: null } as const;

/** The same register, opened on another day. */
async function onDay(dataDir: string, day: string) {
  return (await anOffice({ dataDir, clock: clockAt(day) })).client;
}

async function anOfficeOf(change: Partial<ReportDuty>): Promise<OpenedOffice> {
  const opened = await anOffice();
  const [monthly] = defaultReportDuties.duties;
  if (monthly === undefined) throw new Error('There is no default duty.');
  await opened.client.settings.save({
    version: null,
    change: { subject: 'reports', value: { duties: [{ ...monthly, ...change }] } },
  });
  return opened;
}

function eventsOf(dataDir: string): unknown[] {
  const register = new SqliteDatabase(join(dataDir, 'register.db'), { readonly: true });
  try {
    return register
      .prepare(
        "SELECT what, staff_name, before, after FROM events WHERE command LIKE 'reports.%' ORDER BY id",
      )
      .all();
  } finally {
    register.close();
  }
}

test('a new office has nothing overdue: its first report is that of the month in which it began', async () => {
  const { client } = await anOffice();
  expect(await client.reports.due()).toEqual([]);
  const lines = await client.reports.calendar({ ...winter, from: localDate('2026-01-01') });
  expect(lines.map(({ name, periodName, dueOn, state }) => [name, periodName, dueOn, state])).toEqual([
    ['月报', '2026年11月', '2026-12-05', 'later'],
    ['月报', '2026年12月', '2027-01-05', 'later'],
    ['季报', '2026年第四季度', '2027-01-10', 'later'],
    ['半年报', '2026年下半年', '2027-01-10', 'later'],
    ['年报', '2026年', '2027-01-15', 'later'],
  ]);
  expect(lines[0]?.restDay).toEqual({ name: '周六', workingDayBefore: '2026-12-04', uncertainYears: [] });
});

test('a report is brought to mind three working days before, is overdue after, and quiet once handed in', async () => {
  const dataDir = temporaryFolder();
  await onDay(dataDir, '2026-11-20');
  const due = async (day: string) => {
    const client = await onDay(dataDir, day);
    return (await client.reports.due()).map(({ periodName, state }) => [periodName, state]);
  };
  expect(await due('2026-12-01')).toEqual([]);
  expect(await due('2026-12-02')).toEqual([['2026年11月', 'soon']]);
  expect(await due('2026-12-06')).toEqual([['2026年11月', 'overdue']]);
  const client = await onDay(dataDir, '2026-12-07');
  await client.reports.handIn({ ...handing, on: localDate('2026-12-06'), remarks: '纸质送交' });
  expect(await client.reports.due()).toEqual([]);
  const [line] = await client.reports.calendar(winter);
  expect(line).toMatchObject({
    state: 'doneLate',
    handedIn: { on: '2026-12-06', by: '测试员', remarks: '纸质送交' },
  });
});

test('what is handed in twice, for another kind of period, too early or for no duty is refused', async () => {
  const { client } = await anOffice();
  await client.reports.handIn(handing);
  await expect(client.reports.handIn(handing)).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'alreadyHandedIn', detail: { day: '2026年11月20日', by: '测试员' } },
  });
  const quarter = { kind: 'quarter', year: 2026, quarter: 4 } as const;
  await expect(client.reports.handIn({ ...handing, request: quarter })).rejects.toMatchObject({
    code: 'INVALID',
  });
  await expect(
    client.reports.handIn({ ...handing, duty: 'quarter', request: quarter, on: localDate('2026-11-21') }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'notYet' } });
  await expect(
    client.reports.handIn({ ...handing, duty: 'quarter', request: quarter, on: localDate('2026-09-30') }),
  ).rejects.toMatchObject({ code: 'INVALID' });
  await expect(client.reports.handIn({ ...handing, duty: 'week' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'report' },
  });
});

test('what was handed in by mistake is taken back with a reason, and both are told', async () => {
  const { client, dataDir } = await anOffice();
  const { id } = await client.reports.handIn(handing);
  await client.reports.takeBack({ id, reason: '登记错了月份' });
  await expect(client.reports.takeBack({ id, reason: '再撤一次' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await client.reports.calendar(winter))[0]).toMatchObject({ state: 'later', handedIn: null });
  await client.reports.handIn(handing);
  const told = {
    report: '月报',
    period: '2026-11',
    recipients: '政协、法院',
    dueOn: '2026-12-05',
    handedInOn: '2026-11-20',
    remarks: null,
  };
  const [first, second, third] = eventsOf(dataDir) as Record<string, string>[];
  expect(first).toMatchObject({ what: 'reportHandedIn', staff_name: '测试员', before: null });
  expect(JSON.parse(first?.after ?? '')).toEqual(told);
  expect(second?.what).toBe('reportTakenBack');
  expect(JSON.parse(second?.before ?? '')).toEqual(told);
  expect(JSON.parse(second?.after ?? '')).toEqual({ reason: '登记错了月份' });
  expect(third?.what).toBe('reportHandedIn');
});

test('what was handed in keeps its name, days and due day whatever is set later', async () => {
  const { client } = await anOffice();
  await client.reports.handIn(handing);
  await client.settings.save({
    version: null,
    change: { subject: 'statistics', value: { lastDayOfMonth: 25, firstMonthOfYear: 12 } },
  });
  await client.settings.save({ version: null, change: { subject: 'reports', value: { duties: [] } } });
  expect(await client.reports.calendar(winter)).toMatchObject([
    {
      name: '月报',
      periodName: '2026年11月',
      period: { from: '2026-11-01', to: '2026-11-30' },
      dueOn: '2026-12-05',
      state: 'done',
    },
  ]);
});

test('a duty that began later than the office is not overdue for the time before, an earlier one is', async () => {
  const later = await anOfficeOf({ from: month('2026-12') });
  expect((await later.client.reports.calendar(winter)).map(({ periodName }) => periodName)).toEqual([
    '2026年12月',
  ]);
  const earlier = await anOfficeOf({ from: month('2026-09') });
  expect((await earlier.client.reports.due()).map(({ periodName, state }) => [periodName, state])).toEqual([
    ['2026年9月', 'overdue'],
    ['2026年10月', 'overdue'],
  ]);
});

test('a report is due for the days that the office counts by', async () => {
  const { client } = await anOffice();
  await client.settings.save({
    version: null,
    change: { subject: 'statistics', value: { lastDayOfMonth: 25, firstMonthOfYear: 12 } },
  });
  const due = (await client.reports.calendar(winter)).map(({ periodName, dueOn }) => [periodName, dueOn]);
  expect(due.slice(0, 4)).toEqual([
    ['2026年11月（2026年10月26日至2026年11月25日）', '2026-12-05'],
    ['2026年第四季度（2026年8月26日至2026年11月25日）', '2026-12-10'],
    ['2026年下半年（2026年5月26日至2026年11月25日）', '2026-12-10'],
    ['2026年（2025年11月26日至2026年11月25日）', '2026-12-15'],
  ]);
});
