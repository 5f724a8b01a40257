import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDate, type Month, month } from '#shared/domain/local-date.ts';
import {
  adjustmentKind,
  countedNameSchema,
  figureChanges,
  figureChangesOfRow,
  isSameShare,
  type ShareChange,
} from '#shared/domain/month-adjustment.ts';
import { formatMonth, shiftMonth } from '#shared/domain/reporting-period.ts';
import { comparedPeriods, openingOf, reportTableNames } from '#shared/domain/statistics/tables.ts';
import { amountNames, isAmount, sliceDimensionNames } from '#shared/domain/statistics.ts';
import { frozenCasesBehind } from '../../src/main/procedures/frozen-cases.ts';
import { frozenMonth } from '../../src/main/procedures/frozen-content.ts';
import { reportOf } from '../../src/main/procedures/report.ts';
import {
  type Adjustment,
  adjustmentsIn,
  adjustmentsOf,
  frozenCases,
  openAdjustments,
  standingClosings,
  storedContentHash,
} from '../../src/main/register/month-closings.ts';
import { openBeside } from '../../src/main/register/open.ts';
import type { Connection, ReadableDb } from '../../src/main/register/query.ts';
import { totalFigures } from '../../src/main/register/statistics.ts';
import { readAtOnce } from '../../src/main/register/transact.ts';
import type { Life, World } from '../support/random-lives.ts';
import { type Lived, manyLives } from './many-lives.ts';

/** A run that failed is repeated with its seed: MONTHS_SEED=… npx vitest … */
const seed = Number(process.env.MONTHS_SEED ?? Date.now() % 1_000_000_000);
const first = month('2025-03');

/** What a closed month handed out: its figures with all tables, its cases, its file. */
type HandedOut = {
  readonly month: Month;
  readonly report: string;
  readonly cases: string;
  readonly file: string;
};

async function handedOut({ client }: Pick<World, 'client'>, of: Month): Promise<HandedOut> {
  const { file } = await client.months.file({ month: of });
  const request = { kind: 'month', month: of } as const;
  return {
    month: of,
    report: JSON.stringify([
      await client.months.report({ month: of }),
      await client.statistics.report({ request, tables: [...sliceDimensionNames], compared: true }),
      await client.statistics.tables({ request }),
    ]),
    cases: JSON.stringify(await client.months.cases({ month: of, figure: 'accepted' })),
    file: createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex'),
  };
}

/** On the third day of every month somebody closes the month before; two are reopened and closed again. */
async function* closesMonths(world: World, done: HandedOut[]): Life {
  for (let of = first; of <= month('2026-10'); of = shiftMonth(of, 1)) {
    yield localDate(`${shiftMonth(of, 1)}-03`);
    await world.client.months.close({ month: of });
    if (of === '2025-06' || of === '2026-02') {
      yield addDays(world.today(), 4);
      await world.client.months.reopen({ month: of, reason: '漏登了案件' });
      await world.client.months.close({ month: of });
    }
    done.push(await handedOut(world, of));
  }
}

type Values = Readonly<Record<string, number>>;

function by(changes: ReturnType<typeof figureChanges>, name: string): number {
  return changes.find((change) => change.name === name)?.by ?? 0;
}

/** The figures for which what a month says and the changes are not what counting gives. */
function unexplained(says: Values, changes: ReturnType<typeof figureChanges>, counted: Values): string[] {
  return countedNameSchema.options.filter(
    (name) => (says[name] ?? 0) + by(changes, name) !== (counted[name] ?? 0),
  );
}

/** Figures without those that are 0: a row that nothing is counted in is left out. */
function found(figures: Values | null): Values {
  return Object.fromEntries(Object.entries(figures ?? {}).filter(([, value]) => value !== 0));
}

/** Cases without a receipt day make no rows. */
const outside = ['undated', 'beforeReceipt'];

