import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Dashboard } from '#shared/contract/plots.ts';
import { closingCodes, closings } from '#shared/domain/closing.ts';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { openBeside } from '../../src/main/register/open.ts';
import { type Chance, chanceOf } from '../support/chance.ts';
import { anOffice, type OpenedOffice } from '../support/offices.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

const september = { kind: 'month', month: month('2026-09') } as const;
const october = { kind: 'month', month: month('2026-10') } as const;
const year = { kind: 'year', year: 2026 } as const;

function aCase(chance: Chance): PlainCase {
  const receivedOn = chance.day(localDate('2026-05-01'), localDate('2026-11-20'));
  const ended = chance.likely(0.8);
  const code = chance.pick(closingCodes);
  const success = closings[code].outcome === 'success';
  return aPlainCase({
    registeredOn: receivedOn,
    receivedOn,
    ending: ended ? { on: addDays(receivedOn, chance.integer(0, 90)), code, partly: false } : null,
    channel: chance.pick(['A', 'B', 'C'] as const),
    court: chance.pick([1, 2, 3, null]),
    cause: chance.pick([1, 2, 3, 4, null]),
    mediator: chance.pick([1, 2, 3, 4, 5, null]),
    claimFen: chance.pick([null, 100_00, 50_000_00]),
    agreedFen: ended && success ? chance.integer(1, 900_000) : null,
    payments: ended && success ? [{ fen: 700, cancelled: false, on: '2026-10-02' }] : [],
    dueOn: addDays(receivedOn, 30),
  });
}

async function withRegister(cases: readonly PlainCase[]): Promise<OpenedOffice> {
  const opened = await anOffice();
  const register = openBeside(opened.dataDir);
  onTestFinished(() => void register.database.close());
  register.database.exec('DELETE FROM courts; DELETE FROM cause_places;');
  writePlainWorld(register);
  writePlainCases(register, cases);
  return opened;
}

/** Without where its numbers were taken from. */
function drawn({ taken: _taken, months, ...shown }: Dashboard) {
  return { ...shown, months: months.map(({ frozen: _frozen, ...each }) => each) };
}

/** Takes out of the register every case that a month counted as closed. */
async function correct({ client }: OpenedOffice): Promise<void> {
  const behind = { figure: 'closed' as const };
  for (const { caseId } of (await client.months.cases({ month: september.month, ...behind })).slice(0, 9)) {
    const { version } = await client.cases.get({ id: caseId });
    await client.cases.remove({ caseId, version, reason: '重复登记' });
  }
}

let cases: readonly PlainCase[];
beforeAll(() => {
  const chance = chanceOf(7);
  cases = Array.from({ length: 260 }, () => aCase(chance));
});

test('工作概览 of a closed month draws what was frozen, whatever is corrected afterwards', async () => {
  const opened = await withRegister(cases);
  const { client } = opened;
  const counted = await client.plots.dashboard({ request: september });
  expect(counted.taken.current).toBeNull();
  await client.months.close({ month: september.month });
  const frozen = await client.plots.dashboard({ request: september });
  expect(drawn(frozen)).toEqual(drawn(counted));
  expect(frozen.taken.current).toEqual({ month: september.month, of: 'current' });
  expect(frozen.months.filter((each) => each.frozen).map((each) => each.month)).toEqual([september.month]);
  await correct(opened);
  const after = await client.plots.dashboard({ request: september });
  // Months that are not closed are counted as the register stands.
  const closed = ({ months }: Dashboard) => months.filter((each) => each.frozen);
  expect({ ...after, months: closed(after) }).toEqual({ ...frozen, months: closed(frozen) });
  const report = await client.statistics.report({ request: september });
  expect(report.current.figures).toMatchObject(frozen.current.figures);
}, 60_000);

test('the months of plots and strips say what a closed month reported, and 环比 is against it', async () => {
  const opened = await withRegister(cases);
  const { client } = opened;
  await client.months.close({ month: september.month });
  const signed = (await client.months.report({ month: september.month })).current.figures;
  await correct(opened);
  const shown = await client.plots.dashboard({ request: october });
  expect(shown.taken).toMatchObject({ current: null, previous: { month: september.month, of: 'current' } });
  expect(signed).toMatchObject(shown.previous.figures);
  const { received, closed, agreedFen } = signed;
  const inPlot = shown.months.find((each) => each.month === september.month);
  expect(inPlot).toMatchObject({ received, closed, agreedFen, frozen: true });
  const strip = await client.statistics.months({ until: month('2026-12'), months: 12 });
  expect(strip.find((each) => each.month === september.month)).toMatchObject({
    frozen: true,
    figures: signed,
  });
  expect(strip.filter(({ frozen }) => frozen)).toHaveLength(1);
}, 60_000);

test('a part of a closed month, and a year with one in it, are counted from the register', async () => {
  const opened = await withRegister(cases);
  const { client } = opened;
  await client.months.close({ month: september.month });
  const filter: Slice[] = [{ dimension: 'court', key: '2' }];
  const shown = () =>
    Promise.all(
      [{ request: september, filter }, { request: year }].map((one) => client.plots.dashboard(one)),
    );
  const before = await shown();
  await correct(opened);
  for (const [place, after] of (await shown()).entries()) {
    expect(after.taken.current).toBeNull();
    expect(after.current.figures.closed).toBeLessThan(before[place]?.current.figures.closed ?? 0);
  }
  const parts = await client.statistics.months({ until: september.month, months: 1, filter });
  expect(parts).toMatchObject([{ frozen: false }]);
}, 60_000);

test('the bars of a closed month open the cases that were frozen in their band of days', async () => {
  const opened = await withRegister(cases);
  const { client } = opened;
  await client.months.close({ month: september.month });
  const { closingTimes, pendingAges } = await client.plots.dashboard({ request: september });
  await correct(opened);
  const behind = (figure: 'closed' | 'closing', days: { from: number; to: number | null }) =>
    client.months.cases({ month: september.month, figure, slices: [], days });
  expect(await behind('closed', { from: 8, to: 15 })).toHaveLength(closingTimes.bands[2] ?? -1);
  expect(await behind('closing', { from: 31, to: 60 })).toHaveLength(pendingAges[2]?.cases ?? -1);
  expect(closingTimes.bands[2]).toBeGreaterThan(0);
  expect(pendingAges[2]?.cases).toBeGreaterThan(0);
}, 60_000);

test('what a later version of the program counts besides is no adjustment of a month closed before it', async () => {
  const opened = await withRegister([
    aPlainCase({
      registeredOn: '2026-09-01',
      receivedOn: '2026-09-01',
      ending: { on: '2026-09-20', code: 'C11', partly: false },
      agreedFen: 100_00,
    }),
  ]);
  const { client } = opened;
  await client.months.close({ month: september.month });
  expect((await client.months.report({ month: september.month })).current.figures.performanceUndated).toBe(1);
  const adjustments = async () =>
    (await client.months.adjustments({ month: october.month })).adjustments.map(({ changes }) => changes);
  expect(await adjustments()).toEqual([]);
  const { database } = openBeside(opened.dataDir);
  onTestFinished(() => void database.close());
  const guards = database.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'month_%'",
  );
  for (const name of guards.pluck().all()) database.exec(`DROP TRIGGER ${name}`);
  database.exec(`
    UPDATE month_closings SET counted_by = 'an earlier version',
      content = json_remove(content, '$.report.current.figures.performanceUndated');
    UPDATE month_closing_cases SET share = replace(share, '"performanceUndated"', '"unheardOf"');`);
  expect(await adjustments()).toEqual([]);
}, 60_000);
