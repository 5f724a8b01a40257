import type { Figures } from '#shared/contract/statistics.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type CaseStanding,
  type FigureName,
  figureNames,
  isCounted,
  type RateName,
  rates,
} from '#shared/domain/statistics.ts';

const places = [...figureNames, ...amountNames] as const;

/**
 * What is counted for one row of a table: cases by figure, then fen by amount, by their place in the tables of the
 * domain. Numbers in a row instead of named ones, because a year adds half a million times.
 */
export type Tally = Float64Array;

export function emptyTally(): Tally {
  return new Float64Array(places.length);
}

/** One count or amount out of a tally. */
export function tallied(tally: Tally, name: FigureName | AmountName): number {
  return tally[places.indexOf(name)] ?? 0;
}

function increase(tally: Tally, place: number, by: number): void {
  tally[place] = (tally[place] ?? 0) + by;
}

/** Adds one tally to another. */
export function addTally(to: Tally, other: Tally): void {
  for (const [place, value] of other.entries()) increase(to, place, value);
}

/** What each case of one standing adds. A year has a few dozen standings, so each is worked out once. */
export type Share = {
  /** Places of the figures that it is counted in. */
  readonly figures: readonly number[];
  readonly amounts: readonly { readonly name: AmountName; readonly place: number }[];
  /** The row in the table by closing: '' while the case is pending at the end of the period. */
  readonly state: string;
  /** 旧存＋新收＝结案＋退回＋未结 */
  readonly balances: boolean;
};

export function shareOf(standing: CaseStanding): Share {
  const one = (figure: FigureName) => (isCounted(figure, standing) ? 1 : 0);
  const pending = standing.ended === 'after' || standing.ended === 'never';
  return {
    figures: figureNames
      .filter((figure) => isCounted(figure, standing))
      .map((figure) => places.indexOf(figure)),
    amounts: amountNames
      .filter((amount) => isCounted(amounts[amount].over, standing))
      .map((name) => ({ name, place: places.indexOf(name) })),
    state: pending ? '' : (standing.code ?? ''),
    balances: one('opening') + one('received') === one('closed') + one('returned') + one('closing'),
  };
}

/** Adds cases of one standing, with their amounts together. */
export function addCases(
  to: Tally,
  share: Share,
  fenOf: Readonly<Record<AmountName, number | null>>,
  cases: number,
): void {
  for (const place of share.figures) increase(to, place, cases);
  for (const { name, place } of share.amounts) increase(to, place, fenOf[name] ?? 0);
}

/** Adds confirmations, which are counted by themselves. */
export function addConfirmed(to: Tally, cases: number): void {
  increase(to, places.indexOf('confirmed'), cases);
}

/** The figures and rates of a tally; a sum that a number does not hold exactly throws. */
export function figuresOf(tally: Tally): Figures {
  const count = (name: FigureName) => tallied(tally, name);
  const sum = (name: AmountName): Fen => fenSumSchema.parse(tallied(tally, name));
  const rate = (name: RateName) => ({
    numerator: count(rates[name].numerator),
    denominator: count(rates[name].denominator),
  });
  return {
    opening: count('opening'),
    received: count('received'),
    closed: count('closed'),
    returned: count('returned'),
    closing: count('closing'),
    succeeded: count('succeeded'),
    partly: count('partly'),
    settledThemselves: count('settledThemselves'),
    mediated: count('mediated'),
    claimFenOfClosed: sum('claimFenOfClosed'),
    agreedFen: sum('agreedFen'),
    paidFen: sum('paidFen'),
    judicialConfirmations: count('confirmed'),
    rates: { ofClosed: rate('ofClosed'), ofAccepted: rate('ofAccepted'), ofMediated: rate('ofMediated') },
  };
}
