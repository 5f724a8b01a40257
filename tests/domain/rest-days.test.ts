import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import {
  addWorkingDays,
  dayKind,
  fixedHolidayOn,
  indexRestCalendars,
  isRestDay,
  missingCalendarSentence,
  netHolidayDays,
  nextWorkingDay,
  restCalendarDoubts,
  restCalendarSchema,
  statutoryHolidaysOf,
  workingDayOnOrAfter,
} from '#shared/domain/rest-days.ts';
import {
  restCalendars as calendars,
  shippedCalendar,
  shippedCalendars,
  shippedYears,
} from '../support/calendars.ts';

function daysOf(year: number): LocalDate[] {
  const first = localDate(`${year}-01-01`);
  return Array.from({ length: daysBetween(first, localDate(`${year + 1}-01-01`)) }, (_, index) =>
    addDays(first, index),
  );
}

/** The figures of the notices themselves: 共×天, and the weekday printed beside each make-up working day. */
const notices = [
  {
    year: 2024,
    number: '国办发明电〔2023〕7号',
    published: '2023-10-25',
    off: { 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 1, 中秋节: 3, 国庆节: 7 },
    work: '0204日 0218日 0407日 0428日 0511六 0914六 0929日 1012六',
  },
  {
    year: 2025,
    number: '国办发明电〔2024〕12号',
    published: '2024-11-12',
    off: { 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 3, '国庆节、中秋节': 8 },
    work: '0126日 0208六 0427日 0928日 1011六',
  },
  {
    year: 2026,
    number: '国办发明电〔2025〕7号',
    published: '2025-11-04',
    off: { 元旦: 3, 春节: 9, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 },
    work: '0104日 0214六 0228六 0509六 0920日 1010六',
  },
];

describe('the calendars that come with the program', () => {
  test.each(notices)('$year says what its notice says', ({ year, number, published, off, work }) => {
    const calendar = shippedCalendar(year);
    expect(calendar.source).toBe(`国务院办公厅关于${year}年部分节假日安排的通知（${number}）`);
    expect(calendar.publishedOn).toBe(published);
    expect(
      Object.fromEntries(calendar.holidays.map(({ name, from, to }) => [name, daysBetween(from, to) + 1])),
    ).toEqual(off);
    expect(
      calendar.workingDays.map((day) => {
        const weekday = '日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
        return `${day.slice(5, 7)}${day.slice(8)}${weekday}`;
      }),
    ).toEqual(work.split(' '));
  });

  test.each(shippedYears)(
    '%i gives exactly the statutory days beyond weekends, and every festival',
    (year) => {
      const statutory = statutoryHolidaysOf(year);
      expect(statutory.reduce((sum, holiday) => sum + holiday.days, 0)).toBe(year < 2025 ? 11 : 13);
      expect(netHolidayDays(shippedCalendar(year))).toBe(year < 2025 ? 11 : 13);
      expect(restCalendarDoubts(shippedCalendar(year))).toEqual([]);
    },
  );

  test.each(shippedYears)(
    '%i works on weekend days only, never on a holiday, and keeps the fixed days',
    (year) => {
      for (const day of daysOf(year)) {
        const kind = dayKind(calendars, day);
        const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        expect(kind.because === 'makeUpWorkingDay' ? weekend && !kind.rest : true, day).toBe(true);
        expect(fixedHolidayOn(day) === undefined || kind.rest, day).toBe(true);
        if (!shippedCalendar(year).holidays.some(({ from, to }) => from <= day && day <= to)) {
          expect(kind.rest, day).toBe(weekend && !shippedCalendar(year).workingDays.includes(day));
        }
      }
    },
  );

  test('2 May is a holiday by law from 2025 on', () => {
    expect(fixedHolidayOn(localDate('2024-05-02'))).toBeUndefined();
    expect(fixedHolidayOn(localDate('2025-05-02'))?.name).toBe('劳动节');
  });
});

