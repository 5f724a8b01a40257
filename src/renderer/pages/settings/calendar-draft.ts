import { formatLocalDate, type LocalDate, parseLocalDate } from '#shared/domain/local-date.ts';
import { type RestCalendar, restCalendarSchema, statutoryHolidaysOf } from '#shared/domain/rest-days.ts';

/** A holiday as it is typed. */
export type HolidayDraft = {
  readonly key: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
};

/** A year's arrangement as it is typed. */
export type CalendarDraft = {
  readonly year: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly holidays: readonly HolidayDraft[];
  /** One day after the other, in any form. */
  readonly workingDays: string;
};

const typedDays = (text: string) => text.split(/[、，,;；\s]+/u).filter((part) => part !== '');

/** A new year: the statutory holidays by name, and no day that nobody typed. */
export function emptyCalendar(year: number): CalendarDraft {
  const names = [...new Set(statutoryHolidaysOf(year).map(({ name }) => name))];
  return {
    year: String(year),
    source: '',
    publishedOn: '',
    holidays: names.map((name, key) => ({ key, name, from: '', to: '' })),
    workingDays: '',
  };
}

export function calendarDraftOf(calendar: RestCalendar): CalendarDraft {
  return {
    year: String(calendar.year),
    source: calendar.source,
    publishedOn: calendar.publishedOn,
    holidays: calendar.holidays.map(({ name, from, to }, key) => ({ key, name, from, to })),
    workingDays: calendar.workingDays.join('、'),
  };
}

export type ReadCalendar =
  | { readonly kind: 'calendar'; readonly calendar: RestCalendar }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** What was typed as a calendar, or everything that keeps it from being one, in Chinese. */
export function readCalendar(draft: CalendarDraft): ReadCalendar {
  const problems: string[] = [];
  const year = Number(draft.year);
  if (!/^\d{4}$/.test(draft.year.trim())) problems.push('年份请写四位数字，如 2027');
  if (draft.source.trim() === '') problems.push('没有写通知的名称和文号');
  const publishedOn = dayIn(draft.publishedOn, '通知的日期', problems);
  const holidays = draft.holidays.map(({ name, from, to }) => {
    const called = name.trim();
    if (called === '') problems.push('有一个节日没有写名称');
    const where = `“${called === '' ? '未写名称' : called}”`;
    if (from.trim() === '' && to.trim() === '') {
      problems.push(`${where}没有写放假日期；通知里没有的，删去这一行`);
      return undefined;
    }
    const first = dayIn(from, `${where}放假第一天`, problems);
    // A holiday of a single day need not be typed twice.
    const last = to.trim() === '' ? first : dayIn(to, `${where}放假最后一天`, problems);
    return first === undefined || last === undefined ? undefined : { name: called, from: first, to: last };
  });
  if (holidays.length === 0) problems.push('至少要有一个节日');
  const workingDays = typedDays(draft.workingDays).map((text) => dayIn(text, '调休上班日', problems));
  if (problems.length > 0) return { kind: 'problems', problems: [...new Set(problems)] };
  const parsed = restCalendarSchema.safeParse({
    year,
    source: draft.source,
    publishedOn,
    holidays,
    workingDays,
  });
  if (parsed.success) return { kind: 'calendar', calendar: parsed.data };
  const said = parsed.error.issues.map((issue) =>
    issue.code === 'custom' ? issue.message : `“${issue.path.join('.')}”不符合格式`,
  );
  return { kind: 'problems', problems: said };
}

function dayIn(text: string, what: string, problems: string[]): LocalDate | undefined {
  const day = text.trim() === '' ? undefined : parseLocalDate(text);
  if (day === undefined) {
    problems.push(text.trim() === '' ? `没有写${what}` : `${what}“${text.trim()}”看不出是哪一天`);
  }
  return day;
}

/** The days that were recognised in a text, for reading back; what is none is left out. */
export function daysRead(text: string): readonly string[] {
  return typedDays(text).flatMap((part) => {
    const day = parseLocalDate(part);
    return day === undefined ? [] : [dayWithWeekday(day)];
  });
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

export function dayWithWeekday(day: LocalDate): string {
  return `${formatLocalDate(day)}（周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`;
}
