import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Counted } from '#shared/contract/cases.ts';
import type { Figures, PeriodFigures, SliceRow } from '#shared/contract/statistics.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import { monthPeriod, type Period, yearPeriod } from '#shared/domain/reporting-period.ts';
import { type FigureName, figureNames, type SliceDimension } from '#shared/domain/statistics.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { movement } from '../../src/main/register/statistics/movement.ts';
import {
  countedCases,
  countedWhere,
  coveredDays,
  periodFigures,
  totalFigures,
  unbalanced,
} from '../../src/main/register/statistics.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';
import { countInLoops, keysOf, type TableName, tableInLoops } from './statistics-loops.ts';

let folder: string;
let register: Connection;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  register = openRegister(folder);
  register.database.pragma('synchronous = OFF');
  writePlainWorld(register);
});
afterAll(() => {
  closeRegister(register);
  rmSync(folder, { recursive: true, force: true });
});

const start = localDate('2023-11-01');
const march = monthPeriod(month('2024-03'));

const months = ['2023-12', '2024-01', '2024-02', '2024-03', '2024-05'].map((name) =>
  monthPeriod(month(name)),
);
// Half of all days are the first or the last of a month: there the mistakes are.
const edge = fc.constantFrom(...months.flatMap(({ from, to }) => [from, to, addDays(to, 1)]));
const dayOf = fc.oneof(
  edge,
  fc.integer({ min: 0, max: 240 }).map((days) => addDays(start, days)),
);
const fenOf = fc.integer({ min: 0, max: 50_000_000 });

/** Cases as they are, or (`odd`) also such as no honest register holds: ended before they were received. */
function aCase(odd: boolean): fc.Arbitrary<PlainCase> {
  return fc
    .record({
      receivedOn: fc.option(dayOf, { freq: 12 }),
      registered: dayOf,
      after: fc.integer({ min: 0, max: 90 }),
      ended: fc.constantFrom('after some days', 'on a day', 'not yet'),
      endedOn: dayOf,
      code: fc.constantFrom(...closingCodes),
      partly: fc.boolean(),
      channel: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
      court: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 8 }),
      cause: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }),
      mediator: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }),
      sector: fc.constantFrom('经济', '教育', null),
      claimFen: fc.option(fenOf),
      agreedFen: fc.option(fenOf),
      payments: fc.array(fc.record({ fen: fenOf, cancelled: fc.boolean() }), { maxLength: 3 }),
      confirmedOn: fc.option(dayOf),
      removed: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
    })
    .map(({ registered, after, ended, endedOn, code, partly, receivedOn, ...facts }) => {
      const begun = receivedOn ?? registered;
      const later = addDays(begun, after);
      const on = ended === 'on a day' && (odd || endedOn >= begun) ? endedOn : later;
      return {
        ...facts,
        receivedOn,
        registeredOn: begun,
        ending: ended === 'not yet' ? null : { on, code, partly },
      };
    });
}

const aRegister = fc.array(aCase(false), { maxLength: 40 });
const anOddRegister = fc.array(aCase(true), { maxLength: 25 });
const aPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom(...months),
  fc.constantFrom(yearPeriod(2023), yearPeriod(2024)),
  fc
    .tuple(dayOf, fc.integer({ min: 0, max: 120 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) })),
);

const tables = Object.keys(keysOf) as TableName[];
const dimensionOf: Record<TableName, SliceDimension> = {
  byCourt: 'court',
  byCause: 'cause',
  byMediator: 'mediator',
  bySector: 'sector',
  byChannel: 'channel',
  byClosing: 'closing',
};

function byKey(rows: readonly SliceRow[]): Record<string, Figures> {
  return Object.fromEntries(rows.map(({ key, figures }) => [key, figures]));
}

const read = (period: Period): PeriodFigures => periodFigures(register.readable, period);

