import { expect, test } from 'vitest';
import type { Report } from '#shared/contract/statistics.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { createOffice } from '../../src/main/office.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { aCase, aFilter, aPerson } from '../support/builders.ts';
import { anOffice, clockAt, type OpenedOffice, temporaryFolder } from '../support/offices.ts';

const november: PeriodRequest = { kind: 'month', month: month('2026-11') };

async function registered({ client }: OpenedOffice, receivedOn: string | null = '2026-11-02') {
  const facts = aCase({ receivedOn: receivedOn === null ? null : localDate(receivedOn) });
  return client.cases.register({ facts, parties: [aPerson()], draftId: null });
}

async function closed(opened: OpenedOffice, receivedOn: string, closedOn: string) {
  const { id, internalNumber } = await registered(opened, receivedOn);
  const { version } = await opened.client.cases.get({ id });
  await opened.client.cases.close({
    caseId: id,
    version,
    closing: { code: 'C24', closedOn: localDate(closedOn), partly: false, reason: null },
  });
  return { id, internalNumber };
}

function exported(file: File): Promise<Uint8Array> {
  return file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
}

test('a month, the year to date and the same month last year are counted from what was registered', async () => {
  const opened = await anOffice();
  await registered(opened);
  await registered(opened, null);
  await closed(opened, '2026-10-05', '2026-11-03');
  await closed(opened, '2025-11-01', '2025-11-30');
  const report = await opened.client.statistics.report({ request: november });
  expect(report.current.figures).toMatchObject({ opening: 1, received: 1, closed: 1, closing: 1 });
  expect(report.current).toMatchObject({
    period: { from: '2026-11-01', to: '2026-11-30' },
    figures: { undated: 1 },
  });
  expect(report.yearToDate.figures).toMatchObject({ opening: 0, received: 2, closed: 1, closing: 1 });
  expect(report.yearBefore.figures).toMatchObject({ received: 1, closed: 1 });
  expect(report.covered).toEqual({ from: '2025-11-01', to: '2026-11-03' });
  const year = await opened.client.statistics.report({ request: { kind: 'year', year: 2026 } });
  expect(year.current.period.to).toBe('2026-12-31');
  expect(year.yearToDate).toEqual(year.current);
  const months = await opened.client.statistics.months({ until: month('2026-12'), months: 12 });
  expect(months.map(({ figures }) => figures.received)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0]);
  expect(months[10]?.figures).toEqual(report.current.figures);
});

test('the list that a number opens holds as many cases as the number says', async () => {
  const opened = await anOffice();
  await registered(opened);
  const ended = await closed(opened, '2026-10-05', '2026-11-03');
  const { current } = await opened.client.statistics.report({ request: november });
  const behind = (figure: 'opening' | 'received' | 'closed' | 'closing') =>
    opened.client.cases.list({
      filter: aFilter({ counted: { figure, period: current.period, slices: [] } }),
      after: null,
      limit: 50,
    });
  for (const figure of ['opening', 'received', 'closed', 'closing'] as const) {
    expect((await behind(figure)).rows, figure).toHaveLength(current.figures[figure]);
  }
  expect((await behind('closed')).rows.map(({ id }) => id)).toEqual([ended.id]);
});

test('a later day moves nothing in the report of a past month', async () => {
  const dataDir = temporaryFolder();
  const reportOn = async (day: string): Promise<Report> => {
    const office = await createOffice({ dataDir, clock: clockAt(day) });
    const client = office.client(office.openSession({ name: '测试员' }));
    const report = await client.statistics.report({ request: november });
    await office.close();
    return report;
  };
  const opened = await anOffice({ dataDir });
  await registered(opened);
  await closed(opened, '2026-10-05', '2026-11-03');
  await opened.office.close();
  const then = await reportOn('2026-11-20');
  for (const day of ['2026-11-30', '2026-12-01', '2027-11-30', '2036-01-01']) {
    expect(await reportOn(day), day).toEqual(then);
  }
});

test('a report that does not balance is refused and names the cases, and so is its file', async () => {
  const opened = await anOffice();
  const { id, internalNumber } = await closed(opened, '2026-11-02', '2026-11-03');
  // No command lets a case end before it is received; a damaged or foreign register may hold one.
  const register = openRegister(opened.dataDir);
  register.database.prepare(`UPDATE cases SET received_on = '2026-12-05' WHERE id = ?`).run(id);
  register.database.prepare(`UPDATE case_figures SET received_on = '2026-12-05' WHERE case_id = ?`).run(id);
  closeRegister(register);
  const refusal = {
    code: 'REFUSED',
    data: {
      reason: 'reportDoesNotBalance',
      detail: { cases: internalNumber, period: '2026年11月1日至2026年11月30日' },
    },
  };
  await expect(opened.client.statistics.report({ request: november })).rejects.toMatchObject(refusal);
  await expect(
    opened.client.statistics.exportReport({ request: november, unmasked: null }),
  ).rejects.toMatchObject(refusal);
  // The year holds both its days and balances.
  await expect(
    opened.client.statistics.report({ request: { kind: 'year', year: 2026 } }),
  ).resolves.toMatchObject({ current: { figures: { received: 1, closed: 1 } } });
});

test('names leave the office only with a reason, which the history keeps', async () => {
  const opened = await anOffice();
  await registered(opened);
  const { client } = opened;
  const masked = await client.statistics.exportReport({ request: november, unmasked: null });
  expect(masked.file.name).toBe('2026年11月联动调解案件统计表.xlsx');
  const named = await client.statistics.exportReport({ request: november, unmasked: { reason: '法院核对' } });
  expect(named.file.name).toBe('2026年11月联动调解案件统计表（含姓名）.xlsx');
  expect(await exported(named.file)).not.toEqual(await exported(masked.file));

  const stranger = opened.office.client(opened.office.openSession());
  await expect(
    stranger.statistics.exportReport({ request: november, unmasked: { reason: '看看' } }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await opened.office.close();

  const register = openRegister(opened.dataDir);
  const events = register.readable.plain<{ staff_name: string; after: string }>(
    `SELECT staff_name, after FROM events WHERE what = 'reportExportedUnmasked'`,
  );
  closeRegister(register);
  expect(events.map(({ staff_name, after }) => ({ staff_name, after: JSON.parse(after) }))).toEqual([
    { staff_name: '测试员', after: { reason: '法院核对', request: november, filter: [], format: 'xlsx' } },
  ]);
});

test('the same cases on the same day give the same file to the byte', async () => {
  const opened = await anOffice();
  await registered(opened);
  await closed(opened, '2026-10-05', '2026-11-03');
  const make = async () =>
    exported((await opened.client.statistics.exportReport({ request: november, unmasked: null })).file);
  expect(await make()).toEqual(await make());
});
