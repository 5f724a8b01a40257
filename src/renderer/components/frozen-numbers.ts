import { createContext, useContext } from 'react';
import type { Month } from '#shared/domain/local-date.ts';
import { isSamePeriod, type Period } from '#shared/domain/reporting-period.ts';

/** A month whose numbers are shown as its closing froze them, with its days as they were then. */
export type FrozenNumbers = { readonly month: Month; readonly period: Period };

/** What stands inside shows the frozen numbers of this month; null: it shows what is counted today. */
export const FrozenNumbersContext = createContext<FrozenNumbers | null>(null);

/** The closed month that froze the numbers of a period; null where they are counted today. */
export function useFrozenMonth(period: Period): Month | null {
  const frozen = useContext(FrozenNumbersContext);
  return frozen !== null && isSamePeriod(frozen.period, period) ? frozen.month : null;
}
