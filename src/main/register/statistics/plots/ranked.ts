import type { PlotShare, Ranked } from '#shared/contract/plots.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../query.ts';
import { type Tally, tallyBy } from '../count.ts';
import { rowLabels } from '../labels.ts';
import type { Selection } from '../selection.ts';
import { plottedPlace } from './plotted.ts';

const names = ['received', 'closed', 'succeeded', 'closing', 'overdue'] as const;
const places = names.map(plottedPlace);

function shareIn(tally: Tally): PlotShare {
  const [received = 0, closed = 0, succeeded = 0, closing = 0, overdue = 0] = places.map(
    (place) => tally[place] ?? 0,
  );
  return { received, closed, succeeded, closing, overdue };
}

function sumOf(shares: readonly PlotShare[]): PlotShare {
  const sum = { received: 0, closed: 0, succeeded: 0, closing: 0, overdue: 0 };
  for (const share of shares) for (const name of names) sum[name] += share[name];
  return sum;
}

/** The largest rows of a dimension by `size`, so many of them; the others are summed. */
export function rankedRows(
  dimension: SliceDimension,
  shares: Iterable<readonly [key: string, PlotShare]>,
  labelOf: (key: string) => string,
  most: number,
  size: (share: PlotShare) => number,
): Ranked {
  const all = [...shares]
    .map(([key, share]) => ({ key, ...share }))
    .filter((row) => names.some((name) => row[name] > 0));
  const filled = all
    .filter(({ key }) => key !== '')
    .sort(
      (one, other) => size(other) - size(one) || other.closed - one.closed || (one.key < other.key ? -1 : 1),
    );
  // A rest of one row says less than the row itself.
  const shown = filled.length <= most + 1 ? filled : filled.slice(0, most);
  const others = filled.slice(shown.length);
  const unfilled = all.find(({ key }) => key === '');
  return {
    dimension,
    rows: shown.map((row) => ({ ...row, label: labelOf(row.key) })),
    rest: others.length === 0 ? null : { ...sumOf(others), rows: others.length },
    unfilled: unfilled === undefined ? null : { ...sumOf([unfilled]), label: labelOf('') },
  };
}

/** The same of the cases of a selection. */
export function ranked(
  db: ReadableDb,
  selection: Selection,
  dimension: SliceDimension,
  most: number,
  size: (share: PlotShare) => number,
): Ranked {
  const shares = [...tallyBy(db, selection, dimension)].map(([key, tally]) => [key, shareIn(tally)] as const);
  return rankedRows(dimension, shares, rowLabels(db, dimension), most, size);
}
