// Each function from its own file: the package's index reads three hundred of them at every start.
import { addDays as addCalendarDays } from 'date-fns/addDays';
import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { z } from 'zod';

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
// 440524188001010014, the example of GB 11643-1999, was born in 1880.
const firstYear = 1800;
const lastYear = 2199;

/** A calendar day as YYYY-MM-DD text: a day has no time and no time zone. Years 1800 to 2199. */
export const localDateSchema = z.string().refine(isLocalDate, '不是日期').brand<'LocalDate', 'inout'>();

/** A calendar day as YYYY-MM-DD text. */
export type LocalDate = z.infer<typeof localDateSchema>;

/** A calendar month as YYYY-MM text. Years 1800 to 2199. */
export const monthSchema = z
  .string()
  .refine((text) => isLocalDate(`${text}-01`), '不是月份')
  .brand<'Month', 'inout'>();

/** A calendar month as YYYY-MM text. */
export type Month = z.infer<typeof monthSchema>;

function isLocalDate(text: string): boolean {
  const match = datePattern.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isCalendarDay(year: number, monthOfYear: number, dayOfMonth: number): boolean {
  return (
    year >= firstYear &&
    year <= lastYear &&
    monthOfYear >= 1 &&
    monthOfYear <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= getDaysInMonth(new Date(year, monthOfYear - 1, 1))
  );
}

/** Takes YYYY-MM-DD text as a day; throws RangeError where there is no such day. */
export function localDate(text: string): LocalDate {
  const parsed = localDateSchema.safeParse(text);
  if (!parsed.success) {
    throw new RangeError(`Not a calendar day: ${text}`);
  }
  return parsed.data;
}

/** Takes YYYY-MM text as a month; throws RangeError where there is no such month. */
export function month(text: string): Month {
  const parsed = monthSchema.safeParse(text);
  if (!parsed.success) {
    throw new RangeError(`Not a month: ${text}`);
  }
  return parsed.data;
}

/** The day of a year, month and day of the month; undefined where there is no such day. */
export function localDateOf(year: number, monthOfYear: number, dayOfMonth: number): LocalDate | undefined {
  const text = [
    String(year).padStart(4, '0'),
    String(monthOfYear).padStart(2, '0'),
    String(dayOfMonth).padStart(2, '0'),
  ].join('-');
  return localDateSchema.safeParse(text).data;
}

/** The year, month (1 to 12) and day of the month. */
export function dateParts(day: LocalDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day of a UTC midnight, as the spreadsheet library hands dates over. */
export function localDateFromUtcMidnight(date: Date): LocalDate {
  return localDate(date.toISOString().slice(0, 10));
}

/**
 * The day of a spreadsheet's serial number; the time of day is dropped.
 * Serial 60 of the 1900 system is 1900-02-29, a day that never was: undefined.
 */
export function localDateFromExcelSerial(serial: number, date1904 = false): LocalDate | undefined {
  const whole = Math.floor(serial);
  if (
    !Number.isFinite(serial) ||
    whole < (date1904 ? 0 : 1) ||
    whole > 200_000 ||
    (!date1904 && whole === 60)
  ) {
    return undefined;
  }
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return localDateSchema.safeParse(new Date(epoch + whole * 86_400_000).toISOString().slice(0, 10)).data;
}

// Noon, because some zones have days without a midnight (Shanghai itself on the first summer-time days of 1986–1991).
function atNoon(day: LocalDate): Date {
  const { year, month: monthOfYear, day: dayOfMonth } = dateParts(day);
  return new Date(year, monthOfYear - 1, dayOfMonth, 12);
}

function fromNoon(date: Date): LocalDate {
  const day = localDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  if (day === undefined) {
    throw new RangeError(`Outside the years ${firstYear} to ${lastYear}: ${date.getFullYear()}`);
  }
  return day;
}

/** The day so many calendar days later (earlier if negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromNoon(addCalendarDays(atNoon(day), days));
}

/** The same day of the month so many months later, or the last day of that month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  return fromNoon(addCalendarMonths(atNoon(day), months));
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(atNoon(to), atNoon(from));
}

/** 2026年11月20日, as the body of a document writes it. */
export function formatLocalDate(day: LocalDate): string {
  const parts = dateParts(day);
  return `${parts.year}年${parts.month}月${parts.day}日`;
}

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in China at an instant. */
export function localDateInShanghai(instant: Date): LocalDate {
  return localDate(shanghaiDay.format(instant));
}

const zeroAndDigits = '〇一二三四五六七八九';

/** 一 to 九十九 without the leading 一 of 一十. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (
    (tens > 1 ? zeroAndDigits.charAt(tens) : '') +
    (tens > 0 ? '十' : '') +
    (ones > 0 ? zeroAndDigits.charAt(ones) : '')
  );
}

/** 二〇二六年十一月二十日, as the closing line of a document writes it; the zero is U+3007. */
export function chineseNumeralDate(day: LocalDate): string {
  const parts = dateParts(day);
  const year = Array.from(String(parts.year), (figure) => zeroAndDigits.charAt(Number(figure))).join('');
  return `${year}年${chineseNumber(parts.month)}月${chineseNumber(parts.day)}日`;
}

const timeOfDay = '(?:[ t](?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.0+)?)?)?';
const separatedDate = new RegExp(`^(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})\\.?${timeOfDay}$`);
const wordedDate = new RegExp(`^([^年]{4})年([^月]{1,2})月([^日号]{1,3})[日号]?${timeOfDay}$`);
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a day as people write it: 2024.3.5, 2024年3月5日, 2024/3/5, 20240305, 二〇二四年三月五日, with or without a time.
 * Undefined for a day that does not exist and for anything that leaves the year, month or day to be guessed.
 */
export function parseLocalDate(text: string): LocalDate | undefined {
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[。．]/g, '.')
    .replace(/\s*([-./年月])\s*/g, '$1')
    .replace(/\s+(?=[日号])/g, '');
  const separated = separatedDate.exec(folded);
  if (separated !== null) {
    return localDateOf(Number(separated[1]), Number(separated[3]), Number(separated[4]));
  }
  const compact = compactDate.exec(folded);
  if (compact !== null) {
    return localDateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  }
  const worded = wordedDate.exec(folded);
  if (worded !== null) {
    const year = readYear(worded[1] ?? '');
    const monthOfYear = worded[2] === '元' ? 1 : readNumber(worded[2] ?? '');
    const dayOfMonth = readNumber(worded[3] ?? '');
    if (year !== undefined && monthOfYear !== undefined && dayOfMonth !== undefined) {
      return localDateOf(year, monthOfYear, dayOfMonth);
    }
  }
  return undefined;
}

function readFigure(character: string): number | undefined {
  if (/^\d$/.test(character)) {
    return Number(character);
  }
  if ('○零oо◯'.includes(character)) {
    return 0;
  }
  const value = zeroAndDigits.indexOf(character);
  return value < 0 ? undefined : value;
}

function readYear(text: string): number | undefined {
  const figures = Array.from(text, readFigure);
  return figures.length === 4 && !figures.includes(undefined) ? Number(figures.join('')) : undefined;
}

function readNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    return Number(text);
  }
  const match = /^([二三]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (match === null || text === '') {
    return undefined;
  }
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') {
    return tens !== '' && ones !== '' ? undefined : zeroAndDigits.indexOf(tens + ones);
  }
  return (
    (tens === '' ? 1 : zeroAndDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : zeroAndDigits.indexOf(ones))
  );
}
