import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  monthOf,
  nextRequest,
  type PeriodRequest,
  parsePeriodKey,
  periodKey,
  periodRequestSchema,
  previousMonth,
  previousRequest,
} from '#shared/domain/reporting-period.ts';

/** What the address asks for; the month before today's where it asks for nothing (that one is due on the 5th). */
export function requestIn(parameters: URLSearchParams, today: LocalDate): PeriodRequest {
  const key = parameters.get('period') ?? parameters.get('month') ?? parameters.get('year');
  return (
    (key === null ? undefined : parsePeriodKey(key)) ?? {
      kind: 'month',
      month: previousMonth(monthOf(today)),
    }
  );
}

export function addressOf(request: PeriodRequest): URLSearchParams {
  const key = periodKey(request);
  switch (request.kind) {
    case 'month':
      return new URLSearchParams({ month: key });
    case 'year':
      return new URLSearchParams({ year: key });
    default:
      return new URLSearchParams({ period: key });
  }
}

/** The year that a period's name bears; of days the one in which they end. */
export function yearOf(request: PeriodRequest): number {
  if (request.kind === 'month') return Number(request.month.slice(0, 4));
  return request.kind === 'days' ? Number(request.to.slice(0, 4)) : request.year;
}

/** The period before (-1) or after (1); the same one at the ends of what the office counts. */
export function neighbour(request: PeriodRequest, step: -1 | 1): PeriodRequest {
  const moved = step === 1 ? nextRequest(request) : previousRequest(request);
  return periodRequestSchema.safeParse(moved).data ?? request;
}
