import { describe, expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import {
  defaultStatisticalCalendar,
  monthOfDay,
  monthsOfYear,
  type PeriodRequest,
  parsePeriodKey,
  periodName,
  periodOf,
  periodRequestSchema,
  previousRequest,
  requestLastYear,
  type StatisticalCalendar,
  statisticalCalendarSchema,
  yearOfMonth,
  yearToDateOf,
} from '#shared/domain/reporting-period.ts';

const ordinary = defaultStatisticalCalendar;
/** 26日至次月25日, December to November: how courts of the region count (domain.md §8.1). */
const courtly: StatisticalCalendar = { lastDayOfMonth: 25, firstMonthOfYear: 12 };
const november: PeriodRequest = { kind: 'month', month: month('2026-11') };

function days(from: string, to: string): PeriodRequest {
  return { kind: 'days', from: localDate(from), to: localDate(to) };
}

describe('what an office asks for, in days', () => {
  test('by the ordinary calendar', () => {
    expect(periodOf(november, ordinary)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(periodOf({ kind: 'month', month: month('2024-02') }, ordinary).to).toBe('2024-02-29');
    expect(periodOf({ kind: 'quarter', year: 2026, quarter: 3 }, ordinary)).toEqual({
      from: '2026-07-01',
      to: '2026-09-30',
    });
    expect(periodOf({ kind: 'halfYear', year: 2026, half: 2 }, ordinary)).toEqual({
      from: '2026-07-01',
      to: '2026-12-31',
    });
    expect(periodOf({ kind: 'year', year: 2026 }, ordinary)).toEqual({
      from: '2026-01-01',
      to: '2026-12-31',
    });
    expect(periodOf(days('2026-03-05', '2026-03-07'), courtly)).toEqual({
      from: '2026-03-05',
      to: '2026-03-07',
    });
  });

  test('where the month ends on the 25th and the year starts with December', () => {
    expect(periodOf(november, courtly)).toEqual({ from: '2026-10-26', to: '2026-11-25' });
    expect(periodOf({ kind: 'month', month: month('2026-01') }, courtly).from).toBe('2025-12-26');
    expect(periodOf({ kind: 'year', year: 2026 }, courtly)).toEqual({ from: '2025-11-26', to: '2026-11-25' });
    expect(periodOf({ kind: 'quarter', year: 2026, quarter: 1 }, courtly)).toEqual({
      from: '2025-11-26',
      to: '2026-02-25',
    });
    expect(periodOf({ kind: 'halfYear', year: 2026, half: 2 }, courtly)).toEqual({
      from: '2026-05-26',
      to: '2026-11-25',
    });
    expect(monthsOfYear(2026, courtly).at(0)).toBe('2025-12');
    expect(monthsOfYear(2026, courtly).at(-1)).toBe('2026-11');
    expect(yearOfMonth(month('2025-12'), courtly)).toBe(2026);
    expect(yearOfMonth(month('2025-11'), courtly)).toBe(2025);
    expect(monthOfDay(localDate('2026-12-26'), courtly)).toBe('2027-01');
  });

  test('the year that starts with January keeps its number though its first day is in the December before', () => {
    const rule: StatisticalCalendar = { lastDayOfMonth: 25, firstMonthOfYear: 1 };
    expect(periodOf({ kind: 'year', year: 2026 }, rule)).toEqual({ from: '2025-12-26', to: '2026-12-25' });
  });
});

describe('names', () => {
  test('a period is called as the table calls it', () => {
    expect(periodName(november, ordinary)).toBe('2026年11月');
    expect(periodName({ kind: 'quarter', year: 2026, quarter: 3 }, ordinary)).toBe('2026年第三季度');
    expect(periodName({ kind: 'halfYear', year: 2026, half: 1 }, ordinary)).toBe('2026年上半年');
    expect(periodName({ kind: 'halfYear', year: 2026, half: 2 }, ordinary)).toBe('2026年下半年');
    expect(periodName({ kind: 'year', year: 2026 }, ordinary)).toBe('2026年');
    expect(periodName(days('2026-03-05', '2026-03-07'), ordinary)).toBe('2026年3月5日至2026年3月7日');
    expect(periodName(days('2026-03-05', '2026-03-05'), ordinary)).toBe('2026年3月5日');
  });

  test('the first and last day are added where the name alone would mean other days', () => {
    expect(periodName(november, courtly)).toBe('2026年11月（2026年10月26日至2026年11月25日）');
    const decemberYear: StatisticalCalendar = { lastDayOfMonth: null, firstMonthOfYear: 12 };
    expect(periodName(november, decemberYear)).toBe('2026年11月');
    expect(periodName({ kind: 'year', year: 2026 }, decemberYear)).toBe(
      '2026年（2025年12月1日至2026年11月30日）',
    );
    expect(periodName(days('2026-03-05', '2026-03-07'), courtly)).toBe('2026年3月5日至2026年3月7日');
  });
});

describe('what a period is compared with', () => {
  test('环比 is with the period before', () => {
    expect(previousRequest({ kind: 'month', month: month('2026-01') })).toEqual({
      kind: 'month',
      month: '2025-12',
    });
    expect(previousRequest({ kind: 'quarter', year: 2026, quarter: 1 })).toEqual({
      kind: 'quarter',
      year: 2025,
      quarter: 4,
    });
    expect(previousRequest({ kind: 'halfYear', year: 2026, half: 1 })).toEqual({
      kind: 'halfYear',
      year: 2025,
      half: 2,
    });
    expect(previousRequest(days('2026-03-05', '2026-03-07'))).toEqual(days('2026-03-02', '2026-03-04'));
  });

  test('同比 is with the same period last year, and 29 February with the 28th', () => {
    expect(requestLastYear(november)).toEqual({ kind: 'month', month: '2025-11' });
    expect(requestLastYear(days('2024-02-29', '2024-03-31'))).toEqual(days('2023-02-28', '2023-03-31'));
    expect(requestLastYear({ kind: 'quarter', year: 2026, quarter: 2 })).toEqual({
      kind: 'quarter',
      year: 2025,
      quarter: 2,
    });
  });

  test('the year to date begins with the statistical year', () => {
    expect(yearToDateOf(november, ordinary)).toEqual({ from: '2026-01-01', to: '2026-11-30' });
    expect(yearToDateOf(november, courtly)).toEqual({ from: '2025-11-26', to: '2026-11-25' });
    expect(yearToDateOf({ kind: 'month', month: month('2025-12') }, courtly)).toEqual({
      from: '2025-11-26',
      to: '2025-12-25',
    });
    expect(yearToDateOf(requestLastYear(november), courtly)).toEqual({
      from: '2024-11-26',
      to: '2025-11-25',
    });
    expect(yearToDateOf(days('2026-03-05', '2026-03-07'), ordinary)).toEqual({
      from: '2026-01-01',
      to: '2026-03-07',
    });
  });
});

test('the statistical calendar of an office is a day from 1 to 27, or the last, and a month', () => {
  const accepts = (value: unknown) => statisticalCalendarSchema.safeParse(value).success;
  expect(accepts(ordinary)).toBe(true);
  expect(accepts(courtly)).toBe(true);
  expect(accepts({ lastDayOfMonth: 28, firstMonthOfYear: 1 })).toBe(false);
  expect(accepts({ lastDayOfMonth: 0, firstMonthOfYear: 1 })).toBe(false);
  expect(accepts({ lastDayOfMonth: null, firstMonthOfYear: 13 })).toBe(false);
});

test('what no office can ask for is refused', () => {
  const accepts = (value: unknown) => periodRequestSchema.safeParse(value).success;
  expect(accepts(november)).toBe(true);
  expect(accepts({ kind: 'month', month: '1989-12' })).toBe(false);
  expect(accepts({ kind: 'year', year: 2200 })).toBe(false);
  expect(accepts({ kind: 'quarter', year: 2026, quarter: 5 })).toBe(false);
  expect(accepts(days('2026-03-07', '2026-03-05'))).toBe(false);
  expect(accepts(days('1990-01-01', '2199-12-31'))).toBe(false);
  expect(accepts(days('2000-01-01', '2026-12-31'))).toBe(true);
});

test('a key that is none is not read', () => {
  const wrong = ['', '2026-13', '2026-Q5', '2026-H3', '26', '2026-03-07..2026-03-05', '2026-11-', 'Q1'];
  for (const text of wrong) expect(parsePeriodKey(text)).toBeUndefined();
});
