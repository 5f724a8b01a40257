import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '#shared/contract/statistics.ts';
import { month } from '#shared/domain/local-date.ts';
import type { Period, PeriodRequest } from '#shared/domain/reporting-period.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { countInLoops, found, keysOf, tableInLoops } from '../register/statistics-loops.ts';
import { casesFromEvents, type EventRow, type RebuiltCase } from '../support/figures-from-events.ts';
import { everything } from '../support/random-lives.ts';
import { type Lived, manyLives } from './many-lives.ts';

/** A run that failed is repeated with its seed: HISTORIES_SEED=… npx vitest … */
const seed = Number(process.env.HISTORIES_SEED ?? Date.now() % 1_000_000_000);

const months = [2024, 2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => month(`${year}-${String(index + 1).padStart(2, '0')}`)),
);
const requests: readonly PeriodRequest[] = [
  ...months.map((each) => ({ kind: 'month' as const, month: each })),
  ...[2024, 2025, 2026].map((year) => ({ kind: 'year' as const, year })),
];

const dimensions = ['court', 'cause', 'mediator', 'sector', 'channel', 'closing'] as const;
type Dimension = (typeof dimensions)[number];

function keyOf(dimension: Dimension, period: Period) {
  return (each: RebuiltCase) =>
    dimension === 'cause' ? [each.causeName ?? ''] : keysOf[dimension](each, period);
}

/** Figures that rest on what the events are not read for here. */
const notRebuilt = [
  'overdue',
  'noProperty',
  'closedWithDue',
  'closedOnTime',
  'confirmationApplied',
  'confirmationRejected',
  'confirmableApplied',
  'appliedAndConfirmed',
  'confirmedUnapplied',
  'performanceDue',
  'performanceDueLater',
  'performanceUndated',
  'performed',
  'paidUndated',
  'paidInPeriod',
  'paidInPeriodFen',
  'partiesOfClosed',
];

function comparable(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(found(figures)).filter(([name]) => !notRebuilt.includes(name)));
}

function comparableRows(rows: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return Object.fromEntries(
    Object.entries(rows)
      .map(([key, figures]) => [key, comparable(figures)] as const)
      .filter(([, { undated: _, beforeReceipt: __, ...figures }]) => Object.keys(figures).length > 0),
  );
}

function rebuiltTable(cases: readonly RebuiltCase[], period: Period, dimension: Dimension) {
  return comparableRows(tableInLoops(cases, period, keyOf(dimension, period)));
}

/** A period of a report as the cases give it, in the report's own shape. */
function rebuilt(cases: readonly RebuiltCase[], period: Period) {
  return {
    total: comparable(countInLoops(cases, period)),
    ...Object.fromEntries(dimensions.map((dimension) => [dimension, rebuiltTable(cases, period, dimension)])),
  };
}

function tableOf({ tables }: Report, dimension: Dimension) {
  const rows = tables.find((table) => table.dimension === dimension)?.rows ?? [];
  return comparableRows(Object.fromEntries(rows.map(({ key, current }) => [key, current])));
}

function reported(report: Report) {
  return {
    total: comparable(report.current.figures),
    ...Object.fromEntries(dimensions.map((dimension) => [dimension, tableOf(report, dimension)])),
  };
}

function eventsOf(dataDir: string): readonly EventRow[] {
  const register = openRegister(dataDir);
  const sql = 'SELECT id, at, subject, subject_id, what, before, after FROM events ORDER BY id';
  const events = register.readable.plain<EventRow>(sql);
  closeRegister(register);
  return events;
}

/** Whether any period comes out otherwise than it was reported, as a whole or for one of the mediators. */
function differs(cases: readonly RebuiltCase[], reports: ReadonlyMap<string, Report>): boolean {
  return [...reports.values()].some((report) => {
    const { period, figures } = report.current;
    return (
      !isDeepStrictEqual(comparable(countInLoops(cases, period)), comparable(figures)) ||
      !isDeepStrictEqual(rebuiltTable(cases, period, 'mediator'), tableOf(report, 'mediator'))
    );
  });
}

