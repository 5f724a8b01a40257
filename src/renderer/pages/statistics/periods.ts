import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  type NamedPeriodKind,
  nextRequest,
  type PeriodKind,
  type PeriodRequest,
  parsePeriodKey,
  periodKey,
  periodOf,
  periodRequestSchema,
  previousRequest,
  requestHolding,
  type StatisticalCalendar,
  yearOfMonth,
} from '#shared/domain/reporting-period.ts';

/** What the address asks for; the month before today's where it asks for nothing (that one is due on the 5th). */
export function requestIn(
  parameters: URLSearchParams,
  today: LocalDate,
  calendar: StatisticalCalendar,
): PeriodRequest {
  const key = parameters.get('period') ?? parameters.get('month') ?? parameters.get('year');
  return (
    (key === null ? undefined : parsePeriodKey(key)) ??
    previousRequest(requestHolding('month', today, calendar))
  );
}

/** Writes the period into an address. */
export function putRequest(parameters: URLSearchParams, request: PeriodRequest): void {
  const named = request.kind === 'month' || request.kind === 'year' ? request.kind : 'period';
  for (const name of ['month', 'year', 'period']) if (name !== named) parameters.delete(name);
  parameters.set(named, periodKey(request));
}

export function addressOf(request: PeriodRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  putRequest(parameters, request);
  return parameters;
}

/** The year that a period's name bears; of days the one in which they end. */
export function yearOf(request: PeriodRequest): number {
  if (request.kind === 'month') return Number(request.month.slice(0, 4));
  return request.kind === 'days' ? Number(request.to.slice(0, 4)) : request.year;
}

/** The statistical year in which a period lies, or ends. */
export function statisticalYearOf(request: PeriodRequest, calendar: StatisticalCalendar): number {
  if (request.kind === 'month') return yearOfMonth(request.month, calendar);
  if (request.kind !== 'days') return request.year;
  const year = requestHolding('year', request.to, calendar);
  return yearOf(year);
}

/** The years that there can be. */
export const anyYear = [1990, 2199] as const;

/**
 * The year that a page of whole years shows: the one chosen there, or that of the period which the address keeps for the
 * other pages; null where it names neither.
 */
export function yearShown(
  parameters: URLSearchParams,
  [first, last]: readonly [number, number],
  of: (request: PeriodRequest) => number,
): number | null {
  const asked = Number(parameters.get('year'));
  if (Number.isInteger(asked) && asked >= first && asked <= last) return asked;
  const key = parameters.get('period') ?? parameters.get('month');
  const request = key === null ? undefined : parsePeriodKey(key);
  return request === undefined ? null : of(request);
}

/** Writes the year of such a page into an address, beside the period that it keeps. */
export function withYear(
  parameters: URLSearchParams,
  year: number,
  [first, last]: readonly [number, number],
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  next.set('year', String(Math.min(last, Math.max(first, year))));
  return next;
}

/** The period before (-1) or after (1); the same one at the ends of what the office counts. */
export function neighbour(request: PeriodRequest, step: -1 | 1): PeriodRequest {
  const moved = step === 1 ? nextRequest(request) : previousRequest(request);
  return periodRequestSchema.safeParse(moved).data ?? request;
}

/** Another kind of period about the same time: the one that holds today, or else the end of what was shown. */
export function asKind(
  request: PeriodRequest,
  kind: PeriodKind,
  today: LocalDate,
  calendar: StatisticalCalendar,
): PeriodRequest {
  const { from, to } = periodOf(request, calendar);
  if (kind === 'days') return { kind, from, to };
  return requestHolding(kind, from <= today && today < to ? today : to, calendar);
}

/** What one step of a kind of period is called. */
export const stepWords: Readonly<Record<PeriodKind, string>> = {
  month: '月',
  quarter: '季度',
  halfYear: '半年',
  year: '年',
  days: '段',
};

/** The parts of a year by kind, with the request for each. */
export function partsOf(kind: Exclude<NamedPeriodKind, 'year'>): readonly { value: number; label: string }[] {
  switch (kind) {
    case 'month':
      return Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `${index + 1}月` }));
    case 'quarter':
      return ['第一季度', '第二季度', '第三季度', '第四季度'].map((label, index) => ({
        value: index + 1,
        label,
      }));
    case 'halfYear':
      return ['上半年', '下半年'].map((label, index) => ({ value: index + 1, label }));
  }
}

/** Which part of its year a period is; null of a year and of days. */
export function partOf(request: PeriodRequest): number | null {
  switch (request.kind) {
    case 'month':
      return Number(request.month.slice(5));
    case 'quarter':
      return request.quarter;
    case 'halfYear':
      return request.half;
    default:
      return null;
  }
}

/** The period of a kind with that year and part in its name. */
export function requestNamed(
  kind: NamedPeriodKind,
  year: number,
  part: number | null,
): PeriodRequest | undefined {
  const asked = {
    month: { kind, month: `${year}-${String(part).padStart(2, '0')}` },
    quarter: { kind, year, quarter: part },
    halfYear: { kind, year, half: part },
    year: { kind, year },
  }[kind];
  return periodRequestSchema.safeParse(asked).data;
}
