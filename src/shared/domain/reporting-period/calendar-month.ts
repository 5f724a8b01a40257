import {
  addDays,
  addMonths,
  dateParts,
  type LocalDate,
  localDate,
  type Month,
  month,
} from '../local-date.ts';
import type { Period } from './period.ts';

function firstDay(of: Month): LocalDate {
  return localDate(`${of}-01`);
}

/** The calendar month that a day lies in, whatever the office's statistical month. */
export function monthOf(day: LocalDate): Month {
  return month(day.slice(0, 7));
}

/** From the first day of the calendar month to its last. */
export function monthPeriod(of: Month): Period {
  const from = firstDay(of);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** From 1 January to 31 December; throws RangeError outside the years 1800 to 2199. */
export function yearPeriod(year: number): Period {
  return { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
}

/** From 1 January to the last day of the month. */
export function yearToDate(of: Month): Period {
  return { from: localDate(`${of.slice(0, 4)}-01-01`), to: monthPeriod(of).to };
}

/** The same month a year earlier. */
export function sameMonthLastYear(of: Month): Month {
  return monthOf(addMonths(firstDay(of), -12));
}

/** The month before. */
export function previousMonth(of: Month): Month {
  return monthOf(addMonths(firstDay(of), -1));
}

/** The month after. */
export function nextMonth(of: Month): Month {
  return monthOf(addMonths(firstDay(of), 1));
}

/** 2026年11月. */
export function formatMonth(of: Month): string {
  const { year, month: monthOfYear } = dateParts(firstDay(of));
  return `${year}年${monthOfYear}月`;
}
