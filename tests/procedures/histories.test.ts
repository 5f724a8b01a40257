import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PeriodFigures, ReportRequest, SliceRow } from '#shared/contract/statistics.ts';
import { month } from '#shared/domain/local-date.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { countInLoops, tableInLoops } from '../register/statistics-loops.ts';
import { casesFromEvents, type EventRow, type RebuiltCase } from '../support/figures-from-events.ts';
import { everything } from '../support/random-lives.ts';
import { type Lived, manyLives } from './many-lives.ts';

/** A run that failed is repeated with its seed: HISTORIES_SEED=… npx vitest … */
const seed = Number(process.env.HISTORIES_SEED ?? Date.now() % 1_000_000_000);

const months = [2024, 2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => month(`${year}-${String(index + 1).padStart(2, '0')}`)),
);
const requests: readonly ReportRequest[] = [
  ...months.map((each) => ({ kind: 'month' as const, month: each })),
  ...[2024, 2025, 2026].map((year) => ({ kind: 'year' as const, year })),
];

/** What tells the rows of each table of the report apart. */
const tables = {
  byCourt: () => (each) => String(each.court ?? ''),
  byCause: () => (each) => each.causeName ?? '',
  byMediator: () => (each) => String(each.mediator ?? ''),
  bySector: () => (each) => each.sector ?? '',
  byChannel: () => (each) => each.channel,
  byClosing: (to) => (each) => (each.ending !== null && each.ending.on <= to ? each.ending.code : ''),
} as const satisfies Partial<Record<keyof PeriodFigures, (to: string) => (each: RebuiltCase) => string>>;
type TableName = keyof typeof tables;

function byKey(rows: readonly SliceRow[]) {
  return Object.fromEntries(rows.map(({ key, figures }) => [key, figures]));
}

/** Cases without a receipt day: still waiting for it at the end of the period, or ended in it without one. */
function withoutReceipt(cases: readonly RebuiltCase[], { from, to }: PeriodFigures['period']) {
  const unreceived = cases.filter(({ removed, receivedOn }) => !removed && receivedOn === null);
  const waiting = unreceived.filter(
    ({ registeredOn, ending }) => registeredOn <= to && (ending === null || ending.on > to),
  );
  const ended = unreceived.filter(({ ending }) => ending !== null && ending.on >= from && ending.on <= to);
  return { undated: waiting.length, beforeReceipt: ended.length };
}

/** A period of a report as the cases give it, in the report's own shape. */
function rebuilt(cases: readonly RebuiltCase[], period: PeriodFigures['period']) {
  const rows = (table: TableName) => tableInLoops(cases, period, tables[table](period.to));
  return {
    total: countInLoops(cases, period),
    ...withoutReceipt(cases, period),
    ...Object.fromEntries((Object.keys(tables) as TableName[]).map((table) => [table, rows(table)])),
  };
}

function reported(figures: PeriodFigures) {
  const { total, undated, beforeReceipt } = figures;
  const rows = (Object.keys(tables) as TableName[]).map((table) => [table, byKey(figures[table])]);
  return { total, undated, beforeReceipt, ...Object.fromEntries(rows) };
}

function eventsOf(dataDir: string): readonly EventRow[] {
  const register = openRegister(dataDir);
  const sql = 'SELECT id, at, subject, subject_id, what, before, after FROM events ORDER BY id';
  const events = register.readable.plain<EventRow>(sql);
  closeRegister(register);
  return events;
}

/** Whether any period comes out otherwise than it was reported, as a whole or for one of the mediators. */
function differs(cases: readonly RebuiltCase[], reports: ReadonlyMap<string, PeriodFigures>): boolean {
  return [...reports.values()].some(
    ({ period, total, byMediator }) =>
      !isDeepStrictEqual(countInLoops(cases, period), total) ||
      !isDeepStrictEqual(tableInLoops(cases, period, tables.byMediator()), byKey(byMediator)),
  );
}

describe(`200 cases with random but legal histories (seed ${seed})`, () => {
  let lived: Lived;
  let events: readonly EventRow[];
  let cases: readonly RebuiltCase[];
  const reports = new Map<string, PeriodFigures>();

  beforeAll(async () => {
    lived = await manyLives(seed, 170, 30);
    for (const request of requests) {
      const { current } = await lived.client.statistics.report({ request });
      reports.set(JSON.stringify(request), current);
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
    for (const [request, figures] of reports) {
      expect(reported(figures), request).toEqual(rebuilt(cases, figures.period));
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
    for (const { total, period } of reports.values()) {
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
