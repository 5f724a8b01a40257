import { createContext, useContext } from 'react';
import type { Month } from '#shared/domain/local-date.ts';
import { isSamePeriod, type Period } from '#shared/domain/reporting-period.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';

/** A column that is shown as a closing froze it: of which month, as which of its columns, with its days as they were then. */
export type FrozenNumbers = {
  readonly month: Month;
  readonly of: ComparedPeriod;
  readonly period: Period;
};

/** What stands inside shows frozen numbers of these periods; of all others what is counted today. */
export const FrozenNumbersContext = createContext<readonly FrozenNumbers[] | null>(null);

/** The closing that froze the numbers of a period; null where they are counted today. */
export function useFrozenNumbersOf(period: Period): FrozenNumbers | null {
  const frozen = useContext(FrozenNumbersContext) ?? [];
  return frozen.find((one) => isSamePeriod(one.period, period)) ?? null;
}
