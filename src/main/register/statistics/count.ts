import type { Figures } from '#shared/contract/statistics.ts';
import { never } from '#shared/domain/day-number.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';
import type { AmountName, FigureName, SliceDimension, Summed } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { eachKeyed } from './keys.ts';
import type { Selection } from './selection.ts';
import { countedNames } from './standing.ts';

/** Counts and sums side by side, in the order of the names that were asked for; one row's or many rows' one after another. */
export type Tally = Float64Array;

/** What each case has of what is summed, by row number; what is not known adds nothing. */
function summing({ columns, paidInPeriod }: Selection): Readonly<Record<Summed, (row: number) => number>> {
  const { days, fen, parties } = columns;
  const money = (of: Float64Array) => (row: number) => {
    const amount = of[row] as number;
    return Number.isNaN(amount) ? 0 : amount;
  };
  return {
    claim: money(fen.claim),
    agreed: money(fen.agreed),
    paid: money(fen.paid),
    paidInPeriod: money(paidInPeriod),
    days: (row) => {
      const received = days.received[row] as number;
      const ended = days.ended[row] as number;
      // A closing before the receipt is a fault that the balance names; it takes nothing away from the others.
      return received === never || ended === never ? 0 : Math.max(0, ended - received);
    },
    parties: (row) => parties[row] as number,
  };
}

function adder(selection: Selection) {
  const { rows, shareOf, shares } = selection;
  const fenOf = summing(selection);
  return (tally: Tally, base: number, place: number) => {
    const share = shares[shareOf[place] as number];
    if (share === undefined) return;
    for (const figure of share.figures) tally[base + figure] = (tally[base + figure] as number) + 1;
    if (share.sums.length === 0) return;
    const row = rows[place] as number;
    for (const sum of share.sums) {
      tally[base + sum.place] = (tally[base + sum.place] as number) + fenOf[sum.of](row);
    }
  };
}

/** The whole of a selection. */
export function tallyAll(selection: Selection): Tally {
  const tally = new Float64Array(selection.asked.wanted.length);
  const add = adder(selection);
  for (let place = 0; place < selection.count; place += 1) add(tally, 0, place);
  return tally;
}

/** The rows of a table, each by its key; rows that nothing is counted in are left out. */
export function tallyBy(db: ReadableDb, selection: Selection, dimension: SliceDimension): Map<string, Tally> {
  const width = selection.asked.wanted.length;
  const add = adder(selection);
  let tally = new Float64Array(64 * width);
  const keys = eachKeyed(db, selection, dimension, (key, place) => {
    if ((key + 1) * width > tally.length) {
      const larger = new Float64Array(Math.max(tally.length * 2, (key + 1) * width));
      larger.set(tally);
      tally = larger;
    }
    add(tally, key * width, place);
  });
  return new Map(
    keys
      .map((key, place) => [key, tally.slice(place * width, (place + 1) * width)] as const)
      .filter(([, row]) => row.length === width && row.some((value) => value !== 0)),
  );
}

/** A tally of all names as the contract gives it; a sum that a number does not hold exactly throws. */
export function figuresOf(tally: Tally): Figures {
  return Object.fromEntries(
    countedNames.map((name, place) => [name, fenSumSchema.parse(tally[place] ?? 0)]),
  ) as Record<FigureName | AmountName, Fen>;
}

export function noFigures(): Figures {
  return figuresOf(new Float64Array(countedNames.length));
}
