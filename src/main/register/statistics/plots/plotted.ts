import { type PlottedFigures, plottedNames } from '#shared/contract/plots.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { FigureName, Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../query.ts';
import { tallyAll } from '../count.ts';
import { type Selection, select } from '../selection.ts';

/** The cases of a period with what the plots count of them, which is less than a report does. */
export function selectPlotted(db: ReadableDb, period: Period, filter: readonly Slice[]): Selection {
  return select(db, { period, filter, wanted: plottedNames });
}

/** The place of a figure in the tallies of such a selection. */
export function plottedPlace(figure: FigureName & keyof PlottedFigures): number {
  return plottedNames.indexOf(figure);
}

/** The figures of such a selection. */
export function plottedTotal(selection: Selection): PlottedFigures {
  const tally = tallyAll(selection);
  return Object.fromEntries(
    plottedNames.map((name, place) => [name, fenSumSchema.parse(tally[place] ?? 0)]),
  ) as Record<keyof PlottedFigures, Fen>;
}
