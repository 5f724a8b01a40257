import type { Figures } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { figuresOf, tallyAll } from './count.ts';
import { type Selection, select, unbalancedOf } from './selection.ts';
import { countedNames } from './standing.ts';

/** The cases of a period with everything that can be counted of them. */
export function selectPeriod(db: ReadableDb, period: Period, filter: readonly Slice[] = []): Selection {
  return select(db, { period, filter, wanted: countedNames });
}

/** The figures of a period without the count of mediators. */
export function totalFigures(db: ReadableDb, period: Period, filter: readonly Slice[] = []): Figures {
  return figuresOf(tallyAll(selectPeriod(db, period, filter)));
}

/** Ids of the cases for which the period does not balance: those that ended before they were received. */
export function unbalanced(db: ReadableDb, period: Period): readonly number[] {
  return unbalancedOf(select(db, { period, filter: [], wanted: [] }));
}
