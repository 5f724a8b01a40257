import type { Figures } from '#shared/contract/statistics.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { noFigures } from './count.ts';
import { type Counting, figuresBy } from './counting.ts';
import { rowLabels, rowOrder } from './labels.ts';
import { type CountedName, countedNames } from './standing.ts';

export type TableRow = {
  readonly key: string;
  readonly label: string;
  readonly current: Figures;
  readonly yearToDate: Figures | null;
  readonly yearBefore: Figures | null;
};

/** Cases without a receipt day are listed under the tables and make no row in them. */
const outsideOfTables: ReadonlySet<CountedName> = new Set(['undated', 'beforeReceipt']);

/** What the rows of a table are compared with. */
export type Compared = { readonly yearToDate: Counting; readonly yearBefore: Counting };

/**
 * A table by one dimension: a row for every key in which anything is counted, in the period or in what it is compared
 * with.
 */
export function sliceTable(
  db: ReadableDb,
  counting: Counting,
  dimension: SliceDimension,
  compared: Compared | null,
): TableRow[] {
  const current = figuresBy(db, counting, dimension);
  const yearToDate = compared === null ? null : figuresBy(db, compared.yearToDate, dimension);
  const yearBefore = compared === null ? null : figuresBy(db, compared.yearBefore, dimension);
  const keys = new Set([...current.keys(), ...(yearToDate?.keys() ?? []), ...(yearBefore?.keys() ?? [])]);
  const labelOf = rowLabels(db, dimension);
  const figuresIn = (rows: typeof current, key: string) => rows.get(key) ?? noFigures();
  const order = rowOrder(dimension);
  const ordered = ({ key, current: row }: TableRow) => ({
    key,
    cases: row.opening + row.received,
    closed: row.closed,
  });
  const shown = (row: Figures | null) =>
    row !== null && countedNames.some((name) => row[name] !== 0 && !outsideOfTables.has(name));
  return [...keys]
    .map((key) => ({
      key,
      label: labelOf(key),
      current: figuresIn(current, key),
      yearToDate: yearToDate === null ? null : figuresIn(yearToDate, key),
      yearBefore: yearBefore === null ? null : figuresIn(yearBefore, key),
    }))
    .filter((row) => shown(row.current) || shown(row.yearToDate) || shown(row.yearBefore))
    .sort((one, other) => order(ordered(one), ordered(other)));
}