test('a month of a small office comes out as it is counted by hand', () => {
  writePlainCases(register, [
    // Pending since February; closed in March by agreement, half of it paid, confirmed in April.
    aPlainCase({
      receivedOn: '2024-02-20',
      ending: { on: '2024-03-05', code: 'C11', partly: false },
      claimFen: 100_000_00,
      agreedFen: 80_000_00,
      payments: [
        { fen: 30_000_00, cancelled: false },
        { fen: 10_000_00, cancelled: false },
        { fen: 5_000_00, cancelled: true },
      ],
      confirmedOn: '2024-04-02',
    }),
    // Received and settled by themselves in March.
    aPlainCase({
      receivedOn: '2024-03-01',
      ending: { on: '2024-03-31', code: 'C16', partly: true },
      claimFen: 20_000_00,
      agreedFen: 15_000_00,
      mediator: 2,
      channel: 'C',
      court: null,
    }),
    // Nobody could be reached; what was claimed counts, an agreement does not.
    aPlainCase({
      receivedOn: '2024-03-10',
      ending: { on: '2024-03-20', code: 'C23', partly: false },
      claimFen: 7_00,
      agreedFen: 1_00,
    }),
    aPlainCase({ receivedOn: '2024-03-11', ending: { on: '2024-03-12', code: 'C28', partly: false } }),
    aPlainCase({ receivedOn: '2024-03-31', ending: { on: '2024-04-01', code: 'C24', partly: false } }),
    aPlainCase({ receivedOn: '2024-01-05', mediator: 3 }),
    // Closed before March and received after it: in no figure of March.
    aPlainCase({
      receivedOn: '2024-01-05',
      ending: { on: '2024-02-29', code: 'C11', partly: false },
      confirmedOn: '2024-03-15',
    }),
    aPlainCase({ receivedOn: '2024-04-01' }),
    // Registered but not received; given up before it was received; in the recycle bin.
    aPlainCase({ receivedOn: null, registeredOn: '2024-03-02' }),
    aPlainCase({
      receivedOn: null,
      registeredOn: '2024-02-02',
      ending: { on: '2024-03-03', code: 'C29', partly: false },
    }),
    aPlainCase({ removed: true }),
  ]);
  const figures = read(march);
  expect(figures.total).toEqual({
    opening: 2,
    received: 4,
    closed: 3,
    returned: 1,
    closing: 2,
    succeeded: 2,
    partly: 1,
    settledThemselves: 1,
    mediated: 2,
    claimFenOfClosed: 120_007_00,
    agreedFen: 95_000_00,
    paidFen: 40_000_00,
    judicialConfirmations: 1,
    rates: {
      ofClosed: { numerator: 2, denominator: 3 },
      ofAccepted: { numerator: 2, denominator: 6 },
      ofMediated: { numerator: 2, denominator: 2 },
    },
  });
  expect(figures).toMatchObject({ mediatorsWithCases: 3, undated: 1, beforeReceipt: 1 });
  expect(figures.byClosing.map(({ key, figures: { received, closed } }) => [key, received, closed])).toEqual([
    ['C11', 0, 1],
    ['C16', 1, 1],
    ['C23', 1, 1],
    ['C28', 1, 0],
    ['', 1, 0],
  ]);
  expect(figures.byCourt.map(({ label }) => label)).toEqual(['甲区人民法院', '未填']);
  expect(figures.byChannel.map(({ key, label }) => [key, label])).toEqual([
    ['A', '委派调解'],
    ['C', '自行受理'],
  ]);
  expect(coveredDays(register.readable)).toEqual({ from: '2024-01-05', to: '2024-04-01' });
});

test('sums may pass the limit of a single amount', () => {
  const largest = 99_999_999_999_900;
  const ending = { on: '2024-03-02', code: 'C11' as const, partly: false };
  const one = aPlainCase({ claimFen: largest, agreedFen: largest, ending });
  writePlainCases(register, [one, one, one]);
  expect(read(march).total).toMatchObject({ claimFenOfClosed: 3 * largest, agreedFen: 3 * largest });
});

test('an empty register has zeros and nothing to divide by', () => {
  writePlainCases(register, []);
  const figures = read(march);
  expect(figures.total.rates.ofClosed).toEqual({ numerator: 0, denominator: 0 });
  expect(figures).toMatchObject({ mediatorsWithCases: 0, byCourt: [], byClosing: [] });
  expect(coveredDays(register.readable)).toBeNull();
});

test('editions of a cause count together, and mediators of one name stand apart', () => {
  writePlainCases(register, [
    aPlainCase({ cause: 1, mediator: 2 }),
    aPlainCase({ cause: 2, mediator: 3 }),
    aPlainCase({ cause: 3, mediator: 4 }),
    aPlainCase({ cause: null, mediator: 5 }),
  ]);
  const figures = read(march);
  expect(figures.byCause.map(({ key, figures: { received } }) => [key, received])).toEqual([
    ['买卖合同纠纷', 2],
    ['民间借贷纠纷', 1],
    ['', 1],
  ]);
  expect(figures.byMediator.map(({ label }) => label)).toEqual([
    '戊调解（教育）',
    '戊调解（工商联，名册3号）',
    '戊调解（工商联，名册4号）',
    '己调解',
  ]);
});

