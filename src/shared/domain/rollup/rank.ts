/** What says which of two packages of one office and month is the newer one. */
export type Ranked = {
  readonly kind: 'office' | 'sums';
  /** How often the month was closed so far. */
  readonly sequence: number;
  readonly closed: boolean;
  /** UTC instant of the closing, or of the counting where it is not closed. */
  readonly at: string;
};

const placesOfInstant = 10 ** 13;

/**
 * A number that is higher for the newer package. A closing stands above every count before it, and below the counts of the
 * month after it was reopened; counts, and sums of several offices, follow each other by their instant. Two packages
 * with the same rank claim to be the same.
 */
export function packageRank({ kind, sequence, closed, at }: Ranked): number {
  const instant = Date.parse(at);
  if (kind === 'sums') return instant;
  // A closing has its place by its number alone: the clock of another machine may be wrong.
  return closed ? (2 * sequence - 1) * placesOfInstant : 2 * sequence * placesOfInstant + instant;
}
