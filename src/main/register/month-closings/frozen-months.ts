import type { SpreadValues } from '#shared/contract/plots.ts';
import type { Figures } from '#shared/contract/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { dayCounter } from '../statistics/plots/day-counter.ts';
import { closingPart } from './packed-shares.ts';

/** The figures of a month as its closing froze them; a figure that it did not know yet is missing. */
export function frozenFigures(db: ReadableDb, closingId: number): Partial<Figures> {
  return JSON.parse(closingPart(db, closingId, '$.report.current.figures') ?? '{}') as Partial<Figures>;
}

/** A closing never changes, and its hash tells it from every other. */
const spreads = new Map<string, SpreadValues>();

/** How long the cases closed in a month had taken when it was closed. */
export function frozenSpread(
  db: ReadableDb,
  { id, contentSha256 }: { readonly id: number; readonly contentSha256: string },
): SpreadValues {
  const known = spreads.get(contentSha256);
  if (known !== undefined) return known;
  const taken = dayCounter();
  const days = db.rows<[number]>(
    `SELECT coalesce(share ->> '$.sums.daysToClose', 0) FROM month_closing_cases
     WHERE closing_id = ? AND EXISTS (SELECT 1 FROM json_each(share, '$.figures') WHERE value = 'closed')`,
    id,
  );
  for (const [count] of days) taken.add(count);
  const spread = taken.spread();
  spreads.set(contentSha256, spread);
  return spread;
}