test('every figure of every table is what counting case by case in loops gives', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const figures = read(period);
      const loops = countInLoops(cases, period);
      expect(figures.total).toEqual(loops);
      expect(totalFigures(register.readable, period)).toEqual(loops);
      for (const table of tables) {
        expect(byKey(figures[table]), table).toEqual(tableInLoops(cases, period, keysOf[table](period)));
      }
      const accepted = cases.filter((each) => {
        const { opening, received } = countInLoops([each], period);
        return opening + received > 0 && each.mediator !== null;
      });
      expect(figures.mediatorsWithCases).toBe(new Set(accepted.map(({ mediator }) => mediator)).size);
      const undated = cases.filter(
        ({ removed, receivedOn, registeredOn, ending }) =>
          !removed &&
          receivedOn === null &&
          registeredOn <= period.to &&
          (ending === null || ending.on > period.to),
      );
      const before = cases.filter(
        ({ removed, receivedOn, ending }) =>
          !removed &&
          receivedOn === null &&
          ending !== null &&
          ending.on >= period.from &&
          ending.on <= period.to,
      );
      expect(figures).toMatchObject({ undated: undated.length, beforeReceipt: before.length });
    }),
    { numRuns: 200 },
  );
});

test('the rows of every table sum to the whole', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const figures = read(period);
      const { rates: _, ...total } = figures.total;
      for (const table of tables) {
        for (const name of Object.keys(total) as (keyof typeof total)[]) {
          const sum = figures[table].reduce((so_far, row) => so_far + row.figures[name], 0);
          expect(sum, `${table} ${name}`).toBe(total[name]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('旧存＋新收＝结案＋退回＋未结 holds for every period and in every row', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      expect(unbalanced(register.readable, period)).toEqual([]);
      const figures = read(period);
      const rows = tables.flatMap((table) => figures[table].map((row) => row.figures));
      for (const { opening, received, closed, returned, closing } of [figures.total, ...rows]) {
        expect(opening + received).toBe(closed + returned + closing);
      }
    }),
    { numRuns: 60 },
  );
});

test('a case that ended before it was received is named where it upsets the balance, and only there', () => {
  fc.assert(
    fc.property(anOddRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const upsetting = cases.flatMap((each, index) => {
        const { opening, received, closed, returned, closing } = countInLoops([each], period);
        return opening + received === closed + returned + closing ? [] : [index + 1];
      });
      expect([...unbalanced(register.readable, period)].sort((one, other) => one - other)).toEqual(upsetting);
    }),
    { numRuns: 150 },
  );
});

test('two faults that cancel each other out in the sum are both found', () => {
  writePlainCases(register, [
    // Received in March but ended in February: in the month it came in and never went out.
    aPlainCase({ receivedOn: '2024-03-10', ending: { on: '2024-02-10', code: 'C24', partly: false } }),
    // Ended in March but received in April: it went out and had never come in.
    aPlainCase({ receivedOn: '2024-04-10', ending: { on: '2024-03-20', code: 'C24', partly: false } }),
  ]);
  const { opening, received, closed, returned, closing } = read(march).total;
  expect(opening + received).toBe(closed + returned + closing);
  expect([...unbalanced(register.readable, march)].sort()).toEqual([1, 2]);
});

test('the months of a year add up to the year', () => {
  const ofYear = Array.from({ length: 12 }, (_, index) =>
    monthPeriod(month(`2024-${String(index + 1).padStart(2, '0')}`)),
  );
  fc.assert(
    fc.property(aRegister, (cases) => {
      writePlainCases(register, cases);
      const year = totalFigures(register.readable, yearPeriod(2024));
      const parts = ofYear.map((period) => totalFigures(register.readable, period));
      const added = [
        'received',
        'closed',
        'returned',
        'succeeded',
        'agreedFen',
        'judicialConfirmations',
      ] as const;
      for (const name of added) {
        expect(
          parts.reduce((sum, part) => sum + part[name], 0),
          name,
        ).toBe(year[name]);
      }
      expect(parts[0]?.opening).toBe(year.opening);
      expect(parts.at(-1)?.closing).toBe(year.closing);
      for (const [index, part] of parts.slice(1).entries()) expect(part.opening).toBe(parts[index]?.closing);
    }),
    { numRuns: 40 },
  );
});

