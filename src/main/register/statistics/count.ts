import type { Figures } from '#shared/contract/statistics.ts';
import { never } from '#shared/domain/day-number.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';
import type { AmountName, FigureName, SliceDimension, Summed } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { placesInTable } from './keys.ts';
import type { Selection } from './selection.ts';
import { countedNames } from './standing.ts';

/** Counts and sums side by side, in the order of the names that were asked for; one row's or many rows' one after another. */
export type Tally = Float64Array;

const kinds = ['claim', 'agreed', 'paid', 'paidInPeriod', 'days', 'parties'] as const satisfies Summed[];

/** What a case has of what is summed; what is not known adds nothing. */
function valueReader({ columns, paidInPeriod }: Selection) {
  const { days, fen, parties } = columns;
  const { received, ended } = days;
  const { claim, agreed, paid } = fen;
  return (kind: number, row: number): number => {
    switch (kind) {
      case 0:
        return (claim[row] as number) || 0;
      case 1:
        return (agreed[row] as number) || 0;
      case 2:
        return paid[row] as number;
      case 3:
        return paidInPeriod[row] ?? 0;
      case 4: {
        const first = received[row] as number;
        const last = ended[row] as number;
        // A closing before the receipt is a fault that the balance names; it takes nothing away from the others.
        return first === never || last === never ? 0 : Math.max(0, last - first);
      }
      default:
        return parties[row] as number;
    }
  };
}

/** The shares as flat numbers, one after another: the loops below are run a million times. */
function flatShares({ shares }: Selection) {
  const figureAt = Int32Array.from([0, ...shares.map(({ figures }) => figures.length)]);
  const sumAt = Int32Array.from([0, ...shares.map(({ sums }) => sums.length)]);
  for (let place = 1; place < figureAt.length; place += 1) {
    figureAt[place] = (figureAt[place] as number) + (figureAt[place - 1] as number);
    sumAt[place] = (sumAt[place] as number) + (sumAt[place - 1] as number);
  }
  return {
    figureAt,
    sumAt,
    figures: Int32Array.from(shares.flatMap(({ figures }) => figures)),
    sumPlaces: Int32Array.from(shares.flatMap(({ sums }) => sums.map(({ place }) => place))),
    sumKinds: Int32Array.from(shares.flatMap(({ sums }) => sums.map(({ of }) => kinds.indexOf(of)))),
  };
}

/** Adds what one case of a selection gives, by its place there, to a row of a tally that begins at `base`. */
export function adder(selection: Selection) {
  const { rows, shareOf } = selection;
  const { figureAt, sumAt, figures, sumPlaces, sumKinds } = flatShares(selection);
  const amountOf = valueReader(selection);
  return (tally: Tally, base: number, place: number): void => {
    const share = shareOf[place] as number;
    const lastFigure = figureAt[share + 1] as number;
    for (let at = figureAt[share] as number; at < lastFigure; at += 1) {
      const to = base + (figures[at] as number);
      tally[to] = (tally[to] as number) + 1;
    }
    const lastSum = sumAt[share + 1] as number;
    for (let at = sumAt[share] as number; at < lastSum; at += 1) {
      const to = base + (sumPlaces[at] as number);
      tally[to] = (tally[to] as number) + amountOf(sumKinds[at] as number, rows[place] as number);
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
  const { keys, key, place, length } = placesInTable(db, selection, dimension);
  const tally = new Float64Array(keys.length * width);
  const add = adder(selection);
  for (let at = 0; at < length; at += 1) {
    add(tally, (key[at] as number) * width, place === null ? at : (place[at] as number));
  }
  return new Map(
    keys
      .map((name, row) => [name, tally.slice(row * width, (row + 1) * width)] as const)
      .filter(([, row]) => row.some((value) => value !== 0)),
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
