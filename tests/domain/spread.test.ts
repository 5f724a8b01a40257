import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bandOfDays,
  closingTimeBands,
  formatDayChange,
  nearestRank,
  pendingAgeBands,
  spreads,
} from '#shared/domain/statistics.ts';

/** How many have each value. */
function counted(values: readonly number[]): number[] {
  const counts = Array.from({ length: Math.max(0, ...values) + 1 }, () => 0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test.each([
  [[], 50, null],
  [[7], 50, 7],
  [[7], 90, 7],
  // Of an even number the lower of the two in the middle: nearest rank makes up no day that no case took.
  [[1, 2, 3, 4], 50, 2],
  [[0, 0, 0, 30], 50, 0],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
])('of cases that took %j days, rank %i%% took %s', (values, percent, expected) => {
  expect(nearestRank(counted(values), percent)).toBe(expected);
});

test('a percentile is the value at its place among the sorted values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(200), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const sorted = values.toSorted((one, other) => one - other);
        expect(nearestRank(counted(values), percent)).toBe(
          sorted[Math.ceil((values.length * percent) / 100) - 1],
        );
      },
    ),
  );
});

test('every number of days lies in one band, whose upper end belongs to it', () => {
  expect(
    [0, 1, 7, 8, 15, 16, 30, 31, 90, 91, 9999].map((days) => bandOfDays(closingTimeBands, days)),
  ).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 6, 7, 7]);
  expect([0, 15, 16, 30, 31, 60, 61, 90, 91].map((days) => bandOfDays(pendingAgeBands, days))).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3, 4,
  ]);
});

test('the formulas say which rank is meant, and the help page says the same', () => {
  const help = readFileSync(new URL('../../resources/help/70-statistics.md', import.meta.url), 'utf8');
  for (const { label, formula } of Object.values(spreads))
    expect(help).toContain(`| ${label} | ${formula} |\n`);
  expect(spreads.median.formula).toContain('件数×50%');
  expect(spreads.ninetieth.formula).toContain('件数×90%');
});

test.each([
  [{ numerator: 25, denominator: 2 }, { numerator: 34, denominator: 3 }, '+1.2 天'],
  [{ numerator: 10, denominator: 2 }, { numerator: 37, denominator: 5 }, '−2.4 天'],
  [{ numerator: 10, denominator: 2 }, { numerator: 5, denominator: 1 }, '0.0 天'],
  [{ numerator: 10, denominator: 2 }, { numerator: 0, denominator: 0 }, '—'],
  [{ numerator: 10, denominator: 2 }, null, '—'],
])('a mean of %j against %j moved by %s', (now, base, words) => {
  expect(formatDayChange(now, base)).toBe(words);
});
