import { type LocalDate, localDate } from '../local-date.ts';

export type StatutoryHoliday = {
  readonly name: string;
  /** How many days everybody is off by law; a day that falls on a weekend is made up for on a working day (第六条). */
  readonly days: number;
  /** The days as MM-DD; empty for the festivals that follow the lunar year or the sun. */
  readonly fixed: readonly string[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source: string;
};

const in2014 = {
  from: localDate('2014-01-01'),
  source: '全国年节及纪念日放假办法 第二条（国务院令第644号，2014-01-01 起）',
};
const until2024 = { ...in2014, to: localDate('2024-12-31') };
const in2025 = {
  from: localDate('2025-01-01'),
  source: '全国年节及纪念日放假办法 第二条（国务院令第795号，2025-01-01 起）',
};

/** The holidays of everybody; in 2025 the eve of the Spring Festival and 2 May were added. */
export const statutoryHolidays: readonly StatutoryHoliday[] = [
  { name: '元旦', days: 1, fixed: ['01-01'], ...in2014 },
  { name: '春节', days: 3, fixed: [], ...until2024 },
  { name: '春节', days: 4, fixed: [], ...in2025 },
  { name: '清明节', days: 1, fixed: [], ...in2014 },
  { name: '劳动节', days: 1, fixed: ['05-01'], ...until2024 },
  { name: '劳动节', days: 2, fixed: ['05-01', '05-02'], ...in2025 },
  { name: '端午节', days: 1, fixed: [], ...in2014 },
  { name: '中秋节', days: 1, fixed: [], ...in2014 },
  { name: '国庆节', days: 3, fixed: ['10-01', '10-02', '10-03'], ...in2014 },
];

/** The statutory holidays of a year; none for the years before 2014, whose law is not kept here. */
export function statutoryHolidaysOf(year: number): readonly StatutoryHoliday[] {
  const firstDay = localDate(`${year}-01-01`);
  return statutoryHolidays.filter(
    (holiday) => holiday.from <= firstDay && (holiday.to === undefined || firstDay <= holiday.to),
  );
}

/** The holiday that the law itself puts on this day of the month; undefined for days that move from year to year. */
export function fixedHolidayOn(day: LocalDate): StatutoryHoliday | undefined {
  const dayOfYear = day.slice(5);
  return statutoryHolidays.find(
    (holiday) =>
      holiday.fixed.includes(dayOfYear) &&
      holiday.from <= day &&
      (holiday.to === undefined || day <= holiday.to),
  );
}
