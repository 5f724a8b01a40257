import { daysBetween, type LocalDate } from '../local-date.ts';
import type { MediationPeriod } from './mediation.ts';
import { defaultPeriodSettings } from './settings.ts';
import type { SuspensionGround } from './suspension.ts';

/** Where a day stands against a last day. */
export type DueState =
  /** The warning is the nearest threshold that has been reached. */
  | { readonly kind: 'due'; readonly inDays: number; readonly warning?: number }
  | { readonly kind: 'dueToday' }
  | { readonly kind: 'overdue'; readonly byDays: number };

export type PeriodState =
  | DueState
  | {
      readonly kind: 'standing';
      readonly since: LocalDate;
      readonly grounds: readonly SuspensionGround[];
      readonly daysLeft: number;
    }
  | { readonly kind: 'undetermined'; readonly reason: 'procedureKindMissing' | 'noRule' };

/** Where today stands against a last day, in calendar days. */
export function dueState(
  endsOn: LocalDate,
  today: LocalDate,
  warnAtDays: readonly number[] = defaultPeriodSettings.warnAtDays,
): DueState {
  const inDays = daysBetween(today, endsOn);
  if (inDays === 0) {
    return { kind: 'dueToday' };
  }
  if (inDays < 0) {
    return { kind: 'overdue', byDays: -inDays };
  }
  const reached = warnAtDays.filter((days) => inDays <= days);
  return reached.length === 0
    ? { kind: 'due', inDays }
    : { kind: 'due', inDays, warning: Math.min(...reached) };
}

/** Where today stands in a period of mediation; for a closed case give the day of closing instead of today. */
export function periodState(
  period: MediationPeriod,
  today: LocalDate,
  warnAtDays: readonly number[] = defaultPeriodSettings.warnAtDays,
): PeriodState {
  switch (period.kind) {
    case 'determined':
      return dueState(period.endsOn, today, warnAtDays);
    case 'standing': {
      const { since, grounds, daysLeft } = period;
      return { kind: 'standing', since, grounds, daysLeft };
    }
    case 'undetermined':
      return { kind: 'undetermined', reason: period.reason };
  }
}
