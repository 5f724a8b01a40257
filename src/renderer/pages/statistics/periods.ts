import type { ReportRequest } from '#shared/contract/statistics.ts';
import { type LocalDate, monthSchema } from '#shared/domain/local-date.ts';
import { monthOf, nextMonth, previousMonth } from '#shared/domain/reporting-period.ts';

const firstYear = 1990;
const lastYear = 2199;

/** What the address asks for; the month before today's where it asks for nothing (that one is due on the 5th). */
export function requestIn(parameters: URLSearchParams, today: LocalDate): ReportRequest {
  const year = Number(parameters.get('year'));
  if (Number.isInteger(year) && year >= firstYear && year <= lastYear) {
    return { kind: 'year', year };
  }
  const asked = monthSchema.safeParse(parameters.get('month'));
  const inRange = asked.success && Number(asked.data.slice(0, 4)) >= firstYear;
  return { kind: 'month', month: inRange ? asked.data : previousMonth(monthOf(today)) };
}

export function addressOf(request: ReportRequest): URLSearchParams {
  return new URLSearchParams(
    request.kind === 'month' ? { month: request.month } : { year: String(request.year) },
  );
}

export function yearOf(request: ReportRequest): number {
  return request.kind === 'month' ? Number(request.month.slice(0, 4)) : request.year;
}

/** The period before (-1) or after (1); the same one at the ends of what the office counts. */
export function neighbour(request: ReportRequest, step: -1 | 1): ReportRequest {
  const moved: ReportRequest =
    request.kind === 'year'
      ? { kind: 'year', year: request.year + step }
      : { kind: 'month', month: step === 1 ? nextMonth(request.month) : previousMonth(request.month) };
  const year = yearOf(moved);
  return year < firstYear || year > lastYear ? request : moved;
}
