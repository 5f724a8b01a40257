import type { Figures } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { Slice, SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { figuresOf, noFigures, tallyAll, tallyBy } from './count.ts';
import { rowLabels, rowOrder } from './labels.ts';
import { type Selection, select, unbalancedOf } from './selection.ts';
import { type CountedName, countedNames } from './standing.ts';

/** The cases of a period with everything that can be counted of them. */
export function selectPeriod(db: ReadableDb, period: Period, filter: readonly Slice[] = []): Selection {
  return select(db, { period, filter, wanted: countedNames });
}

export type ReadPeriod = {
  readonly period: Period;
  readonly figures: Figures;
  readonly mediatorsWithCases: number;
};

/** The figures of a selection. */
export function figuresOfSelection(db: ReadableDb, selection: Selection): ReadPeriod {
  const accepted = countedNames.indexOf('accepted');
  const mediators = tallyBy(db, selection, 'mediator');
  mediators.delete('');
  return {
    period: selection.asked.period,
    figures: figuresOf(tallyAll(selection)),
    mediatorsWithCases: [...mediators.values()].filter((tally) => (tally[accepted] ?? 0) > 0).length,
  };
}

/** The figures of a period, whether or not they balance. */
export function periodFigures(db: ReadableDb, period: Period, filter: readonly Slice[] = []): ReadPeriod {
  return figuresOfSelection(db, selectPeriod(db, period, filter));
}

/** The figures of a period without the count of mediators. */
export function totalFigures(db: ReadableDb, period: Period, filter: readonly Slice[] = []): Figures {
  return figuresOf(tallyAll(selectPeriod(db, period, filter)));
}

/** Ids of the cases for which the period does not balance: those that ended before they were received. */
export function unbalanced(db: ReadableDb, period: Period): readonly number[] {
  return unbalancedOf(select(db, { period, filter: [], wanted: [] }));
}

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
export type Compared = { readonly yearToDate: Selection; readonly yearBefore: Selection };

/**
 * A table by one dimension: a row for every key in which anything is counted, in the period or in what it is compared
 * with.
 */
export function sliceTable(
  db: ReadableDb,
  selection: Selection,
  dimension: SliceDimension,
  compared: Compared | null,
): TableRow[] {
  const current = tallyBy(db, selection, dimension);
  const yearToDate = compared === null ? null : tallyBy(db, compared.yearToDate, dimension);
  const yearBefore = compared === null ? null : tallyBy(db, compared.yearBefore, dimension);
  const keys = new Set([...current.keys(), ...(yearToDate?.keys() ?? []), ...(yearBefore?.keys() ?? [])]);
  const labelOf = rowLabels(db, dimension);
  const figuresIn = (tallies: typeof current, key: string) => {
    const tally = tallies.get(key);
    return tally === undefined ? noFigures() : figuresOf(tally);
  };
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