describe(`200 cases with random but legal histories (seed ${seed})`, () => {
  let lived: Lived;
  let events: readonly EventRow[];
  let cases: readonly RebuiltCase[];
  const reports = new Map<string, Report>();

  beforeAll(async () => {
    lived = await manyLives(seed, 170, 30);
    for (const request of requests) {
      const report = await lived.client.statistics.report({ request, tables: [...dimensions] });
      reports.set(JSON.stringify(request), report);
    }
    events = eventsOf(lived.dataDir);
    cases = casesFromEvents(events);
  }, 300_000);
  afterAll(() => lived?.close());

  test('the histories hold everything that can happen to a case', () => {
    expect(lived.ids).toHaveLength(200);
    for (const name of everything) expect(lived.done.get(name) ?? 0, name).toBeGreaterThan(0);
  });

  test('every case has an event of how it came in, the imported ones their own', () => {
    const came = events.filter(
      ({ what, subject }) => subject === 'case' && /^(registered|imported)$/.test(what),
    );
    expect(came.map((event) => event.subject_id).toSorted()).toEqual(lived.ids.toSorted());
    expect(cases.filter(({ imported }) => imported)).toHaveLength(30);
  });

  test('the figures of every month and year, rebuilt from the events alone, are those of the statistics', () => {
    for (const [request, report] of reports) {
      expect(reported(report), request).toEqual(rebuilt(cases, report.current.period));
    }
  });

  const telling = [
    'registered',
    'imported',
    'moved',
    'moveTakenBack',
    'amended',
    'agreementSaved',
    'closed',
    'closingCorrected',
    'paymentRecorded',
    'paymentCancelled',
    'afterStepTaken',
    'afterStepCancelled',
    'confirmationRecorded',
    'removed',
    'restored',
  ];
  for (const what of telling) {
    test(`negative control: without one event “${what}” the figures are others`, () => {
      const ofThisKind = events.filter((event) => event.subject === 'case' && event.what === what);
      const without = (missing: EventRow) => casesFromEvents(events.filter((event) => event !== missing));
      // Not each of them shows in a figure: a payment may have been cancelled, an amendment have changed the district.
      const seen = ofThisKind.some((event) => differs(without(event), reports));
      expect(seen).toBe(true);
    });
  }

  test('negative control: a move that was taken back would be seen if it counted', () => {
    const kept = events.filter(({ what }) => what !== 'moveTakenBack' && what !== 'closingCorrected');
    expect(differs(casesFromEvents(kept), reports)).toBe(true);
    expect(differs(cases, reports)).toBe(false);
  });

  test('what came in is what went out and what is left, in every month', () => {
    for (const { current } of reports.values()) {
      const { figures: total, period } = current;
      expect(total.opening + total.received, period.from).toBe(total.closed + total.returned + total.closing);
    }
  });

  test('where a case stands is the same by its events, in the register, and by its last standing move', async () => {
    for (const { id, status, imported, removed, contradictions } of cases) {
      const detail = await lived.client.cases.get({ id: id as Lived['ids'][number] });
      expect(detail.status, `case ${id}`).toBe(status);
      expect(detail.removed !== null, `case ${id}`).toBe(removed);
      expect(contradictions, `case ${id}`).toEqual([]);
      const last = detail.moves.findLast(({ takenBack }) => takenBack === null);
      if (last !== undefined || !imported) expect(last?.to ?? 'registered', `case ${id}`).toBe(status);
    }
  });

  test('a case that waits for its receipt has no receipt day, and one that goes on has one', async () => {
    for (const id of lived.ids) {
      const { status, facts, internalNumber } = await lived.client.cases.get({ id });
      if (status === 'closed' || status === 'archived') continue;
      const waits = status === 'registered' || status === 'dispatched';
      expect(facts.receivedOn === null, `${internalNumber} ${status} ${facts.receivedOn}`).toBe(waits);
    }
  });

  test('the register finds nothing wrong with itself', async () => {
    expect(await lived.client.office.verify()).toMatchObject({ ok: true, problems: [], cases: 200 });
  });
});