describe('working days', () => {
  test.each([
    ['2026-10-01', true, '国庆节'],
    ['2026-10-07', true, '国庆节'],
    ['2026-10-08', false, '周四'],
    ['2026-10-10', false, '调休上班'],
    ['2026-10-11', true, '周日'],
    ['2026-02-14', false, '调休上班'],
    ['2026-02-15', true, '春节'],
    ['2024-02-09', false, '周五'],
  ])('%s is off: %s (%s)', (day, rest, name) => {
    expect(isRestDay(calendars, localDate(day))).toBe(rest);
    expect(dayKind(calendars, localDate(day))).toMatchObject({ rest, name, uncertainYears: [] });
  });

  test('the days off that were passed over are named', () => {
    expect(workingDayOnOrAfter(calendars, localDate('2026-09-25'))).toEqual({
      day: '2026-09-28',
      passed: [{ name: '中秋节', from: '2026-09-25', to: '2026-09-27' }],
      uncertainYears: [],
    });
    expect(workingDayOnOrAfter(calendars, localDate('2026-11-21')).passed).toEqual([
      { name: '周六', from: '2026-11-21', to: '2026-11-21' },
      { name: '周日', from: '2026-11-22', to: '2026-11-22' },
    ]);
    expect(nextWorkingDay(calendars, localDate('2026-11-20')).day).toBe('2026-11-23');
  });

  test('three working days over 国庆 2026, with a Saturday worked', () => {
    expect(addWorkingDays(calendars, localDate('2026-09-30'), 3).day).toBe('2026-10-10');
    expect(() => addWorkingDays(calendars, localDate('2026-09-30'), 0)).toThrow(RangeError);
  });

  const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays(localDate('2024-01-01'), days));

  test('so many working days are so many days between that are not off', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, count) => {
        const answer = addWorkingDays(calendars, day, count);
        const passed = Array.from({ length: daysBetween(day, answer.day) }, (_, index) =>
          addDays(day, index + 1),
        );
        expect(passed.filter((one) => !isRestDay(calendars, one))).toHaveLength(count);
        expect(isRestDay(calendars, answer.day)).toBe(false);
        const named = answer.passed.reduce((sum, span) => sum + daysBetween(span.from, span.to) + 1, 0);
        expect(named).toBe(passed.length - count);
      }),
    );
  });
});

describe('a year without a calendar', () => {
  test('is named by every answer that rests on it', () => {
    expect(dayKind(calendars, localDate('2027-03-01')).uncertainYears).toEqual([2027]);
    expect(dayKind(calendars, localDate('2023-12-30')).uncertainYears).toEqual([2023]);
    expect(workingDayOnOrAfter(calendars, localDate('2027-02-06')).uncertainYears).toEqual([2027]);
    expect(addWorkingDays(calendars, localDate('2026-12-25'), 10).uncertainYears).toEqual([2027]);
    expect(addWorkingDays(indexRestCalendars([]), localDate('2026-12-25'), 10).uncertainYears).toEqual([
      2026, 2027,
    ]);
  });

  test('leaves the last days of the December before it open: its notice may arrange them', () => {
    expect(dayKind(calendars, localDate('2026-12-28')).uncertainYears).toEqual([]);
    expect(dayKind(calendars, localDate('2026-12-29')).uncertainYears).toEqual([2027]);
    expect(dayKind(calendars, localDate('2025-12-31')).uncertainYears).toEqual([]);
  });

  test('still has the holidays that the law puts on a date', () => {
    expect(workingDayOnOrAfter(calendars, localDate('2027-01-01'))).toMatchObject({
      day: '2027-01-04',
      uncertainYears: [2027],
    });
    expect(isRestDay(calendars, localDate('2027-10-01'))).toBe(true);
    expect(isRestDay(calendars, localDate('2027-10-04'))).toBe(false);
  });

  test('is said in a sentence that says what to do', () => {
    expect(missingCalendarSentence([])).toBeUndefined();
    expect(missingCalendarSentence([2027])).toBe(
      '没有 2027 年的放假安排：只计入了周末和日期固定的法定节假日（元旦、劳动节、国庆节），春节、清明节、端午节、中秋节和调休未计入，日期可能不准。请导入 2027 年的放假安排。',
    );
    expect(missingCalendarSentence([2028, 2027])).toContain('没有 2027、2028 年的放假安排');
  });
});

