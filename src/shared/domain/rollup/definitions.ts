import { amountBands } from '../statistics/dimensions.ts';
import { amounts, figures, ratios } from '../statistics.ts';

/**
 * Goes up by one whenever `definitionsText` becomes another one after a release: an office can then tell which of two
 * packages was counted by the newer definitions.
 */
export const definitionsVersion = 1;

/** Names, rules and formulas of everything that is counted, as one text: two programs with the same text count the same. */
export function definitionsText(): string {
  return JSON.stringify({
    figures: Object.entries(figures).map(([name, { label, formula, counts }]) => [
      name,
      label,
      formula,
      counts,
    ]),
    amounts: Object.entries(amounts).map(([name, { label, formula, of, over }]) => [
      name,
      label,
      formula,
      of,
      over,
    ]),
    ratios: Object.entries(ratios).map(([name, { label, formula, numerator, denominator }]) => [
      name,
      label,
      formula,
      numerator,
      denominator,
    ]),
    amountBands: Object.entries(amountBands),
  });
}
