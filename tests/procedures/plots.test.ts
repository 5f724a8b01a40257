import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Dashboard } from '#shared/contract/plots.ts';
import { closingCodes, closings } from '#shared/domain/closing.ts';
import { addDays, daysBetween, localDate, month } from '#shared/domain/local-date.ts';
import type { Period, PeriodRequest } from '#shared/domain/reporting-period.ts';
import { closingTimeBands, pendingAgeBands, type Slice } from '#shared/domain/statistics.ts';
import { openBeside } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { type Chance, chanceOf } from '../support/chance.ts';
import { anOffice, type OpenedOffice } from '../support/offices.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

const first = localDate('2024-06-01');
const last = localDate('2026-11-20');

function aCase(chance: Chance): PlainCase {
  const receivedOn = chance.day(first, last);
  const ended = chance.likely(0.8);
  const code = chance.pick(closingCodes);
  const success = closings[code].outcome === 'success';
  return aPlainCase({
    registeredOn: receivedOn,
    receivedOn: chance.likely(0.95) ? receivedOn : null,
    ending: ended ? { on: addDays(receivedOn, chance.integer(0, 120)), code, partly: false } : null,
    channel: chance.pick(['A', 'B', 'C'] as const),
    court: chance.pick([1, 2, 3, null]),
    cause: chance.pick([1, 2, 3, 4, null]),
    mediator: chance.pick([1, 2, 3, 4, 5, null]),
    claimFen: chance.pick([null, 100_00, 50_000_00]),
    noProperty: false,
    agreedFen: ended && success ? chance.integer(0, 900_000) : null,
    payments: ended && success ? [{ fen: 700, cancelled: chance.likely(0.2), on: '2026-10-02' }] : [],
    dueOn: chance.likely(0.8) ? addDays(receivedOn, 30) : null,
    removed: chance.likely(0.05),
  });
}

async function withRegister(cases: readonly PlainCase[]): Promise<OpenedOffice> {
  const opened = await anOffice();
  const register: Connection = openBeside(opened.dataDir);
  onTestFinished(() => void register.database.close());
  register.database.exec('DELETE FROM courts; DELETE FROM cause_places;');
  writePlainWorld(register);
  writePlainCases(register, cases);
  return opened;
}

let cases: readonly PlainCase[];
beforeAll(() => {
  const chance = chanceOf(5);
  cases = Array.from({ length: 600 }, () => aCase(chance));
});

const october: PeriodRequest = { kind: 'month', month: month('2026-10') };
const requests: readonly PeriodRequest[] = [
  october,
  { kind: 'quarter', year: 2026, quarter: 2 },
  { kind: 'year', year: 2025 },
  { kind: 'year', year: 2026 },
  { kind: 'days', from: localDate('2026-03-05'), to: localDate('2026-08-11') },
];

/** The cases that some filter leaves, with their facts. */
function inFilter(filter: readonly Slice[], of: Period): PlainCase[] {
  return cases.filter(
    (each) =>
      !each.removed &&
      filter.every(({ dimension, key }) =>
        dimension === 'court'
          ? String(each.court ?? '') === key
          : dimension === 'closing'
            ? stateAt(each, of.to) === key
            : each.channel === key,
      ),
  );
}

function stateAt({ ending }: PlainCase, day: string): string {
  return ending !== null && ending.on <= day ? ending.code : '';
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const within = (day: string | null | undefined, { from, to }: Period) =>
  day !== null && day !== undefined && day >= from && day <= to;

function closedIn(of: Period, filter: readonly Slice[]): PlainCase[] {
  return inFilter(filter, of).filter(
    ({ receivedOn, ending }) => receivedOn !== null && within(ending?.on, of) && ending?.code !== 'C28',
  );
}

function daysOf({ receivedOn, ending }: PlainCase): number {
  return daysBetween(localDate(receivedOn ?? ''), localDate(ending?.on ?? ''));
}

function rank(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil((values.length * percent) / 100) - 1] ?? null;
}

/** Every month of the plots of time, counted case by case. */
function monthsInLoops(shown: Dashboard, filter: readonly Slice[]) {
  return shown.months.map(({ month, period }) => {
    const closed = closedIn(period, filter);
    const succeeded = closed.filter(
      ({ ending }) => ending !== null && closings[ending.code].outcome === 'success',
    );
    return {
      month,
      period,
      received: inFilter(filter, period).filter(({ receivedOn }) => within(receivedOn, period)).length,
      closed: closed.length,
      succeeded: succeeded.length,
      claimFenOfClosed: sum(closed.map(({ claimFen }) => claimFen ?? 0)),
      agreedFen: sum(succeeded.map(({ agreedFen }) => agreedFen ?? 0)),
      paidFen: sum(
        succeeded.flatMap(({ payments }) => payments.map(({ fen, cancelled }) => (cancelled ? 0 : fen))),
      ),
      spread: { median: rank(closed.map(daysOf), 50), ninetieth: rank(closed.map(daysOf), 90) },
      frozen: false,
    };
  });
}

function bandsOf(days: readonly number[], bands: readonly { readonly upTo: number }[]): number[] {
  return bands.map(
    ({ upTo }, place) => days.filter((day) => day <= upTo && day > (bands[place - 1]?.upTo ?? -1)).length,
  );
}

const filters: readonly (readonly Slice[])[] = [
  [],
  [{ dimension: 'court', key: '2' }],
  [
    { dimension: 'channel', key: 'A' },
    { dimension: 'court', key: '1' },
  ],
  [{ dimension: 'closing', key: 'C11' }],
  [{ dimension: 'closing', key: '' }],
];

