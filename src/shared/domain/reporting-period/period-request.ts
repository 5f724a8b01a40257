import { z } from 'zod';
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDateSchema,
  type Month,
  monthSchema,
} from '../local-date.ts';
import { formatMonth } from './calendar-month.ts';
import { formatPeriod, isSamePeriod, type Period } from './period.ts';
import {
  daysOfMonth,
  defaultStatisticalCalendar,
  monthOfDay,
  monthsOfYear,
  placeInYear,
  type StatisticalCalendar,
  shiftMonth,
  yearOfMonth,
} from './statistical-calendar.ts';

const firstYear = 1990;
const lastYear = 2199;
// The comparison with the period before must stay inside the days there are.
const mostDays = 36_525;

const yearSchema = z.int().min(firstYear).max(lastYear);
const quarterSchema = z.literal([1, 2, 3, 4]);
const halfSchema = z.literal([1, 2]);

/** What figures are asked for: a statistical month, quarter, half or year, or from one day to another. */
export const periodRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('month'),
    month: monthSchema.refine((of) => Number(of.slice(0, 4)) >= firstYear, `早于${firstYear}年`),
  }),
  z.object({ kind: z.literal('quarter'), year: yearSchema, quarter: quarterSchema }),
  z.object({ kind: z.literal('halfYear'), year: yearSchema, half: halfSchema }),
  z.object({ kind: z.literal('year'), year: yearSchema }),
  z
    .object({ kind: z.literal('days'), from: localDateSchema, to: localDateSchema })
    .refine(({ from, to }) => from <= to, '截止日早于起始日')
    .refine(({ from }) => Number(from.slice(0, 4)) >= firstYear, `早于${firstYear}年`)
    .refine(({ from, to }) => daysBetween(from, to) < mostDays, '最多一百年'),
]);
export type PeriodRequest = Readonly<z.infer<typeof periodRequestSchema>>;
export type PeriodKind = PeriodRequest['kind'];
export type NamedPeriodKind = Exclude<PeriodKind, 'days'>;

/** The kinds of period in Chinese, shortest first; `report` is the report that is made of one. */
export const periodKinds = {
  month: { label: '月', report: '月报' },
  quarter: { label: '季度', report: '季报' },
  halfYear: { label: '半年', report: '半年报' },
  year: { label: '年', report: '年报' },
} as const satisfies Record<NamedPeriodKind, { label: string; report: string }>;
export const namedPeriodKindSchema = z.enum(
  Object.keys(periodKinds) as [NamedPeriodKind, ...NamedPeriodKind[]],
);

/** The months of which a period is made; undefined for days, which need not be whole months. */
export function monthsOf(
  request: PeriodRequest,
  calendar: StatisticalCalendar,
): readonly Month[] | undefined {
  switch (request.kind) {
    case 'month':
      return [request.month];
    case 'quarter':
      return monthsOfYear(request.year, calendar).slice(request.quarter * 3 - 3, request.quarter * 3);
    case 'halfYear':
      return monthsOfYear(request.year, calendar).slice(request.half * 6 - 6, request.half * 6);
    case 'year':
      return monthsOfYear(request.year, calendar);
    case 'days':
      return undefined;
  }
}

/** The first and last day of what is asked for. */
export function periodOf(request: PeriodRequest, calendar: StatisticalCalendar): Period {
  if (request.kind === 'days') return { from: request.from, to: request.to };
  const months = monthsOf(request, calendar);
  const first = months?.at(0);
  const last = months?.at(-1);
  if (first === undefined || last === undefined) {
    throw new RangeError(`A period without months: ${JSON.stringify(request)}`);
  }
  return { from: daysOfMonth(first, calendar).from, to: daysOfMonth(last, calendar).to };
}

const quarterNames = { 1: '第一季度', 2: '第二季度', 3: '第三季度', 4: '第四季度' } as const;

/** 2026年11月, 2026年第三季度, 2026年上半年, 2026年; days in full. Not which days it has: that is `periodName`. */
export function shortPeriodName(request: PeriodRequest): string {
  switch (request.kind) {
    case 'month':
      return formatMonth(request.month);
    case 'quarter':
      return `${request.year}年${quarterNames[request.quarter]}`;
    case 'halfYear':
      return `${request.year}年${request.half === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${request.year}年`;
    case 'days':
      return formatPeriod(request);
  }
}

/** The name of a period that had these days, which are added where the name alone would mean others. */
export function nameOfPeriod(request: PeriodRequest, period: Period): string {
  const name = shortPeriodName(request);
  return isSamePeriod(period, periodOf(request, defaultStatisticalCalendar))
    ? name
    : `${name}（${formatPeriod(period)}）`;
}

