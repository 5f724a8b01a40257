import type { Figures } from '#shared/contract/statistics.ts';
import { type ComparedPeriod, comparedPeriods } from '#shared/domain/statistics/tables.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { noFigures } from './count.ts';
import { type Counting, figuresBy } from './counting.ts';
import { rowLabels, rowOrder } from './labels.ts';

/** The cases of a report's periods; null: the register knows nothing of that period. */
export type ComparedSelections = Readonly<Record<ComparedPeriod, Counting | null>>;

export type ComparedRow = {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<ComparedPeriod, Figures | null>>;
};

/**
 * A table by one dimension with every period side by side: a row for every key in which anything is counted in one of
 * the periods of `rowsOf`, in the order of the dimension.
 */
export function comparedRows(
  db: ReadableDb,
  selections: ComparedSelections,
  dimension: SliceDimension,
  rowsOf: readonly ComparedPeriod[] = comparedPeriods,
): ComparedRow[] {
  const rows = new Map(
    comparedPeriods.map((of) => {
      const selection = selections[of];
      return [of, selection === null ? null : figuresBy(db, selection, dimension)] as const;
    }),
  );
  const none = noFigures();
  const keys = new Set(rowsOf.flatMap((of) => [...(rows.get(of)?.keys() ?? [])]));
  const labelOf = rowLabels(db, dimension);
  const order = rowOrder(dimension);
  const figuresIn = (of: ComparedPeriod, key: string): Figures | null => {
    const found = rows.get(of);
    if (found === null || found === undefined) return null;
    return found.get(key) ?? none;
  };
  return [...keys]
    .map((key) => ({
      key,
      label: labelOf(key),
      values: Object.fromEntries(
        comparedPeriods.map((of) => [of, figuresIn(of, key)]),
      ) as ComparedRow['values'],
    }))
    .map((row) => ({
      row,
      key: row.key,
      cases: row.values.current?.accepted ?? 0,
      closed: row.values.current?.closed ?? 0,
    }))
    .sort(order)
    .map(({ row }) => row);
}