test('what is received or ended after a period changes nothing in it', () => {
  fc.assert(
    fc.property(aRegister, fc.array(dayOf, { maxLength: 5 }), (cases, days) => {
      const before = cases.filter((each) => each.registeredOn <= march.to);
      writePlainCases(register, before);
      const then = read(march);
      const later = days.map((day) => addDays(march.to, 1 + (Number(day.slice(8)) % 20)));
      writePlainCases(register, [
        ...before.map((each, index) => ({
          ...each,
          // Pending cases end later, and later ones are confirmed: March stays as it was.
          ending:
            each.ending ??
            (later[index % 5] === undefined
              ? null
              : { on: later[index % 5] ?? '', code: 'C24' as const, partly: false }),
        })),
        ...later.map((day) => aPlainCase({ receivedOn: day, registeredOn: day })),
      ]);
      expect(read(march)).toEqual(then);
    }),
    { numRuns: 60 },
  );
});

function countBehind(counted: Counted): number {
  const where = countedWhere(counted);
  const sql = `SELECT count(*) AS count FROM case_figures f WHERE ${where.sql}`;
  return register.readable.plain<{ count: number }>(sql, ...where.parameters)[0]?.count ?? -1;
}

function shown(figures: Figures, name: FigureName): number | undefined {
  if (name === 'accepted') return figures.opening + figures.received;
  if (name === 'confirmed') return figures.judicialConfirmations;
  if (name === 'undated' || name === 'beforeReceipt') return undefined;
  return figures[name];
}

test('behind every number of every row stand exactly so many cases', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const figures = read(period);
      expect(countBehind({ figure: 'undated', period, slice: null })).toBe(figures.undated);
      expect(countBehind({ figure: 'beforeReceipt', period, slice: null })).toBe(figures.beforeReceipt);
      for (const figure of figureNames) {
        const total = shown(figures.total, figure);
        if (total === undefined) continue;
        expect(countBehind({ figure, period, slice: null }), figure).toBe(total);
        for (const table of tables) {
          for (const row of figures[table]) {
            const slice = { dimension: dimensionOf[table], key: row.key };
            expect(countBehind({ figure, period, slice }), `${figure} ${table} ${row.label}`).toBe(
              shown(row.figures, figure),
            );
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('the cases behind a period say themselves where they are counted', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const figures = read(period);
      const listed = countedCases(register.readable, period);
      const times = (name: FigureName) => listed.filter(({ counted }) => counted.includes(name)).length;
      for (const figure of figureNames) {
        const total = shown(figures.total, figure);
        if (total !== undefined) expect(times(figure), figure).toBe(total);
      }
      expect(times('undated')).toBe(figures.undated);
      expect(times('beforeReceipt')).toBe(figures.beforeReceipt);
      const agreed = listed
        .filter(({ counted }) => counted.includes('succeeded'))
        .reduce((sum, { ending }) => sum + (ending?.agreedFen ?? 0), 0);
      expect(agreed).toBe(figures.total.agreedFen);
      expect(listed.every(({ counted }) => counted.length > 0)).toBe(true);
      expect(listed.every(({ ending }) => ending === null || ending.on <= period.to)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the list behind a number is found by the days of the period, not by reading all cases or all of a court', () => {
  const plan = (counted: Counted) => {
    const where = countedWhere(counted);
    const sql = `SELECT f.case_id FROM case_figures f WHERE ${where.sql} ORDER BY f.listed_on DESC, f.case_id DESC LIMIT 50`;
    const steps = register.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...where.parameters);
    return (steps as { detail: string }[]).map(({ detail }) => detail).filter((step) => / f /.test(step));
  };
  const byDays =
    /^SEARCH f USING (?:INTEGER PRIMARY KEY|(?:COVERING )?INDEX case_figures_(?:ended|received|confirmed) )/;
  for (const figure of figureNames) {
    for (const dimension of [null, 'court', 'cause', 'mediator'] as const) {
      const slice = dimension === null ? null : { dimension, key: dimension === 'cause' ? '离婚纠纷' : '1' };
      const steps = plan({ figure, period: march, slice });
      expect(steps, figure).not.toEqual([]);
      for (const step of steps) expect(step, `${figure} by ${dimension}`).toMatch(byDays);
    }
  }
});

test('a period is counted from covering indexes alone', () => {
  const { sql, parameters } = movement('f.court_id AS court, f.sector AS sector', march);
  const steps = register.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
  const found = (steps as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((step) => /^(?:SEARCH|SCAN) f/.test(step));
  expect(found.slice(0, 3)).toEqual([
    expect.stringContaining('USING COVERING INDEX case_figures_ended (ended_on>? AND ended_on<?)'),
    expect.stringContaining('USING COVERING INDEX case_figures_ended (ended_on=? AND received_on<?)'),
    expect.stringContaining('USING COVERING INDEX case_figures_by_month (<expr>=? AND ended_on>?)'),
  ]);
  expect(found).toHaveLength(4);
});
