import type { Period } from '#shared/domain/reporting-period.ts';
import type { AmountName } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { adder } from './count.ts';
import { select } from './selection.ts';

/** What each case adds to a sum of a period, money in fen, by the id of the case; those that add nothing are left out. */
export function addedByCase(db: ReadableDb, period: Period, name: AmountName): ReadonlyMap<number, number> {
  const selection = select(db, { period, filter: [], wanted: [name] });
  const { columns, count, rows } = selection;
  const add = adder(selection);
  const tally = new Float64Array(1);
  const added = new Map<number, number>();
  for (let place = 0; place < count; place += 1) {
    tally[0] = 0;
    add(tally, 0, place);
    if (tally[0] !== 0) added.set(columns.caseIds[rows[place] as number] as number, tally[0] as number);
  }
  return added;
}
