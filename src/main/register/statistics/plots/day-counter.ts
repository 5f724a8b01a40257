import type { SpreadValues } from '#shared/contract/plots.ts';
import { nearestRank, spreads } from '#shared/domain/statistics.ts';

/** Counts how many cases took how many days; `counts[days]` grows as it must. */
export function dayCounter() {
  let counts = new Int32Array(128);
  return {
    add(days: number): void {
      if (days >= counts.length) {
        const longer = new Int32Array(Math.max(counts.length * 2, days + 1));
        longer.set(counts);
        counts = longer;
      }
      counts[days] = (counts[days] as number) + 1;
    },
    counts: (): Int32Array => counts,
    spread: (): SpreadValues => ({
      median: nearestRank(counts, spreads.median.percent),
      ninetieth: nearestRank(counts, spreads.ninetieth.percent),
    }),
  };
}

/** Days from receipt to closing, as `daysToClose` sums them: never less than 0. */
export function daysToClose(received: number, ended: number): number {
  return Math.max(0, ended - received);
}
