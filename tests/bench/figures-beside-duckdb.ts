import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { monthPeriod, type Period, shiftMonth, yearPeriod } from '#shared/domain/reporting-period.ts';
import {
  amountNames,
  figureNames,
  type SliceDimension,
  sliceDimensionNames,
} from '#shared/domain/statistics.ts';
import { openBeside } from '../../src/main/register/open.ts';
import type { ReadableDb } from '../../src/main/register/query.ts';
import { columnsOf } from '../../src/main/register/statistics/columns.ts';
import { tallyAll } from '../../src/main/register/statistics/count.ts';
import { tallyCross } from '../../src/main/register/statistics/cross.ts';
import { tallyRows } from '../../src/main/register/statistics/flows.ts';
import { select } from '../../src/main/register/statistics/selection.ts';
import { type CountedName, figuresSql, monthsSql } from './duckdb-figures.ts';
import { type DuckDb, loadIntoDuckDb } from './duckdb-register.ts';
import { type Row, time } from './measure.ts';

type Answer = readonly (readonly unknown[])[];

/** One question put to both: what they answer is compared, then both are timed. */
type Question = {
  readonly what: string;
  readonly ours: () => Answer | Promise<Answer>;
  readonly sql: readonly string[];
};

const everything: readonly CountedName[] = [...figureNames, ...amountNames];
const main = [
  'opening',
  'received',
  'closed',
  'returned',
  'closing',
  'succeeded',
  'claimFenOfClosed',
  'agreedFen',
  'paidFen',
] as const satisfies readonly CountedName[];

const october = monthPeriod(month('2026-10'));
const year = yearPeriod(2025);
const always: Period = { from: localDate('1990-01-01'), to: localDate('2026-12-31') };

/** Rows without an order, and without those in which nothing is counted. */
function comparable(rows: Answer): Answer {
  return rows
    .filter((row) => row.some((value) => typeof value === 'number' && value !== 0))
    .map((row) => [...row])
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function simpleQuestions(db: ReadableDb): readonly Question[] {
  const whole = (period: Period, wanted: readonly CountedName[]) => [
    ...tallyAll(select(db, { period, filter: [], wanted })),
  ];
  const by = (period: Period, wanted: readonly CountedName[], dimension: SliceDimension) =>
    [...tallyRows(db, { period, filter: [], wanted }, dimension).rows].map(([key, tally]) => [key, ...tally]);
  return [
    {
      what: 'one month, nine counts and sums',
      ours: () => [whole(october, main)],
      sql: [figuresSql(october, main)],
    },
    {
      what: `one month, all ${everything.length}`,
      ours: () => [whole(october, everything)],
      sql: [figuresSql(october, everything)],
    },
    {
      what: 'a year by month, nine counts and sums',
      ours: () =>
        Array.from({ length: 12 }, (_, place) =>
          whole(monthPeriod(shiftMonth(month('2025-01'), place)), main),
        ),
      sql: [monthsSql(year)],
    },
    {
      what: 'all cases by cause',
      ours: () => by(always, ['received'], 'cause'),
      sql: [figuresSql(always, ['received'], ['cause'])],
    },
    {
      what: 'a year by court and closing code',
      ours: () =>
        [
          ...tallyCross(db, select(db, { period: year, filter: [], wanted: ['closed'] }), 'court', 'closing'),
        ].flatMap(([code, rows]) => [...rows].map(([court, tally]) => [court, code, ...tally])),
      sql: [figuresSql(year, ['closed'], ['court', 'closing'])],
    },
    {
      what: 'all cases, success rate by mediator',
      ours: () => by(always, ['succeeded', 'closed'], 'mediator'),
      sql: [figuresSql(always, ['succeeded', 'closed'], ['mediator'])],
    },
    {
      what: `all cases, all ${everything.length} by court`,
      ours: () => by(always, everything, 'court'),
      sql: [figuresSql(always, everything, ['court'])],
    },
  ];
}

/** The month's report with every table and its comparisons, as the pages get it through the contract. */
function reportQuestion(client: OfficeClient): Question {
  const periods = {
    current: october,
    previous: monthPeriod(month('2026-09')),
    yearBefore: monthPeriod(month('2025-10')),
    yearToDate: { from: localDate('2026-01-01'), to: october.to },
    yearToDateBefore: { from: localDate('2025-01-01'), to: localDate('2025-10-31') },
  };
  const compared = ['current', 'yearToDate', 'yearBefore'] as const;
  // Cases without a receipt day make no row in a table.
  const reported = everything.filter((name) => name !== 'undated' && name !== 'beforeReceipt');
  const listed = (figures: Readonly<Record<CountedName, number>>) => reported.map((name) => figures[name]);
  return {
    what: 'the month report with all tables and comparisons',
    ours: async () => {
      const request = { kind: 'month' as const, month: month('2026-10') };
      const report = await client.statistics.report({
        request,
        filter: [],
        tables: [...sliceDimensionNames],
        compared: true,
      });
      return [
        ...(Object.keys(periods) as (keyof typeof periods)[]).map((name) => listed(report[name].figures)),
        ...report.tables.flatMap(({ rows }) =>
          rows.flatMap((row) =>
            compared.flatMap((name) => (row[name] === null ? [] : [[row.key, ...listed(row[name])]])),
          ),
        ),
      ];
    },
    sql: [
      ...Object.values(periods).map((period) => figuresSql(period, reported)),
      ...sliceDimensionNames.flatMap((dimension) =>
        compared.map((name) => figuresSql(periods[name], reported, [dimension])),
      ),
    ],
  };
}

async function answered(duck: DuckDb, sql: readonly string[]): Promise<Answer> {
  const answers: (readonly unknown[])[] = [];
  for (const one of sql) answers.push(...(await duck.rows(one)));
  return answers;
}

/**
 * Times of the same questions put to the columns and to DuckDB over the same rows, whose answers have to be equal. Ours
 * has one thread; DuckDB takes as many as the machine has.
 */
export async function figuresBesideDuckDb(dataDir: string, client: OfficeClient): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-office-duckdb-'));
  const { readable: db, database } = openBeside(dataDir);
  const rows: Row[] = [];
  const put = (what: string, value: number, unit: Row['unit'] = 'ms', aim?: Row['aim']) =>
    rows.push({ what, value, unit, ...(aim === undefined ? {} : { aim }) });
  try {
    const held = process.memoryUsage().arrayBuffers;
    put('columns: reading all cases', await time(1, () => columnsOf(db)));
    put('columns: memory', (process.memoryUsage().arrayBuffers - held) / 2 ** 20, 'MiB');
    let duck: DuckDb | undefined;
    put(
      'DuckDB: reading all cases',
      await time(1, async () => {
        duck = await loadIntoDuckDb(db, folder);
      }),
    );
    if (duck === undefined) throw new Error('DuckDB was loaded.');
    const asked = duck;
    for (const { what, ours, sql } of [...simpleQuestions(db), reportQuestion(client)]) {
      deepStrictEqual(comparable(await ours()), comparable(await answered(asked, sql)), what);
      const theirs = await time(9, () => answered(asked, sql));
      put(what, await time(15, ours), 'ms', { most: theirs, words: 'no slower than DuckDB' });
      put(`${what}: DuckDB`, theirs);
    }
    asked.close();
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
