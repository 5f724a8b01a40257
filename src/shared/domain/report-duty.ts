import { z } from 'zod';
import { addDays, dateParts, type LocalDate, localDate, type Month, monthSchema } from './local-date.ts';
import {
  monthsOf,
  namedPeriodKindSchema,
  nextRequest,
  type Period,
  type PeriodRequest,
  periodKey,
  periodName,
  periodOf,
  requestHolding,
  type StatisticalCalendar,
  shiftMonth,
} from './reporting-period.ts';
import { addWorkingDays, dayKind, type RestCalendars, sortedYears } from './rest-days.ts';

/** A table that the office hands in regularly: of which period, to whom, and by which day. */
export const reportDutySchema = z
  .object({
    /** Given once; what was handed in refers to it. */
    id: z.string().min(1).max(40),
    name: z.string().trim().min(1, '没有写名称').max(50),
    of: namedPeriodKindSchema,
    recipients: z.string().trim().min(1, '没有写报送给谁').max(100),
    /** 0: in the month in which the period ends; 1: in the month after. */
    monthsAfter: z.literal([0, 1]),
    /** Day of that month; the 29th to 31st mean its last day where it has none. */
    day: z.int().min(1, '日期从 1 到 31').max(31, '日期从 1 到 31'),
    /** The first month whose report is due; null: the month in which this register was begun. */
    from: monthSchema.nullable(),
    /** 停用: nothing is due any more, what was handed in stays. */
    active: z.boolean(),
  })
  .readonly();
export type ReportDuty = z.infer<typeof reportDutySchema>;

export const reportDutiesSchema = z
  .object({ duties: z.array(reportDutySchema).max(30) })
  .readonly()
  .refine(({ duties }) => new Set(duties.map(({ id }) => id)).size === duties.length, '同一事项写了两次');
export type ReportDuties = z.infer<typeof reportDutiesSchema>;

const toBoth = { recipients: '政协、法院', monthsAfter: 1, from: null, active: true } as const;

/**
 * No rule says what an office hands in when (domain.md §12, question 5): the month's table by the 5th to the CPPCC
 * committee and the court, as offices do, and the longer ones a little later. The office changes them in the settings.
 */
export const defaultReportDuties: ReportDuties = {
  duties: [
    { ...toBoth, id: 'month', name: '月报', of: 'month', day: 5 },
    { ...toBoth, id: 'quarter', name: '季报', of: 'quarter', day: 10 },
    { ...toBoth, id: 'halfYear', name: '半年报', of: 'halfYear', day: 10 },
    { ...toBoth, id: 'year', name: '年报', of: 'year', day: 15 },
  ],
};

/** So many working days before its day, a report that is not handed in is brought to mind. */
export const workingDaysOfWarning = 3;

function lastMonthOf(request: PeriodRequest, calendar: StatisticalCalendar): Month {
  const last = monthsOf(request, calendar)?.at(-1);
  if (last === undefined) throw new RangeError(`No duty is of ${periodKey(request)}.`);
  return last;
}

/** The day by which the report of a period is due, rest day or not; RangeError for days, of which no duty is. */
export function dueDayOf(duty: ReportDuty, request: PeriodRequest, calendar: StatisticalCalendar): LocalDate {
  const month = shiftMonth(lastMonthOf(request, calendar), duty.monthsAfter);
  const { year, month: monthOfYear } = dateParts(localDate(`${month}-01`));
  const last = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
  return localDate(`${month}-${String(Math.min(duty.day, last)).padStart(2, '0')}`);
}

/** Whether a duty is due before its period has ended, which no report can keep; seen over the periods of a year. */
export function isDueTooEarly(duty: ReportDuty, calendar: StatisticalCalendar): boolean {
  let request = requestHolding(duty.of, localDate('2026-01-01'), calendar);
  for (let count = 0; count < 12; count += 1) {
    if (dueDayOf(duty, request, calendar) <= periodOf(request, calendar).to) return true;
    request = nextRequest(request);
  }
  return false;
}

/** A report that is, or was, to be handed in. */
export type DueReport = {
  readonly duty: ReportDuty;
  readonly request: PeriodRequest;
  readonly periodName: string;
  readonly period: Period;
  readonly dueOn: LocalDate;
};

export type DueRule = {
  readonly duties: readonly ReportDuty[];
  readonly calendar: StatisticalCalendar;
  /** The month in which the register was begun: duties without a first month of their own start with it. */
  readonly begun: Month;
};

/** What is due from one day to another, earliest first; a period that ended before the duty began is not. */
export function reportsDue(rule: DueRule, between: Period): readonly DueReport[] {
  const due = rule.duties
    .filter(({ active }) => active)
    .flatMap((duty): DueReport[] => {
      const first = duty.from ?? rule.begun;
      const found: DueReport[] = [];
      // A due day lies at most two months after the end of its period.
      let request = requestHolding(duty.of, addDays(between.from, -100), rule.calendar);
      for (; ; request = nextRequest(request)) {
        const dueOn = dueDayOf(duty, request, rule.calendar);
        if (dueOn > between.to) return found;
        if (dueOn >= between.from && lastMonthOf(request, rule.calendar) >= first) {
          found.push({
            duty,
            request,
            periodName: periodName(request, rule.calendar),
            period: periodOf(request, rule.calendar),
            dueOn,
          });
        }
      }
    });
  // Sorting is stable: on one day they stand as in the settings.
  return due.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** The first month in which any of the duties is due: from there on something may be overdue. */
export function firstDueMonth({ duties, begun }: DueRule): Month {
  return duties.reduce<Month>((first, { from }) => (from !== null && from < first ? from : first), begun);
}

export const reportStates = {
  overdue: { label: '逾期未报' },
  soon: { label: '即将到期' },
  later: { label: '未到期' },
  done: { label: '已报' },
  doneLate: { label: '已报（逾期）' },
} as const;
export type ReportState = keyof typeof reportStates;
export const reportStateSchema = z.enum(Object.keys(reportStates) as [ReportState, ...ReportState[]]);

/** The last day on which what is due counts as due soon: so many working days from today. */
export function lastDayOfWarning(today: LocalDate, calendars: RestCalendars): LocalDate {
  return addWorkingDays(calendars, today, workingDaysOfWarning).day;
}

/** How it stands with a report: `handedInOn` null where it was not handed in. */
export function reportState(
  dueOn: LocalDate,
  handedInOn: LocalDate | null,
  today: LocalDate,
  calendars: RestCalendars,
): ReportState {
  if (handedInOn !== null) return handedInOn <= dueOn ? 'done' : 'doneLate';
  if (dueOn < today) return 'overdue';
  return dueOn <= lastDayOfWarning(today, calendars) ? 'soon' : 'later';
}

/** What is said of a due day on which nobody works. */
export type RestDayNote = {
  /** 周六, 国庆节, … */
  readonly name: string;
  /** The last working day before it. */
  readonly workingDayBefore: LocalDate;
  readonly uncertainYears: readonly number[];
};

/** A due day is never moved: who is to hand in on a rest day is told so, with the working day before. */
export function restDayNote(dueOn: LocalDate, calendars: RestCalendars): RestDayNote | null {
  const kind = dayKind(calendars, dueOn);
  if (!kind.rest) return null;
  const years = new Set(kind.uncertainYears);
  for (let day = addDays(dueOn, -1); ; day = addDays(day, -1)) {
    const before = dayKind(calendars, day);
    for (const year of before.uncertainYears) years.add(year);
    if (!before.rest) {
      return { name: kind.name, workingDayBefore: day, uncertainYears: sortedYears(years) };
    }
  }
}