/** The name with the first and last day where it would mean others by the ordinary calendar. */
export function periodName(request: PeriodRequest, calendar: StatisticalCalendar): string {
  return nameOfPeriod(request, periodOf(request, calendar));
}

function moved(request: PeriodRequest, steps: -1 | 1): PeriodRequest {
  switch (request.kind) {
    case 'month':
      return { kind: 'month', month: shiftMonth(request.month, steps) };
    case 'quarter': {
      const number = request.year * 4 + request.quarter - 1 + steps;
      const quarter = quarterSchema.parse((number % 4) + 1);
      return { kind: 'quarter', year: Math.floor(number / 4), quarter };
    }
    case 'halfYear': {
      const number = request.year * 2 + request.half - 1 + steps;
      return { kind: 'halfYear', year: Math.floor(number / 2), half: halfSchema.parse((number % 2) + 1) };
    }
    case 'year':
      return { kind: 'year', year: request.year + steps };
    case 'days': {
      const length = (daysBetween(request.from, request.to) + 1) * steps;
      return { kind: 'days', from: addDays(request.from, length), to: addDays(request.to, length) };
    }
  }
}

/** The period before, the base of 环比; for days as many of them just before. RangeError outside the years 1800 to 2199. */
export function previousRequest(request: PeriodRequest): PeriodRequest {
  return moved(request, -1);
}

/** The period after; for days as many of them just after. RangeError outside the years 1800 to 2199. */
export function nextRequest(request: PeriodRequest): PeriodRequest {
  return moved(request, 1);
}

/** The same period last year, the base of 同比; 29 February becomes the 28th. */
export function requestLastYear(request: PeriodRequest): PeriodRequest {
  switch (request.kind) {
    case 'month':
      return { kind: 'month', month: shiftMonth(request.month, -12) };
    case 'days':
      return { kind: 'days', from: addMonths(request.from, -12), to: addMonths(request.to, -12) };
    default:
      return { ...request, year: request.year - 1 };
  }
}

/** The month, quarter, half or year that holds a day. */
export function requestHolding(
  kind: NamedPeriodKind,
  day: LocalDate,
  calendar: StatisticalCalendar,
): PeriodRequest {
  const month = monthOfDay(day, calendar);
  const year = yearOfMonth(month, calendar);
  const place = placeInYear(month, calendar);
  switch (kind) {
    case 'month':
      return { kind, month };
    case 'quarter':
      return { kind, year, quarter: quarterSchema.parse(Math.floor(place / 3) + 1) };
    case 'halfYear':
      return { kind, year, half: halfSchema.parse(Math.floor(place / 6) + 1) };
    case 'year':
      return { kind, year };
  }
}

/** From the start of the statistical year to the end of the period (本年累计); of `requestLastYear` for 上年同期累计. */
export function yearToDateOf(request: PeriodRequest, calendar: StatisticalCalendar): Period {
  const { to } = periodOf(request, calendar);
  return { from: periodOf(requestHolding('year', to, calendar), calendar).from, to };
}

/** The request that gives exactly these days: by name where they have one, otherwise from day to day. */
export function requestCovering(period: Period, calendar: StatisticalCalendar): PeriodRequest {
  for (const kind of namedPeriodKindSchema.options) {
    const request = requestHolding(kind, period.from, calendar);
    if (isSamePeriod(periodOf(request, calendar), period)) return request;
  }
  return { kind: 'days', from: period.from, to: period.to };
}

/** 2026-11, 2026-Q3, 2026-H1, 2026, 2026-03-05..2026-03-07: for addresses and for the register. */
export function periodKey(request: PeriodRequest): string {
  switch (request.kind) {
    case 'month':
      return request.month;
    case 'quarter':
      return `${request.year}-Q${request.quarter}`;
    case 'halfYear':
      return `${request.year}-H${request.half}`;
    case 'year':
      return String(request.year);
    case 'days':
      return `${request.from}..${request.to}`;
  }
}

/** Reads what `periodKey` wrote; undefined for anything else. */
export function parsePeriodKey(key: string): PeriodRequest | undefined {
  const [from, to] = key.split('..');
  const part = /^(\d{4})(?:-([QH])(\d))?$/.exec(key);
  const year = Number(part?.[1]);
  const number = Number(part?.[3]);
  const asked =
    to !== undefined
      ? { kind: 'days', from, to }
      : part === null
        ? { kind: 'month', month: key }
        : part[2] === 'Q'
          ? { kind: 'quarter', year, quarter: number }
          : part[2] === 'H'
            ? { kind: 'halfYear', year, half: number }
            : { kind: 'year', year };
  return periodRequestSchema.safeParse(asked).data;
}