describe('a calendar that an office imports', () => {
  const invented = {
    year: 2027,
    source: '测试用的虚构安排',
    publishedOn: '2026-11-01',
    holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
    workingDays: ['2027-01-03'],
  };

  function complaints(changes: object): string[] {
    const parsed = restCalendarSchema.safeParse({ ...invented, ...changes });
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  }

  test('may reach into the December before it and then rules over that December', () => {
    const withNext = indexRestCalendars([...shippedCalendars, restCalendarSchema.parse(invented)]);
    expect(isRestDay(calendars, localDate('2026-12-31'))).toBe(false);
    expect(dayKind(withNext, localDate('2026-12-31'))).toMatchObject({ rest: true, uncertainYears: [] });
    expect(isRestDay(withNext, localDate('2027-01-03'))).toBe(false);
    const works = restCalendarSchema.parse({
      ...invented,
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-02' }],
      workingDays: ['2026-12-26'],
    });
    const earlier = restCalendarSchema.parse({
      ...invented,
      year: 2026,
      holidays: [{ name: '虚构节', from: '2026-12-26', to: '2026-12-26' }],
      workingDays: [],
    });
    expect(isRestDay(indexRestCalendars([works, earlier]), localDate('2026-12-26'))).toBe(false);
  });

  test('takes the place of an earlier one of its year', () => {
    const corrected = restCalendarSchema.parse({ ...invented, workingDays: [] });
    const index = indexRestCalendars([restCalendarSchema.parse(invented), corrected]);
    expect(isRestDay(index, localDate('2027-01-03'))).toBe(true);
  });

  test('is refused where it contradicts itself', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ holidays: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] })).toEqual([
      '“元旦”的最后一天早于第一天',
    ]);
    expect(complaints({ workingDays: ['2027-01-04'] })).toEqual(['上班日2027年1月4日不是周末，不需要列出']);
    expect(complaints({ workingDays: ['2027-01-02'] })).toEqual([
      '2027年1月2日既列在“元旦”放假中，又列为上班日',
    ]);
    expect(complaints({ workingDays: ['2027-01-03', '2027-01-03'] })).toEqual(['上班日2027年1月3日重复']);
    expect(complaints({ workingDays: ['2028-01-01'] })).toEqual(['上班日2028年1月1日不在 2027 年']);
    expect(
      complaints({
        holidays: [...invented.holidays, { name: '春节', from: '2027-01-02', to: '2027-01-02' }],
      }),
    ).toEqual(['2027年1月2日同时列在“元旦”和“春节”中']);
    expect(complaints({ holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01' }] })).toEqual([
      '“元旦”不在 2027 年',
    ]);
    expect(complaints({ holidays: [{ name: '春节', from: '2027-02-01', to: '2027-10-07' }] })).toEqual([
      '“春节”超过 31 天，请核对起止日期',
    ]);
    expect(complaints({ workdays: [] })).toHaveLength(1);
    expect(complaints({ publishedOn: '2026-11-31' })).toEqual(['不是日期']);
  });

  test('raises a doubt where festivals or days are missing', () => {
    expect(restCalendarDoubts(restCalendarSchema.parse(invented))).toEqual([
      '没有列出“春节”',
      '没有列出“清明节”',
      '没有列出“劳动节”',
      '没有列出“端午节”',
      '没有列出“中秋节”',
      '没有列出“国庆节”',
      '放假的工作日减去调休上班日为 1 天，法定应为 13 天，请与通知核对',
    ]);
  });
});
