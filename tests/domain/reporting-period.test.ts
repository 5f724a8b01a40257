import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import {
  formatMonth,
  monthOf,
  monthPeriod,
  nextMonth,
  periodSchema,
  previousMonth,
  sameMonthLastYear,
  yearPeriod,
  yearToDate,
} from '#shared/domain/reporting-period.ts';

test('a month goes from its first day to its last', () => {
  expect(monthPeriod(month('2024-02'))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(monthPeriod(month('2026-02'))).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(monthPeriod(month('2026-12'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

test('the year to date ends with the month', () => {
  expect(yearToDate(month('2026-06'))).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(yearPeriod(2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
});

test('a month is compared with the month before and the same month last year', () => {
  expect(sameMonthLastYear(month('2024-02'))).toBe('2023-02');
  expect(previousMonth(month('2024-01'))).toBe('2023-12');
  expect(nextMonth(month('2023-12'))).toBe('2024-01');
  expect(monthOf(localDate('2024-02-29'))).toBe('2024-02');
  expect(formatMonth(month('2024-02'))).toBe('2024年2月');
});

test('the months of a year follow each other without a gap', () => {
  const months = fc.record({
    year: fc.integer({ min: 1901, max: 2198 }),
    number: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(months, ({ year, number }) => {
      const one = month(`${year}-${String(number).padStart(2, '0')}`);
      expect(monthPeriod(nextMonth(one)).from).toBe(addDays(monthPeriod(one).to, 1));
      expect(previousMonth(nextMonth(one))).toBe(one);
      expect(monthOf(monthPeriod(one).to)).toBe(one);
    }),
  );
});

test('a period never ends before it begins', () => {
  expect(periodSchema.safeParse({ from: '2024-01-02', to: '2024-01-01' }).success).toBe(false);
  expect(periodSchema.parse({ from: '2024-01-01', to: '2024-01-01' })).toEqual({
    from: '2024-01-01',
    to: '2024-01-01',
  });
});