/** What no adjustment explains of a closed month, in the whole and in every row of every table. */
function gaps(db: ReadableDb, closing: { id: number; month: Month }, changes: readonly ShareChange[]) {
  const says = frozenMonth(db, closing.id).report;
  const request = { kind: 'month', month: closing.month } as const;
  const counted = reportOf(db, {
    request,
    filter: [],
    tables: [...sliceDimensionNames],
    compared: false,
  });
  const found = unexplained(says.current.figures, figureChanges(changes), counted.current.figures).map(
    (name) => `${closing.month} ${name}`,
  );
  for (const dimension of sliceDimensionNames) {
    const rowsOf = (report: typeof says) =>
      new Map(
        report.tables
          .find((table) => table.dimension === dimension)
          ?.rows.map((row) => [row.key, row.current]),
      );
    const [before, now] = [rowsOf(says), rowsOf(counted)];
    const keys = new Set([
      ...before.keys(),
      ...now.keys(),
      ...changes.flatMap((change) =>
        [change.before, change.after].flatMap((share) => share?.keys[dimension] ?? []),
      ),
    ]);
    for (const key of keys) {
      const names = unexplained(
        before.get(key) ?? {},
        figureChangesOfRow(changes, dimension, key),
        now.get(key) ?? {},
      );
      for (const name of names) {
        if (!outside.includes(name)) found.push(`${closing.month} ${dimension} ${key} ${name}`);
      }
    }
  }
  return found;
}

function changesOf(db: ReadableDb, closingId: number): Adjustment[] {
  return [
    ...adjustmentsOf(db, closingId).map(({ adjustment }) => adjustment),
    ...openAdjustments(db).filter(({ ofClosing }) => ofClosing === closingId),
  ];
}

