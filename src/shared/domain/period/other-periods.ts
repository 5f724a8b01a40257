import { addDays, addMonths, daysBetween, type LocalDate, localDate } from '../local-date.ts';
import { addWorkingDays, type RestCalendars, type RestSpan, workingDayOnOrAfter } from '../rest-days.ts';

/** A period other than that of mediation itself. */
type OtherPeriod = {
  readonly label: string;
  /** What starts it; that day is not counted. */
  readonly startsWith: string;
  /** Since when the article is in force under this number. */
  readonly from: LocalDate;
  readonly source: string;
};

const onlineRules = localDate('2022-01-01');
const procedureLaw2023 = localDate('2024-01-01');
const procedureInterpretation2022 = localDate('2022-04-10');

export type WorkingDayPeriodCode =
  | 'chooseMediator'
  | 'appointMediator'
  | 'confirmAcceptance'
  | 'notifyOtherParty';

/** The periods in working days of mediation on the court's platform. */
export const workingDayPeriods: Readonly<
  Record<WorkingDayPeriodCode, OtherPeriod & { readonly days: number }>
> = {
  chooseMediator: {
    label: '双方共同选择调解员',
    startsWith: '双方同意在线调解',
    days: 2,
    from: onlineRules,
    source: '法释〔2021〕23号 第10条第2款',
  },
  appointMediator: {
    label: '法院指定调解员',
    startsWith: '法院收到在线调解申请',
    days: 3,
    from: onlineRules,
    source: '法释〔2021〕23号 第10条第3款',
  },
  confirmAcceptance: {
    label: '调解员确认接受',
    startsWith: '收到委派委托信息或者当事人的申请',
    days: 3,
    from: onlineRules,
    source: '法释〔2021〕23号 第12条第1款',
  },
  notifyOtherParty: {
    label: '通知对方当事人并询问是否同意',
    startsWith: '调解员接受委派',
    days: 3,
    from: onlineRules,
    source: '法释〔2021〕23号 第15条第1款',
  },
};

export type CalendarPeriodCode =
  | 'confirmationApplication'
  | 'confirmationReview'
  | 'partyObjection'
  | 'interestedPartyObjection'
  | 'courtFiling'
  | 'enforcementApplication';

/** The periods in calendar days or months around mediation; 民事诉讼法 第85条第3款 moves their ends off days off. */
export const calendarPeriods: Readonly<
  Record<CalendarPeriodCode, OtherPeriod & { readonly length: number; readonly unit: 'days' | 'months' }>
> = {
  confirmationApplication: {
    label: '双方共同申请司法确认',
    startsWith: '调解协议生效',
    length: 30,
    unit: 'days',
    from: procedureLaw2023,
    source: '民事诉讼法 第205条',
  },
  confirmationReview: {
    label: '法院审结司法确认申请',
    startsWith: '法院立案',
    length: 30,
    unit: 'days',
    from: procedureLaw2023,
    source: '民事诉讼法 第187条',
  },
  partyObjection: {
    label: '当事人对确认裁定提出异议',
    startsWith: '收到裁定',
    length: 15,
    unit: 'days',
    from: procedureInterpretation2022,
    source: '民诉解释 第372条第2款',
  },
  interestedPartyObjection: {
    label: '利害关系人对确认裁定提出异议',
    startsWith: '知道或者应当知道民事权益受到侵害',
    length: 6,
    unit: 'months',
    from: procedureInterpretation2022,
    source: '民诉解释 第372条第2款、第127条',
  },
  courtFiling: {
    label: '法院登记立案',
    startsWith: '法院收到符合条件的起诉材料',
    length: 7,
    unit: 'days',
    from: procedureLaw2023,
    source: '民事诉讼法 第126条',
  },
  enforcementApplication: {
    label: '申请执行',
    startsWith: '法律文书规定的履行期间届满',
    length: 24,
    unit: 'months',
    from: procedureLaw2023,
    source: '民事诉讼法 第250条',
  },
};

/** How a period other than that of mediation was computed: from the day after its start to its last day. */
export type ComputedDueDate = {
  readonly startedOn: LocalDate;
  readonly naturalEndsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Days off that were not counted (working days) or that the end was moved over (calendar days). */
  readonly passed: readonly RestSpan[];
  /** Days by which the end was moved. */
  readonly rolledDays: number;
  readonly source: string;
  readonly uncertainYears: readonly number[];
};

/** The last day of a period in working days; the day that starts it is not counted. */
export function workingDayPeriod(
  code: WorkingDayPeriodCode,
  startedOn: LocalDate,
  calendars: RestCalendars,
): ComputedDueDate {
  const { days, source } = workingDayPeriods[code];
  const { day, passed, uncertainYears } = addWorkingDays(calendars, startedOn, days);
  return { startedOn, naturalEndsOn: day, endsOn: day, passed, rolledDays: 0, source, uncertainYears };
}

/**
 * The last day of a period in calendar days or months: the day that starts it is not counted, months end on the same day of
 * the month or its last (民法典 第202条), and the end is moved off days off (民事诉讼法 第85条).
 */
export function calendarPeriod(
  code: CalendarPeriodCode,
  startedOn: LocalDate,
  calendars: RestCalendars,
): ComputedDueDate {
  const { length, unit, source } = calendarPeriods[code];
  const naturalEndsOn = unit === 'days' ? addDays(startedOn, length) : addMonths(startedOn, length);
  const { day, passed, uncertainYears } = workingDayOnOrAfter(calendars, naturalEndsOn);
  return {
    startedOn,
    naturalEndsOn,
    endsOn: day,
    passed,
    rolledDays: daysBetween(naturalEndsOn, day),
    source: `${source}；民事诉讼法 第85条`,
    uncertainYears,
  };
}
