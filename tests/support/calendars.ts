import { readFileSync } from 'node:fs';
import { indexRestCalendars, type RestCalendar, restCalendarSchema } from '#shared/domain/rest-days.ts';

/** The calendar of a year as it comes with the program. */
export function shippedCalendar(year: number): RestCalendar {
  const text = readFileSync(new URL(`../../resources/calendars/${year}.json`, import.meta.url), 'utf8');
  return restCalendarSchema.parse(JSON.parse(text));
}

export const shippedYears = [2024, 2025, 2026];
export const shippedCalendars = shippedYears.map(shippedCalendar);
export const restCalendars = indexRestCalendars(shippedCalendars);
