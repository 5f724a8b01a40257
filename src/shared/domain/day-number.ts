import { addDays, type LocalDate, localDate } from './local-date.ts';

const dayLength = 86_400_000;
const epoch = localDate('1970-01-01');

/** The number of a day that there is not: later than every day, so that “ended after” holds of what never ended. */
export const never = 0x7fffffff;

/** Whole days since 1970-01-01, negative before it. */
export function dayNumber(day: LocalDate): number {
  return Date.parse(day) / dayLength;
}

/** The day of a number; `never` has none and throws RangeError. */
export function dayOfNumber(number: number): LocalDate {
  return addDays(epoch, number);
}
