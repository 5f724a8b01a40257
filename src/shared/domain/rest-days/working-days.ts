import { addDays, dateParts, type LocalDate } from '../local-date.ts';
import { daysFromTo, isWeekend, type RestCalendar, weekdayOf } from './calendar.ts';
import { fixedHolidayOn } from './statutory-holidays.ts';

type ArrangedDay = { readonly rest: boolean; readonly name: string };

/** The calendars that the office has, ready for looking up days. */
export type RestCalendars = {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<LocalDate, ArrangedDay>;
};

/** What kind of day it is, why, and which missing calendars could say otherwise. */
export type DayKind = {
  readonly rest: boolean;
  readonly because: 'weekday' | 'weekend' | 'holiday' | 'makeUpWorkingDay';
  /** 周六, 国庆节, 调休上班, … */
  readonly name: string;
  readonly uncertainYears: readonly number[];
};

/** Consecutive days off under one name. */
export type RestSpan = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate };

/** A working day, the days off that were passed over to find it, and the years without a calendar that it rests on. */
export type WorkingDayAnswer = {
  readonly day: LocalDate;
  readonly passed: readonly RestSpan[];
  readonly uncertainYears: readonly number[];
};

/**
 * A notice may arrange the last days of the December before its year: work on 2007-12-29, 2011-12-31 (国办发明电〔2011〕45号)
 * and 2018-12-29, off on 2022-12-31. None since 2007 reaches further back than the 29th.
 */
const firstDayOfNextNotice = '12-29';

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Makes calendars ready for use: where two speak of a day, the later year's does, and of one year the last given. */
export function indexRestCalendars(calendars: readonly RestCalendar[]): RestCalendars {
  const ofYear = new Map(calendars.map((calendar) => [calendar.year, calendar]));
  const days = new Map<LocalDate, ArrangedDay>();
  for (const calendar of [...ofYear.values()].sort((left, right) => left.year - right.year)) {
    for (const holiday of calendar.holidays) {
      for (const day of daysFromTo(holiday.from, holiday.to)) {
        days.set(day, { rest: true, name: holiday.name });
      }
    }
    for (const day of calendar.workingDays) {
      days.set(day, { rest: false, name: '调休上班' });
    }
  }
  return { years: new Set(ofYear.keys()), days };
}

/** The years whose notices decide over a day and are missing. */
function uncertainYearsOf(calendars: RestCalendars, day: LocalDate): readonly number[] {
  const { year } = dateParts(day);
  const deciding = day.slice(5) >= firstDayOfNextNotice ? [year, year + 1] : [year];
  return deciding.filter((one) => !calendars.years.has(one));
}

function weekdayName(day: LocalDate): string {
  return weekdayNames[weekdayOf(day)] ?? '';
}

/**
 * What kind of day it is. Without that year's calendar only weekends and the holidays that the law puts on a date
 * (元旦、劳动节、国庆节) are known to be off; the year is then named in `uncertainYears`, even for such a day.
 */
export function dayKind(calendars: RestCalendars, day: LocalDate): DayKind {
  const uncertainYears = uncertainYearsOf(calendars, day);
  const arranged = calendars.days.get(day);
  if (arranged !== undefined) {
    const because = arranged.rest ? 'holiday' : 'makeUpWorkingDay';
    return { rest: arranged.rest, because, name: arranged.name, uncertainYears };
  }
  const fixed = calendars.years.has(dateParts(day).year) ? undefined : fixedHolidayOn(day);
  if (fixed !== undefined) {
    return { rest: true, because: 'holiday', name: fixed.name, uncertainYears };
  }
  const rest = isWeekend(day);
  return { rest, because: rest ? 'weekend' : 'weekday', name: weekdayName(day), uncertainYears };
}

/** Whether a day is off; whether that is certain is said by `dayKind`. */
export function isRestDay(calendars: RestCalendars, day: LocalDate): boolean {
  return dayKind(calendars, day).rest;
}

/** The day itself if people work on it, otherwise the first working day after it. */
export function workingDayOnOrAfter(calendars: RestCalendars, day: LocalDate): WorkingDayAnswer {
  const years = new Set<number>();
  const passed: RestSpan[] = [];
  let current = day;
  for (;;) {
    const kind = dayKind(calendars, current);
    for (const year of kind.uncertainYears) {
      years.add(year);
    }
    if (!kind.rest) {
      return { day: current, passed, uncertainYears: sortedYears(years) };
    }
    const previous = passed.at(-1);
    if (previous?.name === kind.name) {
      passed[passed.length - 1] = { ...previous, to: current };
    } else {
      passed.push({ name: kind.name, from: current, to: current });
    }
    current = addDays(current, 1);
  }
}

/** The first working day after a day. */
export function nextWorkingDay(calendars: RestCalendars, day: LocalDate): WorkingDayAnswer {
  return workingDayOnOrAfter(calendars, addDays(day, 1));
}

/** The working day so many working days later, the day itself not counted; throws RangeError unless there is at least one. */
export function addWorkingDays(calendars: RestCalendars, day: LocalDate, days: number): WorkingDayAnswer {
  if (!Number.isInteger(days) || days < 1) {
    throw new RangeError(`Not a number of working days: ${days}`);
  }
  let answer = nextWorkingDay(calendars, day);
  const years = new Set(answer.uncertainYears);
  const passed = [...answer.passed];
  for (let counted = 1; counted < days; counted += 1) {
    answer = nextWorkingDay(calendars, answer.day);
    for (const year of answer.uncertainYears) {
      years.add(year);
    }
    passed.push(...answer.passed);
  }
  return { day: answer.day, passed, uncertainYears: sortedYears(years) };
}

/** Years in their order, each once. */
export function sortedYears(years: Iterable<number>): number[] {
  return [...new Set(years)].sort((left, right) => left - right);
}

/** What a page says where an answer rests on years without a calendar; undefined where it rests on none. */
export function missingCalendarSentence(years: readonly number[]): string | undefined {
  if (years.length === 0) {
    return undefined;
  }
  const named = `${sortedYears(years).join('、')} 年`;
  return `没有 ${named}的放假安排：只计入了周末和日期固定的法定节假日（元旦、劳动节、国庆节），春节、清明节、端午节、中秋节和调休未计入，日期可能不准。请导入 ${named}的放假安排。`;
}