describe(`closed months in a register with random histories (seed ${seed})`, () => {
  const done: HandedOut[] = [];
  let lived: Lived;
  let connection: Connection;
  const read = <T>(what: (db: ReadableDb) => T) => readAtOnce(connection, what);

  beforeAll(async () => {
    lived = await manyLives(seed, 170, 30, undefined, (world) => [
      { from: localDate('2025-03-02'), life: closesMonths(world, done) },
    ]);
    connection = openBeside(lived.dataDir);
  }, 600_000);
  afterAll(async () => {
    connection?.database.close();
    await lived?.close();
  });

  test('no command of more than a thousand changes what a closed month handed out', async () => {
    const [[commands] = [0]] = read((db) =>
      db.rows<[number]>(
        `SELECT count(DISTINCT command_id) FROM events WHERE subject = 'case'
         AND id > (SELECT min(last_event) FROM month_closings)`,
      ),
    );
    expect(commands).toBeGreaterThan(1000);
    expect(done).toHaveLength(20);
    for (const one of done) expect(await handedOut(lived, one.month), one.month).toEqual(one);
    for (const { id, contentSha256 } of read(standingClosings)) {
      expect(read((db) => storedContentHash(db, id))).toBe(contentSha256);
    }
  });

  test('the adjustments explain every difference in every figure and every row', () => {
    const found = read((db) =>
      standingClosings(db).flatMap((closing) => gaps(db, closing, changesOf(db, closing.id))),
    );
    expect(found).toEqual([]);
  });

  test('without any one of the adjustments a difference stays unexplained', () => {
    read((db) => {
      let left = 0;
      for (const closing of standingClosings(db)) {
        const changes = changesOf(db, closing.id);
        const says = frozenMonth(db, closing.id).report.current.figures;
        const counted = totalFigures(db, closing.period);
        for (const [place, change] of changes.entries()) {
          if (figureChanges([change]).length === 0) continue;
          const [name] = figureChanges([change]);
          const others = changes.toSpliced(place, 1);
          expect(unexplained(says, figureChanges(others), counted)).toContain(name?.name);
          left += 1;
        }
      }
      expect(left).toBeGreaterThan(30);
    });
  });

  test('each change stands in one month: they follow from what was frozen, one after the other', () => {
    read((db) => {
      const kinds = new Map<string, number>();
      for (const { id } of standingClosings(db)) {
        const last = new Map(frozenCases(db, id).map(({ caseId, share }) => [caseId, share]));
        for (const change of changesOf(db, id)) {
          expect(isSameShare(last.get(change.caseId) ?? null, change.before)).toBe(true);
          expect(isSameShare(change.before, change.after)).toBe(false);
          expect(change.events.length).toBeGreaterThan(0);
          if (change.after === null) last.delete(change.caseId);
          else last.set(change.caseId, change.after);
          const kind = adjustmentKind(change);
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        }
      }
      for (const kind of ['correction', 'regrouping', 'progress']) {
        expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0);
      }
    });
  });

  test('未结 of a closed month and its adjustments are 旧存 of the next', () => {
    read((db) => {
      const closings = standingClosings(db);
      for (const [place, closing] of closings.entries()) {
        const next = closings[place + 1];
        const says = frozenMonth(db, closing.id).report.current.figures;
        const adjustments = next === undefined ? openAdjustments(db) : adjustmentsIn(db, next.id);
        const own = figureChanges(adjustments.filter(({ ofClosing }) => ofClosing === closing.id));
        const opening =
          next === undefined
            ? totalFigures(db, { from: addDays(closing.period.to, 1), to: localDate('2026-11-30') }).opening
            : frozenMonth(db, next.id).report.current.figures.opening;
        expect(says.closing + by(own, 'closing'), closing.month).toBe(opening);
      }
    });
  });

  test('a month is compared with what closed months reported, in the whole and in every row', () => {
    read((db) => {
      const closings = new Map(standingClosings(db).map((closing) => [closing.month, closing.id]));
      let compared = 0;
      for (const [of, id] of closings) {
        const { report, tables } = frozenMonth(db, id);
        const before = closings.get(shiftMonth(of, -1));
        const lastYear = closings.get(shiftMonth(of, -12));
        if (before !== undefined) {
          expect(report.previous, of).toEqual(frozenMonth(db, before).report.current);
          expect(report.taken.previous).toEqual({ month: shiftMonth(of, -1), of: 'current' });
        }
        if (lastYear === undefined) continue;
        const then = frozenMonth(db, lastYear).report;
        expect([report.yearBefore, report.yearToDateBefore], of).toEqual([then.current, then.yearToDate]);
        for (const { dimension, rows } of report.tables) {
          const table = then.tables.find((one) => one.dimension === dimension);
          for (const { key, yearBefore } of rows) {
            const row = table?.rows.find((one) => one.key === key);
            expect(found(yearBefore), `${of} ${dimension} ${key}`).toEqual(found(row?.current ?? null));
            compared += 1;
          }
        }
        const noted = tables.notes.filter((note) => note.includes('取锁定时报出的数'));
        expect(noted).toHaveLength(1);
        expect(noted[0]).toContain(`上年同期为${formatMonth(shiftMonth(of, -12))}`);
      }
      expect(compared).toBeGreaterThan(100);
    });
  });

  test('every number of a closed month opens as many cases as its column counted then', async () => {
    let opened = 0;
    for (const of of [first, month('2026-09')]) {
      const request = { kind: 'month', month: of } as const;
      const report = await lived.client.statistics.tables({ request, tables: [...reportTableNames] });
      const periods = Object.fromEntries(comparedPeriods.map((one) => [one, report[one].period]));
      read((db) => {
        const known = new Map(standingClosings(db).map((closing) => [closing.month, closing]));
        for (const table of report.tables) {
          for (const row of table.rows) {
            for (const [place, column] of table.columns.entries()) {
              const cell = row.cells[place];
              if (cell === undefined) continue;
              const opening = openingOf({ filter: [], periods: periods as never }, row, column, cell);
              if (opening?.kind !== 'cases') continue;
              const taken = report.taken[opening.of];
              const closing = taken === null ? undefined : known.get(taken.month);
              if (taken === null || closing === undefined)
                throw new Error(`${of} ${opening.of} is not frozen.`);
              const cases = frozenCasesBehind(db, closing, taken.of, opening.counted);
              const isSum = column.measure !== null && isAmount(column.measure);
              const name = `${of} ${table.name} ${row.cells[1]?.text} ${column.head}`;
              if (cell.kind === 'count' && !isSum && row.cells[1]?.text !== '涉及当事人') {
                expect(cases.length, name).toBe(cell.value);
              } else if (cell.kind === 'percent') {
                expect(cases.length, name).toBe(cell.numerator);
              } else {
                expect(cases.length, name).toBeGreaterThan(0);
              }
              opened += 1;
            }
          }
        }
      });
    }
    expect(opened).toBeGreaterThan(200);
  });

  test('the months of a year and their adjustments are the year to date', () => {
    read((db) => {
      const year = standingClosings(db).filter((closing) => closing.month >= '2026-01');
      // What is pending or waiting at an end, and who paid in several months, does not add up over months.
      const standing = ['opening', 'accepted', 'closing', 'overdue', 'undated', 'paidInPeriod'];
      const counted = totalFigures(db, { from: localDate('2026-01-01'), to: localDate('2026-10-31') });
      const changes = figureChanges(year.flatMap(({ id }) => changesOf(db, id)));
      const frozen = year.map(({ id }) => frozenMonth(db, id).report.current.figures);
      for (const name of [...countedNameSchema.options, ...amountNames]) {
        if (standing.includes(name)) continue;
        const says = frozen.reduce((sum, figures) => sum + (figures[name] ?? 0), 0);
        expect(says + by(changes, name), name).toBe(counted[name]);
      }
    });
  });
});
