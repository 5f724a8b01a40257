import { z } from 'zod';
import { addDays, formatLocalDate, type LocalDate, localDate, localDateSchema } from '../local-date.ts';
import { statutoryHolidaysOf } from './statutory-holidays.ts';

const holidaySchema = z
  .strictObject({ name: z.string().trim().min(1), from: localDateSchema, to: localDateSchema })
  .readonly();

const longestHoliday = 31;

const restCalendarShape = z.strictObject({
  year: z.int().min(1999).max(2198),
  /** The notice: title and number. */
  source: z.string().trim().min(1),
  publishedOn: localDateSchema,
  /** First and last day off as the notice says them, weekends between included. */
  holidays: z.array(holidaySchema).min(1).readonly(),
  /** The weekend days on which people work instead (调休上班). */
  workingDays: z.array(localDateSchema).readonly(),
});

/** One year's days off as the State Council's notice arranges them: a file that an office can import. */
export const restCalendarSchema = restCalendarShape.readonly().superRefine((calendar, context) => {
  for (const message of contradictions(calendar)) {
    context.addIssue({ code: 'custom', message });
  }
});

/** One year's days off and make-up working days, with the notice they come from. */
export type RestCalendar = z.infer<typeof restCalendarShape>;

/** Monday is 1, Sunday is 0. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isWeekend(day: LocalDate): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** Every day from the first to the last. */
export function daysFromTo(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

/** What no true calendar can say, in Chinese. A notice may reach into the December before its year. */
function contradictions(calendar: RestCalendar): string[] {
  const found: string[] = [];
  const first = localDate(`${calendar.year - 1}-12-01`);
  const last = localDate(`${calendar.year}-12-31`);
  const nameOfDay = new Map<LocalDate, string>();
  for (const holiday of calendar.holidays) {
    const where = `“${holiday.name}”`;
    if (holiday.to < holiday.from) {
      found.push(`${where}的最后一天早于第一天`);
    } else if (holiday.from < first || holiday.to > last) {
      found.push(`${where}不在 ${calendar.year} 年`);
    } else if (addDays(holiday.from, longestHoliday) <= holiday.to) {
      found.push(`${where}超过 ${longestHoliday} 天，请核对起止日期`);
    } else {
      for (const day of daysFromTo(holiday.from, holiday.to)) {
        const other = nameOfDay.get(day);
        if (other !== undefined) {
          found.push(`${formatLocalDate(day)}同时列在“${other}”和${where}中`);
        }
        nameOfDay.set(day, holiday.name);
      }
    }
  }
  const seen = new Set<LocalDate>();
  for (const day of calendar.workingDays) {
    const holiday = nameOfDay.get(day);
    if (day < first || day > last) {
      found.push(`上班日${formatLocalDate(day)}不在 ${calendar.year} 年`);
    } else if (!isWeekend(day)) {
      found.push(`上班日${formatLocalDate(day)}不是周末，不需要列出`);
    } else if (holiday !== undefined) {
      found.push(`${formatLocalDate(day)}既列在“${holiday}”放假中，又列为上班日`);
    }
    if (seen.has(day)) {
      found.push(`上班日${formatLocalDate(day)}重复`);
    }
    seen.add(day);
  }
  return found;
}

/** The weekdays off less the weekend days worked: what the notice gives beyond ordinary weekends. */
export function netHolidayDays(calendar: RestCalendar): number {
  const off = calendar.holidays.flatMap((holiday) => daysFromTo(holiday.from, holiday.to));
  return off.filter((day) => !isWeekend(day)).length - calendar.workingDays.length;
}

/**
 * What looks wrong in a calendar without being impossible, in Chinese: a festival without a name in it, or more or fewer
 * days than the law gives (全国年节及纪念日放假办法 第二条、第六条). Local holidays (第四条) are a good reason for more.
 */
export function restCalendarDoubts(calendar: RestCalendar): readonly string[] {
  const holidays = statutoryHolidaysOf(calendar.year);
  if (holidays.length === 0) {
    return [];
  }
  const doubts = holidays
    .filter((holiday) => !calendar.holidays.some((one) => one.name.includes(holiday.name)))
    .map((holiday) => `没有列出“${holiday.name}”`);
  const expected = holidays.reduce((days, holiday) => days + holiday.days, 0);
  const found = netHolidayDays(calendar);
  if (found !== expected) {
    doubts.push(`放假的工作日减去调休上班日为 ${found} 天，法定应为 ${expected} 天，请与通知核对`);
  }
  return doubts;
}
