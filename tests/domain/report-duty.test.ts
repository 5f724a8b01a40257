import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import {
  defaultReportDuties,
  dueDayOf,
  firstDueMonth,
  isDueTooEarly,
  lastDayOfWarning,
  type ReportDuty,
  reportDutiesSchema,
  reportState,
  reportsDue,
  restDayNote,
} from '#shared/domain/report-duty.ts';
import {
  defaultStatisticalCalendar,
  periodOf,
  type StatisticalCalendar,
} from '#shared/domain/reporting-period.ts';
import { restCalendars } from '../support/calendars.ts';

const ordinary = defaultStatisticalCalendar;
const courtly: StatisticalCalendar = { lastDayOfMonth: 25, firstMonthOfYear: 12 };
const november = { kind: 'month', month: month('2026-11') } as const;
const monthly: ReportDuty = {
  id: 'month',
  name: '月报',
  of: 'month',
  recipients: '政协、法院',
  monthsAfter: 1,
  day: 5,
  from: null,
  active: true,
};

test('the month is due on the 5th of the following month, whatever its last day', () => {
  expect(dueDayOf(monthly, november, ordinary)).toBe('2026-12-05');
  expect(dueDayOf(monthly, november, courtly)).toBe('2026-12-05');
  expect(dueDayOf({ ...monthly, monthsAfter: 0, day: 28 }, november, courtly)).toBe('2026-11-28');
  expect(dueDayOf({ ...monthly, of: 'year' }, { kind: 'year', year: 2026 }, courtly)).toBe('2026-12-05');
  expect(dueDayOf({ ...monthly, of: 'quarter' }, { kind: 'quarter', year: 2026, quarter: 4 }, ordinary)).toBe(
    '2027-01-05',
  );
});

test('a day that the month does not have means its last', () => {
  const january = { kind: 'month', month: month('2026-01') } as const;
  expect(dueDayOf({ ...monthly, day: 31 }, january, ordinary)).toBe('2026-02-28');
});

test('a duty that is due before its period has ended is told from one that can be kept', () => {
  expect(isDueTooEarly(monthly, ordinary)).toBe(false);
  expect(isDueTooEarly({ ...monthly, monthsAfter: 0, day: 28 }, ordinary)).toBe(true);
  expect(isDueTooEarly({ ...monthly, monthsAfter: 0, day: 28 }, courtly)).toBe(false);
});

test('what is due comes in its order, the duties of one day as the settings have them', () => {
  const due = reportsDue(
    { ...defaultReportDuties, calendar: ordinary, begun: month('2026-11') },
    { from: localDate('2026-12-01'), to: localDate('2027-02-28') },
  );
  expect(due.map(({ periodName, duty, dueOn }) => [duty.name, periodName, dueOn])).toEqual([
    ['月报', '2026年11月', '2026-12-05'],
    ['月报', '2026年12月', '2027-01-05'],
    ['季报', '2026年第四季度', '2027-01-10'],
    ['半年报', '2026年下半年', '2027-01-10'],
    ['年报', '2026年', '2027-01-15'],
    ['月报', '2027年1月', '2027-02-05'],
  ]);
});

test('nothing is due for the time before a duty began, nor of one that is switched off', () => {
  const between = { from: localDate('2025-01-01'), to: localDate('2026-12-31') };
  const of = (duty: Partial<ReportDuty>, begun = month('2026-11')) =>
    reportsDue({ duties: [{ ...monthly, ...duty }], calendar: ordinary, begun }, between).map(
      ({ dueOn }) => dueOn,
    );
  expect(of({})).toEqual(['2026-12-05']);
  expect(of({ from: month('2026-09') })).toEqual(['2026-10-05', '2026-11-05', '2026-12-05']);
  expect(of({ active: false })).toEqual([]);
  expect(
    firstDueMonth({
      duties: [{ ...monthly, from: month('2026-09') }],
      calendar: ordinary,
      begun: november.month,
    }),
  ).toBe('2026-09');
});

test('a due day on a rest day is said with the working day before it, and stays', () => {
  // 5 December 2026 is a Saturday; 1 to 7 October 2026 are off, and 27 September is worked.
  expect(restDayNote(localDate('2026-12-05'), restCalendars)).toEqual({
    name: '周六',
    workingDayBefore: '2026-12-04',
    uncertainYears: [],
  });
  expect(restDayNote(localDate('2026-10-05'), restCalendars)).toMatchObject({ name: '国庆节' });
  expect(restDayNote(localDate('2026-11-05'), restCalendars)).toBeNull();
  // Nobody knows yet how 2027 is arranged.
  expect(restDayNote(localDate('2027-01-10'), restCalendars)?.uncertainYears).toEqual([2027]);
});

test('a report is brought to mind three working days before its day', () => {
  const due = localDate('2026-12-05');
  const state = (today: string) => reportState(due, null, localDate(today), restCalendars);
  expect(lastDayOfWarning(localDate('2026-12-01'), restCalendars)).toBe('2026-12-04');
  expect(state('2026-12-01')).toBe('later');
  expect(state('2026-12-02')).toBe('soon');
  expect(state('2026-12-05')).toBe('soon');
  expect(state('2026-12-06')).toBe('overdue');
  expect(reportState(due, localDate('2026-12-05'), localDate('2027-03-01'), restCalendars)).toBe('done');
  expect(reportState(due, localDate('2026-12-06'), localDate('2027-03-01'), restCalendars)).toBe('doneLate');
});

test('the duties of an office are told apart', () => {
  expect(reportDutiesSchema.safeParse(defaultReportDuties).success).toBe(true);
  expect(reportDutiesSchema.safeParse({ duties: [monthly, monthly] }).success).toBe(false);
  expect(reportDutiesSchema.safeParse({ duties: [{ ...monthly, day: 32 }] }).success).toBe(false);
  expect(reportDutiesSchema.safeParse({ duties: [{ ...monthly, recipients: ' ' }] }).success).toBe(false);
});

test('for every rule and duty, years asked for in pieces give each report once', () => {
  const duties = fc.record({
    of: fc.constantFrom('month', 'quarter', 'halfYear', 'year'),
    monthsAfter: fc.constantFrom(0, 1),
    day: fc.integer({ min: 1, max: 31 }),
  });
  const rules = fc.record({
    lastDayOfMonth: fc.option(fc.integer({ min: 1, max: 27 })),
    firstMonthOfYear: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(duties, rules, fc.integer({ min: 1, max: 700 }), (part, calendar, length) => {
      const duty: ReportDuty = { ...monthly, ...part };
      const rule = { duties: [duty], calendar, begun: month('2020-01') };
      const from = localDate('2024-01-01');
      const cut = addDays(from, length);
      const to = localDate('2025-12-31');
      const whole = reportsDue(rule, { from, to });
      const pieces = [
        ...reportsDue(rule, { from, to: cut }),
        ...reportsDue(rule, { from: addDays(cut, 1), to }),
      ];
      expect(pieces).toEqual(whole);
      expect(whole).toHaveLength({ month: 24, quarter: 8, halfYear: 4, year: 2 }[duty.of]);
      for (const { request, period } of whole) expect(period).toEqual(periodOf(request, calendar));
    }),
    { numRuns: 60 },
  );
});
