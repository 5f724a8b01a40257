import type { ReportRow, ReportTable } from '../../domain/statistics/tables.ts';
import type { MeasureName } from '../../domain/statistics.ts';

export type Ranked = { readonly row: ReportRow; readonly count: number; readonly place: number };

/** The column of a measure of the period itself; −1 where the table has none. */
export function columnOf(table: ReportTable, measure: MeasureName): number {
  return table.columns.findIndex((column) => column.measure === measure && column.opens?.of === 'current');
}

function all(table: ReportTable, measure: MeasureName): readonly Ranked[] {
  const index = columnOf(table, measure);
  const rows = table.rows
    .filter(({ kind }) => kind === 'line')
    .map((row) => {
      const found = row.cells[index];
      return { row, count: found?.kind === 'count' ? found.value : 0 };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return rows.map((one) => ({ ...one, place: rows.findIndex(({ count }) => count === one.count) + 1 }));
}

/**
 * The first rows by a count, each with its place; equal counts share one (1, 2, 2, 4). Equals are all among them or none:
 * about so many, at most half as many more.
 */
function first(rows: readonly Ranked[], most: number): readonly Ranked[] {
  const last = rows[most - 1]?.count;
  if (last === undefined) return rows;
  const withEquals = rows.filter(({ count }) => count >= last);
  return withEquals.length <= most * 1.5 + 0.5 ? withEquals : rows.filter(({ count }) => count > last);
}

const mostRows = 10;

/** The rows of a ranking. Where half the table shares a place it is cut above them, unless nobody would be left. */
export function ranking(table: ReportTable, measure: MeasureName): readonly Ranked[] {
  const rows = all(table, measure);
  const best = first(rows, mostRows);
  return best.length > 0 ? best : rows;
}

/** 甲法院28件，乙法院、丙法院各13件 */
function inWords(rows: readonly Ranked[]): string {
  return [...Map.groupBy(rows, ({ count }) => count)]
    .map(([count, equal]) => {
      const names = equal.map(({ row }) => row.cells[1]?.text ?? '').join('、');
      return `${names}${equal.length > 1 ? '各' : ''}${count}件`;
    })
    .join('，');
}

/** Who leads a table: `some` of its rows, or `all` that there are; null where nobody stands out. */
export function leaders(
  table: ReportTable,
  measure: MeasureName,
  most: number,
): { readonly who: 'some' | 'all'; readonly words: string } | null {
  const rows = all(table, measure);
  const named = first(rows, most);
  if (named.length === 0) return null;
  return { who: named.length === rows.length ? 'all' : 'some', words: inWords(named) };
}
