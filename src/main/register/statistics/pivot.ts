import type { Pivot, PivotAsked, PivotCell } from '#shared/contract/statistics.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { formatMonth, type Period } from '#shared/domain/reporting-period.ts';
import { isRatio, type MeasureName, ratios, type SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { type Tally, tallyBy } from './count.ts';
import { tallyCross } from './cross.ts';
import { tallyRows } from './flows.ts';
import { rowLabels, rowOrder } from './labels.ts';
import { type Asked, select } from './selection.ts';
import type { CountedName } from './standing.ts';

function wantedFor(measure: MeasureName): readonly CountedName[] {
  return isRatio(measure) ? [ratios[measure].numerator, ratios[measure].denominator] : [measure];
}

function cellOf(measure: MeasureName, tally: Tally | undefined): PivotCell {
  const [numerator = 0, denominator = 0] = tally ?? [];
  return isRatio(measure) ? { numerator, denominator } : { numerator, denominator: 1 };
}

type Head = { readonly key: string; readonly label: string };
type Column = Head & {
  readonly period: Period;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly all: Tally;
};

/** Rows or columns in the order of their dimension, the largest first where it has none. */
function ordered(db: ReadableDb, dimension: SliceDimension, tallies: ReadonlyMap<string, Tally>): Head[] {
  const label = rowLabels(db, dimension);
  const order = rowOrder(dimension);
  return [...tallies]
    .map(([key, [first = 0, second = 0]]) => ({ key, cases: second || first, closed: first }))
    .sort(order)
    .map(({ key }) => ({ key, label: label(key) }));
}

/** The columns of a table by two dimensions, all out of one reading of the cases. */
function columnsAcross(
  db: ReadableDb,
  asked: Asked,
  dimension: SliceDimension,
  across: SliceDimension,
): Column[] {
  const selection = select(db, asked);
  const cells = tallyCross(db, selection, dimension, across);
  const totals = tallyBy(db, selection, across);
  return ordered(db, across, totals).map((head) => ({
    ...head,
    period: asked.period,
    tallies: cells.get(head.key) ?? new Map(),
    all: totals.get(head.key) ?? new Float64Array(asked.wanted.length),
  }));
}

/** The months of a pivot by time. */
export type MonthColumn = { readonly month: Month; readonly period: Period };

/** A table of one's own: each cell is the measure over the cases that lie in its row and in its column. */
export function pivotOf(
  db: ReadableDb,
  asked: PivotAsked,
  period: Period,
  months: readonly MonthColumn[],
): Pivot {
  const { rows: dimension, columns: across, measure, filter } = asked;
  const wanted = wantedFor(measure);
  const whole = { period, filter, wanted };
  const { rows: byRow, all } = tallyRows(db, whole, dimension);
  const columns =
    across === null
      ? []
      : across === 'month'
        ? months.map((one): Column => {
            const part = tallyRows(db, { ...whole, period: one.period }, dimension);
            const head = { key: one.month, label: formatMonth(one.month), period: one.period };
            return { ...head, tallies: part.rows, all: part.all };
          })
        : columnsAcross(db, whole, dimension, across);
  // A month can hold a row that the whole period does not: a case that was pending only at its end.
  const keys = new Map(byRow);
  for (const { tallies } of columns) {
    for (const [key, tally] of tallies) if (!keys.has(key)) keys.set(key, tally);
  }
  const rows = ordered(db, dimension, keys);
  return {
    asked,
    period,
    rows,
    columns: columns.map(({ key, label, period: of }) => ({ key, label, period: of })),
    cells: rows.map(({ key }) => columns.map(({ tallies }) => cellOf(measure, tallies.get(key)))),
    rowTotals: rows.map(({ key }) => cellOf(measure, byRow.get(key))),
    columnTotals: columns.map((column) => cellOf(measure, column.all)),
    total: cellOf(measure, all),
  };
}
