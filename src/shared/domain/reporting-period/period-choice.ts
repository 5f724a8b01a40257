import { z } from 'zod';
import type { LocalDate } from '../local-date.ts';
import {
  type NamedPeriodKind,
  type PeriodRequest,
  periodKey,
  periodRequestSchema,
  previousRequest,
  requestHolding,
} from './period-request.ts';
import type { StatisticalCalendar } from './statistical-calendar.ts';

/** Periods that move with the day on which they are asked for: the one that holds it, or so many before. */
export const movingPeriods = {
  lastMonth: { label: '上月', of: 'month', back: 1 },
  thisMonth: { label: '本月', of: 'month', back: 0 },
  thisQuarter: { label: '本季度', of: 'quarter', back: 0 },
  lastQuarter: { label: '上季度', of: 'quarter', back: 1 },
  thisHalfYear: { label: '本半年', of: 'halfYear', back: 0 },
  lastHalfYear: { label: '前一个半年', of: 'halfYear', back: 1 },
  thisYear: { label: '本年', of: 'year', back: 0 },
  lastYear: { label: '上年', of: 'year', back: 1 },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly of: NamedPeriodKind; readonly back: 0 | 1 }>
>;
export type MovingPeriod = keyof typeof movingPeriods;
export const movingPeriodNames = Object.keys(movingPeriods) as [MovingPeriod, ...MovingPeriod[]];

/** A period as it is kept for later: one that moves with the day, always the same one, or whichever is chosen then. */
export const periodChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moving'), period: z.enum(movingPeriodNames) }),
  z.object({ kind: z.literal('fixed'), request: periodRequestSchema }),
  z.object({ kind: z.literal('chosen') }),
]);
export type PeriodChoice = Readonly<z.infer<typeof periodChoiceSchema>>;

function requestOfMoving(name: MovingPeriod, today: LocalDate, calendar: StatisticalCalendar): PeriodRequest {
  const { of, back } = movingPeriods[name];
  const now = requestHolding(of, today, calendar);
  return back === 0 ? now : previousRequest(now);
}

/** What a kept choice asks for on a day; null where it leaves the period as it is chosen. */
export function requestOfChoice(
  choice: PeriodChoice,
  today: LocalDate,
  calendar: StatisticalCalendar,
): PeriodRequest | null {
  switch (choice.kind) {
    case 'fixed':
      return choice.request;
    case 'moving':
      return requestOfMoving(choice.period, today, calendar);
    case 'chosen':
      return null;
  }
}

/** By which moving name a period goes on a day; undefined where it has none. */
export function movingNameOf(
  request: PeriodRequest,
  today: LocalDate,
  calendar: StatisticalCalendar,
): MovingPeriod | undefined {
  return movingPeriodNames.find(
    (name) => periodKey(requestOfMoving(name, today, calendar)) === periodKey(request),
  );
}
