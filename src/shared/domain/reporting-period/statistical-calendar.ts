import { z } from 'zod';
import { addDays, dateParts, type LocalDate, localDate, type Month, month } from '../local-date.ts';
import type { Period } from './period.ts';

/**
 * How an office divides time for its figures. Courts often count a month to a day before its end and a year from
 * December to November (domain.md §8.1); the default is the ordinary calendar.
 */
export const statisticalCalendarSchema = z
  .object({
    /** The last day of every month, 1 to 27; null: the month's own last day. */
    lastDayOfMonth: z.int().min(1, '截止日从 1 日到 27 日').max(27, '截止日从 1 日到 27 日').nullable(),
    /** The month with which the year starts; the year is named by the one in which it ends. */
    firstMonthOfYear: z.int().min(1, '月份从 1 到 12').max(12, '月份从 1 到 12'),
  })
  .readonly();
export type StatisticalCalendar = z.infer<typeof statisticalCalendarSchema>;

/** Calendar months and calendar years. */
export const defaultStatisticalCalendar: StatisticalCalendar = { lastDayOfMonth: null, firstMonthOfYear: 1 };

/** Whether months and years are the ordinary ones. */
export function isOrdinaryCalendar(calendar: StatisticalCalendar): boolean {
  return calendar.lastDayOfMonth === null && calendar.firstMonthOfYear === 1;
}

/** Months since the year 0, so that months are counted with whole numbers. */
function monthNumber(of: Month): number {
  return Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1;
}

function monthOfNumber(number: number): Month {
  const year = Math.floor(number / 12);
  return month(`${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`);
}

/** The month so many months later (earlier if negative); throws RangeError outside the years 1800 to 2199. */
export function shiftMonth(of: Month, months: number): Month {
  return monthOfNumber(monthNumber(of) + months);
}

function lastDayOf(of: Month, { lastDayOfMonth }: StatisticalCalendar): LocalDate {
  if (lastDayOfMonth !== null) return localDate(`${of}-${String(lastDayOfMonth).padStart(2, '0')}`);
  const { year, month: monthOfYear } = dateParts(localDate(`${of}-01`));
  // Day 0 of the month after is the last of this one.
  const last = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
  return localDate(`${of}-${last}`);
}

/** The days of a statistical month: from the day after the last one of the month before. */
export function daysOfMonth(of: Month, calendar: StatisticalCalendar): Period {
  const to = lastDayOf(of, calendar);
  const from =
    calendar.lastDayOfMonth === null
      ? localDate(`${of}-01`)
      : addDays(lastDayOf(shiftMonth(of, -1), calendar), 1);
  return { from, to };
}

/** The statistical month that holds a day. */
export function monthOfDay(day: LocalDate, { lastDayOfMonth }: StatisticalCalendar): Month {
  const of = month(day.slice(0, 7));
  return lastDayOfMonth !== null && Number(day.slice(8)) > lastDayOfMonth ? shiftMonth(of, 1) : of;
}

/** The number of the first month of the statistical year of that name. */
function firstMonthNumber(year: number, { firstMonthOfYear }: StatisticalCalendar): number {
  return (firstMonthOfYear === 1 ? year : year - 1) * 12 + firstMonthOfYear - 1;
}

/** The twelve months of a statistical year, in their order. */
export function monthsOfYear(year: number, calendar: StatisticalCalendar): readonly Month[] {
  const first = firstMonthNumber(year, calendar);
  return Array.from({ length: 12 }, (_, index) => monthOfNumber(first + index));
}

/** The statistical year to which a month belongs: December 2025 to 2026, where the year starts with December. */
export function yearOfMonth(of: Month, { firstMonthOfYear }: StatisticalCalendar): number {
  const { year, month: monthOfYear } = { year: Number(of.slice(0, 4)), month: Number(of.slice(5)) };
  return firstMonthOfYear > 1 && monthOfYear >= firstMonthOfYear ? year + 1 : year;
}

/** The place of a month in its statistical year, 0 to 11. */
export function placeInYear(of: Month, calendar: StatisticalCalendar): number {
  return monthNumber(of) - firstMonthNumber(yearOfMonth(of, calendar), calendar);
}
