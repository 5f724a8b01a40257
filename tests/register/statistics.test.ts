import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Counted } from '#shared/contract/cases.ts';
import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { caseSourceCodes } from '#shared/domain/channel.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import { monthPeriod, type Period, yearPeriod } from '#shared/domain/reporting-period.ts';
import {
  amountNames,
  type FigureName,
  figureNames,
  type MeasureName,
  measureNames,
  ratioOf,
  type Slice,
  type SliceDimension,
  sliceDimensionNames,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import {
  countedCases,
  countedWhere,
  coveredDays,
  periodFigures,
  pivotOf,
  selectPeriod,
  sliceTable,
  totalFigures,
  unbalanced,
} from '../../src/main/register/statistics.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';
import { countInLoops, found, keysOf, tableInLoops } from './statistics-loops.ts';

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
      payments: fc.array(fc.record({ fen: fenOf, cancelled: fc.boolean(), on: fc.option(dayOf) }), {
        maxLength: 3,
      }),
      confirmedOn: fc.option(dayOf),
      source: fc.constantFrom(...caseSourceCodes),
      studio: fc.option(fc.integer({ min: 1, max: 2 })),
      organisation: fc.option(fc.integer({ min: 1, max: 2 })),
      district: fc.constantFrom('甲区', '乙旗', null),
      marks: fc.subarray([...caseMarkCodes], { maxLength: 2 }),
      parties: fc.integer({ min: 0, max: 4 }),
      noProperty: fc.boolean(),
      appliedOn: fc.option(dayOf),
      rejectedOn: fc.option(dayOf, { freq: 1 }),
      enforcedOn: fc.option(dayOf, { freq: 1 }),
      termOn: fc.option(dayOf),
      dueOn: fc.option(dayOf),
      removed: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
    })
    .map(({ registered, after, ended, endedOn, code, partly, receivedOn, ...facts }) => {
      const begun = receivedOn ?? registered;
      const later = addDays(begun, after);
      const on = ended === 'on a day' && (odd || endedOn >= begun) ? endedOn : later;
      return {
        ...facts,
        // Terms hang on an agreement.
        termOn: facts.agreedFen === null ? null : facts.termOn,
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

const dimensions = sliceDimensionNames;
const single = dimensions.filter((dimension) => sliceDimensions[dimension].single);

const read = (period: Period, filter: readonly Slice[] = []) =>
  periodFigures(register.readable, period, filter);

const table = (period: Period, dimension: SliceDimension, filter: readonly Slice[] = []) =>
  sliceTable(register.readable, selectPeriod(register.readable, period, filter), dimension, null);

/** A table as the loops give it: what was found, by key. */
function rowsByKey(period: Period, dimension: SliceDimension, filter: readonly Slice[] = []) {
  return Object.fromEntries(
    table(period, dimension, filter).map(({ key, current }) => [key, found(current)]),
  );
}

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
  const { figures, mediatorsWithCases } = read(march);
  expect(found(figures)).toEqual({
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
    confirmed: 1,
    // Nobody wrote down when it was applied for, by when was to be paid, nor when 400,000 were.
    confirmedUnapplied: 1,
    performanceUndated: 2,
    paidUndated: 1,
    accepted: 6,
    receivedA: 3,
    receivedC: 1,
    failed: 1,
    endedC11: 1,
    endedC23: 1,
    settledOrWithdrawn: 2,
    confirmable: 1,
    confirmableApplied: 1,
    claimFenOfReceived: 20_000_00 + 7_00 + 100_00 + 100_00,
    daysToClose: 14 + 30 + 10,
    partiesOfClosed: 6,
    undated: 1,
    beforeReceipt: 1,
  });
  expect(ratioOf(figures, 'ofClosed')).toEqual({ numerator: 2, denominator: 3 });
  expect(ratioOf(figures, 'ofAccepted')).toEqual({ numerator: 2, denominator: 6 });
  expect(ratioOf(figures, 'ofMediated')).toEqual({ numerator: 2, denominator: 2 });
  expect(mediatorsWithCases).toBe(3);
  expect(
    table(march, 'closing').map(({ key, current: { received, closed } }) => [key, received, closed]),
  ).toEqual([
    ['C11', 0, 1],
    ['C16', 1, 1],
    ['C23', 1, 1],
    ['C28', 1, 0],
    ['', 1, 0],
  ]);
  expect(table(march, 'court').map(({ label }) => label)).toEqual(['甲区人民法院', '未填']);
  expect(table(march, 'channel').map(({ key, label }) => [key, label])).toEqual([
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
  expect(read(march).figures).toMatchObject({ claimFenOfClosed: 3 * largest, agreedFen: 3 * largest });
});

test('an empty register has zeros and nothing to divide by', () => {
  writePlainCases(register, []);
  const { figures, mediatorsWithCases } = read(march);
  expect(found(figures)).toEqual({});
  expect(ratioOf(figures, 'ofClosed')).toEqual({ numerator: 0, denominator: 0 });
  expect(mediatorsWithCases).toBe(0);
  for (const dimension of dimensions) expect(table(march, dimension), dimension).toEqual([]);
  expect(coveredDays(register.readable)).toBeNull();
});

test('editions of a cause count together, and mediators of one name stand apart', () => {
  writePlainCases(register, [
    aPlainCase({ cause: 1, mediator: 2 }),
    aPlainCase({ cause: 2, mediator: 3 }),
    aPlainCase({ cause: 3, mediator: 4 }),
    aPlainCase({ cause: null, mediator: 5 }),
  ]);
  expect(table(march, 'cause').map(({ key, current: { received } }) => [key, received])).toEqual([
    ['买卖合同纠纷', 2],
    ['民间借贷纠纷', 1],
    ['', 1],
  ]);
  expect(table(march, 'mediator').map(({ label }) => label)).toEqual([
    '戊调解（教育）',
    '戊调解（工商联，名册3号）',
    '戊调解（工商联，名册4号）',
    '己调解',
  ]);
});

test('every figure of every table is what counting case by case in loops gives', () => {
  const periods = fc.array(aPeriod, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(aRegister, periods, (cases, asked) => {
      writePlainCases(register, cases);
      for (const period of asked) {
        const { figures, mediatorsWithCases } = read(period);
        expect(found(figures)).toEqual(found(countInLoops(cases, period)));
        expect(totalFigures(register.readable, period)).toEqual(figures);
        for (const dimension of dimensions) {
          const keysOfCase = (each: PlainCase) => keysOf[dimension](each, period);
          expect(rowsByKey(period, dimension), dimension).toEqual(tableInLoops(cases, period, keysOfCase));
        }
        const accepted = cases.filter(
          (each) => (countInLoops([each], period).accepted ?? 0) > 0 && each.mediator !== null,
        );
        expect(mediatorsWithCases).toBe(new Set(accepted.map(({ mediator }) => mediator)).size);
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);

/** Some rows of the tables, as a filter: keys that occur, and one that nobody has. */
const aFilter: fc.Arbitrary<readonly Slice[]> = fc.array(
  fc.constantFrom<Slice>(
    { dimension: 'court', key: '1' },
    { dimension: 'court', key: '' },
    { dimension: 'court', key: '99' },
    { dimension: 'channel', key: 'A' },
    { dimension: 'closing', key: '' },
    { dimension: 'closing', key: 'C11' },
    { dimension: 'mark', key: 'minor' },
    { dimension: 'mark', key: '' },
    { dimension: 'causeLevel2', key: '合同纠纷' },
    { dimension: 'causeGroup', key: '' },
    { dimension: 'amountBand', key: 'upTo20' },
    { dimension: 'sector', key: '教育' },
  ),
  { minLength: 1, maxLength: 3 },
);

function lieIn(filter: readonly Slice[], period: Period) {
  return (each: PlainCase) =>
    filter.every(({ dimension, key }) => keysOf[dimension](each, period).includes(key));
}

test('a filter keeps exactly the cases that lie in all of its rows', () => {
  fc.assert(
    fc.property(
      aRegister,
      fc.array(fc.tuple(aPeriod, aFilter), { minLength: 5, maxLength: 5 }),
      (cases, asked) => {
        writePlainCases(register, cases);
        for (const [period, filter] of asked) {
          const left = cases.filter(lieIn(filter, period));
          expect(found(read(period, filter).figures)).toEqual(found(countInLoops(left, period)));
          const keysOfCase = (each: PlainCase) => keysOf.cause(each, period);
          expect(rowsByKey(period, 'cause', filter)).toEqual(tableInLoops(left, period, keysOfCase));
          for (const figure of ['closed', 'closing', 'received'] as const) {
            expect(countBehind({ figure, period, slices: [...filter] }), figure).toBe(
              countInLoops(left, period)[figure] ?? 0,
            );
          }
        }
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

const aDimension = fc.constantFrom(...dimensions);

test('each cell of a table of one’s own is what the loops give for its row and its column', () => {
  fc.assert(
    fc.property(
      aRegister,
      aPeriod,
      aDimension,
      fc.option(aDimension, { freq: 6 }),
      fc.constantFrom(...measureNames),
      (cases, period, rows, columns, measure) => {
        writePlainCases(register, cases);
        const asked = { request: { kind: 'days' as const, ...period }, filter: [], rows, columns, measure };
        const pivot = pivotOf(register.readable, asked, period, []);
        const expected = (of: readonly PlainCase[]) => cellIn(measure, countInLoops(of, period));
        expect(pivot.total).toEqual(expected(cases));
        for (const [place, row] of pivot.rows.entries()) {
          const inRow = cases.filter(lieIn([{ dimension: rows, key: row.key }], period));
          expect(pivot.rowTotals[place], row.key).toEqual(expected(inRow));
          for (const [across, column] of pivot.columns.entries()) {
            const inBoth =
              columns === null ? [] : inRow.filter(lieIn([{ dimension: columns, key: column.key }], period));
            expect(pivot.cells[place]?.[across]).toEqual(expected(inBoth));
          }
        }
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);

function cellIn(measure: MeasureName, counted: Readonly<Record<string, number>>) {
  const all = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, counted[name] ?? 0]));
  const figures = all as Parameters<typeof ratioOf>[0];
  const isPlain = measure in figures;
  return isPlain
    ? { numerator: figures[measure as FigureName], denominator: 1 }
    : ratioOf(figures, measure as Parameters<typeof ratioOf>[1]);
}

test('the rows of every table in which a case lies once sum to the whole', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const { figures } = read(period);
      for (const dimension of single) {
        const rows = table(period, dimension);
        for (const name of [...figureNames, ...amountNames]) {
          // These stand under the tables.
          if (name === 'undated' || name === 'beforeReceipt') continue;
          const sum = rows.reduce((so_far, row) => so_far + row.current[name], 0);
          expect(sum, `${dimension} ${name}`).toBe(figures[name]);
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
      const rows = dimensions.flatMap((dimension) => table(period, dimension).map(({ current }) => current));
      for (const { opening, received, closed, returned, closing } of [read(period).figures, ...rows]) {
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
        const {
          opening = 0,
          received = 0,
          closed = 0,
          returned = 0,
          closing = 0,
        } = countInLoops([each], period);
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
  const { opening, received, closed, returned, closing } = read(march).figures;
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
        'confirmed',
        'paidInPeriodFen',
        'daysToClose',
        'performanceDue',
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

const someFigures = fc.subarray([...figureNames], { minLength: 6, maxLength: 6 });

test('behind every number of every row stand exactly so many cases', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, someFigures, (cases, period, asked) => {
      writePlainCases(register, cases);
      const { figures } = read(period);
      for (const figure of asked) {
        expect(countBehind({ figure, period, slices: [] }), figure).toBe(figures[figure]);
        for (const dimension of dimensions) {
          for (const { key, current } of table(period, dimension)) {
            const counted = { figure, period, slices: [{ dimension, key }] };
            expect(countBehind(counted), `${figure} ${dimension} ${key}`).toBe(current[figure]);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('the cases behind a period say themselves where they are counted', () => {
  fc.assert(
    fc.property(aRegister, aPeriod, (cases, period) => {
      writePlainCases(register, cases);
      const { figures } = read(period);
      const listed = countedCases(register.readable, period);
      const times = (name: FigureName) => listed.filter(({ counted }) => counted.includes(name)).length;
      for (const figure of figureNames) {
        expect(times(figure), figure).toBe(figures[figure]);
      }
      const agreed = listed
        .filter(({ counted }) => counted.includes('succeeded'))
        .reduce((sum, { ending }) => sum + (ending?.agreedFen ?? 0), 0);
      expect(agreed).toBe(figures.agreedFen);
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
    /^SEARCH f USING (?:INTEGER PRIMARY KEY|(?:COVERING )?INDEX case_figures_(?:ended|received|confirmed|applied|rejected|performance) )/;
  for (const figure of figureNames) {
    for (const dimension of [null, 'court', 'cause', 'mediator'] as const) {
      const slices = dimension === null ? [] : [{ dimension, key: dimension === 'cause' ? '离婚纠纷' : '1' }];
      const steps = plan({ figure, period: march, slices });
      expect(steps, figure).not.toEqual([]);
      for (const step of steps) expect(step, `${figure} by ${dimension}`).toMatch(byDays);
    }
  }
});
