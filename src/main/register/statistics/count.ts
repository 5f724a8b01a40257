import type { Figures } from '#shared/contract/statistics.ts';
import { never } from '#shared/domain/day-number.ts';
import { type Fen, fenSum } from '#shared/domain/money.ts';
import type { AmountName, FigureName, SliceDimension, Summed } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { placesInTable } from './keys.ts';
import type { Selection } from './selection.ts';
import { countedNames } from './standing.ts';

/** Counts and sums side by side, in the order of the names that were asked for; one row's or many rows' one after another. */
export type Tally = Float64Array;

const kinds = ['claim', 'agreed', 'paid', 'paidInPeriod', 'days', 'parties'] as const satisfies Summed[];

/** The place of a kind of sum for the reader of values. */
export function kindOf(summed: Summed): number {
  return kinds.indexOf(summed);
}

/** Reads what a case has of a kind of what is summed; what is not known adds nothing. */
export function valueReader({ columns, paidInPeriod }: Pick<Selection, 'columns' | 'paidInPeriod'>) {
  const { days, fen, parties } = columns;
  const { received, ended } = days;
  const { claim, agreed, paid } = fen;
  return (kind: number, row: number, place: number): number => {
    switch (kind) {
      case 0:
        return (claim[row] as number) || 0;
      case 1:
        return (agreed[row] as number) || 0;
      case 2:
        return paid[row] as number;
      case 3:
        return paidInPeriod[place] ?? 0;
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
    sumKinds: Int32Array.from(shares.flatMap(({ sums }) => sums.map(({ of }) => kindOf(of)))),
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
      tally[to] = (tally[to] as number) + amountOf(sumKinds[at] as number, rows[place] as number, place);
    }
  };
}

type Flat = {
  readonly numbers: ReturnType<typeof flatShares>;
  /** By kind, then by place in the selection; empty where nothing of the kind is summed. */
  readonly values: readonly Float64Array[];
};

/** A report tallies one selection by many dimensions: what does not depend on them is made once. */
const flatBySelection = new WeakMap<Selection, Flat>();

function flatOf(selection: Selection): Flat {
  let flat = flatBySelection.get(selection);
  if (flat === undefined) {
    const { count, rows } = selection;
    const numbers = flatShares(selection);
    const amountOf = valueReader(selection);
    const values = kinds.map((_, kind) => {
      if (!numbers.sumKinds.includes(kind)) return new Float64Array(0);
      const column = new Float64Array(count);
      for (let place = 0; place < count; place += 1)
        column[place] = amountOf(kind, rows[place] as number, place);
      return column;
    });
    flat = { numbers, values };
    flatBySelection.set(selection, flat);
  }
  return flat;
}

/** In which row of a table each entry lies, and of which place in the selection it tells (null: entry by entry). */
export type Entries = {
  readonly rows: number;
  readonly length: number;
  /** Null where the table has one row. */
  readonly key: Uint16Array | Uint32Array | null;
  readonly place: Int32Array | null;
};

/** Tallies entry by entry: for few cases and many rows. */
export function tallyOneByOne(selection: Selection, { rows, length, key, place }: Entries): Tally {
  const width = selection.asked.wanted.length;
  const tally = new Float64Array(rows * width);
  const add = adder(selection);
  for (let at = 0; at < length; at += 1) {
    add(tally, key === null ? 0 : (key[at] as number) * width, place === null ? at : (place[at] as number));
  }
  return tally;
}

/**
 * Tallies by how many cases of each share lie in each row, and what these have: a few additions a case, where most are
 * counted in a dozen figures.
 */
export function tallyByShares(selection: Selection, { rows, length, key, place }: Entries): Tally {
  const { asked, shareOf, shares } = selection;
  const { numbers, values } = flatOf(selection);
  const { figureAt, figures, sumAt, sumPlaces, sumKinds } = numbers;
  const many = shares.length;
  const cases = new Int32Array(rows * many);
  const cell = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const share = shareOf[place === null ? at : (place[at] as number)] as number;
    const to = key === null ? share : (key[at] as number) * many + share;
    cell[at] = to;
    cases[to] = (cases[to] as number) + 1;
  }
  const sums = values.map((column) => {
    if (column.length === 0) return column;
    const sum = new Float64Array(rows * many);
    for (let at = 0; at < length; at += 1) {
      const to = cell[at] as number;
      sum[to] = (sum[to] as number) + (column[place === null ? at : (place[at] as number)] as number);
    }
    return sum;
  });
  const width = asked.wanted.length;
  const tally = new Float64Array(rows * width);
  for (let row = 0, from = 0; row < rows; row += 1) {
    const base = row * width;
    for (let share = 0; share < many; share += 1, from += 1) {
      const count = cases[from] as number;
      if (count === 0) continue;
      for (let at = figureAt[share] as number; at < (figureAt[share + 1] as number); at += 1) {
        const to = base + (figures[at] as number);
        tally[to] = (tally[to] as number) + count;
      }
      for (let at = sumAt[share] as number; at < (sumAt[share + 1] as number); at += 1) {
        const to = base + (sumPlaces[at] as number);
        tally[to] = (tally[to] as number) + (sums[sumKinds[at] as number]?.[from] as number);
      }
    }
  }
  return tally;
}

/** Counts and sums of every row of a table, one row after another. */
export function tallyEntries(selection: Selection, entries: Entries): Tally {
  const cells = entries.rows * selection.shares.length;
  return cells <= entries.length ? tallyByShares(selection, entries) : tallyOneByOne(selection, entries);
}

/** The whole of a selection. */
export function tallyAll(selection: Selection): Tally {
  return tallyEntries(selection, { rows: 1, length: selection.count, key: null, place: null });
}

/** The rows of a table, each by its key; rows that nothing is counted in are left out. */
export function tallyBy(db: ReadableDb, selection: Selection, dimension: SliceDimension): Map<string, Tally> {
  const width = selection.asked.wanted.length;
  const { keys, ...entries } = placesInTable(db, selection, dimension);
  const tally = tallyEntries(selection, { ...entries, rows: keys.length });
  return new Map(
    keys
      .map((name, row) => [name, tally.slice(row * width, (row + 1) * width)] as const)
      .filter(([, row]) => row.some((value) => value !== 0)),
  );
}

/** A tally of all names as the contract gives it; a sum that a number does not hold exactly throws. */
export function figuresOf(tally: Tally): Figures {
  return Object.fromEntries(countedNames.map((name, place) => [name, fenSum(tally[place] ?? 0)])) as Record<
    FigureName | AmountName,
    Fen
  >;
}

export function noFigures(): Figures {
  return figuresOf(new Float64Array(countedNames.length));
}