test('every plot is what loops over the cases count, and its sums are the report’s figures', async () => {
  const { client } = await withRegister(cases);
  for (const request of requests) {
    for (const filter of filters) {
      const given = [...filter];
      const shown = await client.plots.dashboard({ request, filter: given });
      const report = await client.statistics.report({ request, filter: given });
      const { figures, period } = shown.current;
      const counted = report.current.figures;
      for (const name of ['current', 'previous', 'yearBefore'] as const) {
        expect(shown[name].period).toEqual(report[name].period);
        expect(report[name].figures).toMatchObject(shown[name].figures);
      }
      expect(shown.months).toEqual(monthsInLoops(shown, filter));

      const closed = closedIn(period, filter);
      expect(shown.closingTimes.bands).toEqual(bandsOf(closed.map(daysOf), closingTimeBands));
      expect(sum(shown.closingTimes.bands)).toBe(figures.closed);
      expect(shown.closingTimes.spread).toEqual({
        median: rank(closed.map(daysOf), 50),
        ninetieth: rank(closed.map(daysOf), 90),
      });

      const pending = inFilter(filter, period).filter(
        (each) => each.receivedOn !== null && each.receivedOn <= period.to && stateAt(each, period.to) === '',
      );
      const age = ({ receivedOn }: PlainCase) => daysBetween(localDate(receivedOn ?? ''), period.to);
      const late = pending.filter(({ dueOn }) => dueOn !== null && dueOn < period.to);
      expect(shown.pendingAges.map((band) => band.cases)).toEqual(bandsOf(pending.map(age), pendingAgeBands));
      expect(shown.pendingAges.map((band) => band.overdue)).toEqual(bandsOf(late.map(age), pendingAgeBands));
      expect(sum(shown.pendingAges.map((band) => band.cases))).toBe(figures.closing);
      expect(sum(shown.pendingAges.map((band) => band.overdue))).toBe(figures.overdue);

      for (const { rows, rest, unfilled } of [shown.causes, shown.mediators, shown.courts]) {
        for (const name of ['received', 'closed', 'succeeded', 'closing', 'overdue'] as const) {
          const all = [...rows, rest, unfilled].map((row) => row?.[name] ?? 0);
          expect(sum(all), name).toBe(figures[name]);
        }
      }

      const flow = (holds: (cell: Dashboard['flow'][number]) => boolean) =>
        sum(shown.flow.filter(holds).map((cell) => cell.cases));
      expect(flow(({ from }) => from === 'opening')).toBe(figures.opening);
      expect(flow(({ from }) => from === 'received')).toBe(figures.received);
      expect(flow(({ from, channel }) => from === 'received' && channel === 'B')).toBe(counted.receivedB);
      expect(flow(({ state }) => state === '')).toBe(figures.closing);
      expect(flow(({ state }) => state === 'C28')).toBe(figures.returned);
      for (const code of closingCodes) {
        if (code === 'C28' || code === 'C16') continue;
        expect(flow(({ state }) => state === code)).toBe(counted[`ended${code}`]);
      }
    }
  }
}, 120_000);

test('the months go by the office’s own calendar, and not beyond today', async () => {
  const { client } = await withRegister(cases);
  const { version } = (await client.settings.all()).statistics;
  await client.settings.save({
    version,
    change: { subject: 'statistics', value: { lastDayOfMonth: 25, firstMonthOfYear: 12 } },
  });
  const year = await client.plots.dashboard({ request: { kind: 'year', year: 2026 } });
  expect(year.current.period).toEqual({ from: '2025-11-26', to: '2026-11-25' });
  expect(year.months.at(-1)).toMatchObject({
    month: '2026-11',
    period: { from: '2026-10-26', to: '2026-11-25' },
  });
  expect(year.months).toHaveLength(24);
  expect(year.months).toEqual(monthsInLoops(year, []));
  const ofYear = year.months.filter(({ period }) => period.from >= year.current.period.from);
  expect(ofYear).toHaveLength(12);
  expect(sum(ofYear.map(({ closed }) => closed))).toBe(year.current.figures.closed);
  expect(sum(ofYear.map(({ agreedFen }) => agreedFen))).toBe(year.current.figures.agreedFen);
});

test('the largest rows stand by themselves, a rest of one is no rest', async () => {
  const many = Array.from({ length: 5 }, (_, place) =>
    Array.from({ length: place + 1 }, () =>
      aPlainCase({ mediator: place + 1, receivedOn: '2026-10-05', registeredOn: '2026-10-05' }),
    ),
  ).flat();
  const { client } = await withRegister(many);
  const { mediators } = await client.plots.dashboard({ request: october });
  expect(mediators.rows.map(({ closing }) => closing)).toEqual([5, 4, 3, 2, 1]);
  expect(mediators.rest).toBeNull();
  expect(mediators.unfilled).toBeNull();
});

test('an office without a case gets plots without a case', async () => {
  const { client } = await anOffice();
  const shown = await client.plots.dashboard({ request: october });
  expect(shown.covered).toBeNull();
  expect(shown.flow).toEqual([]);
  expect(shown.causes.rows).toEqual([]);
  expect(shown.closingTimes.spread).toEqual({ median: null, ninetieth: null });
  expect(shown.months.every(({ closed, received }) => closed + received === 0)).toBe(true);
});

test('a case that ended before it was received is named instead of drawn', async () => {
  const wrong = aPlainCase({
    receivedOn: '2026-10-09',
    ending: { on: '2026-09-01', code: 'C11', partly: false },
  });
  const { client } = await withRegister([wrong]);
  await expect(client.plots.dashboard({ request: october })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'reportDoesNotBalance' },
  });
});
