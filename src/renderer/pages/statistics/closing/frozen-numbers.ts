import { useMemo } from 'react';
import type { Report } from '#shared/contract/statistics.ts';
import { comparedPeriods } from '#shared/domain/statistics/tables.ts';
import type { FrozenNumbers } from '../../../components/frozen-numbers.ts';

/** The columns of a report that closings froze; none where all of it is counted today, as every filtered one is. */
export function useFrozenNumbers(report: Report | undefined): readonly FrozenNumbers[] {
  return useMemo(
    () =>
      report === undefined
        ? []
        : comparedPeriods.flatMap((column) => {
            const taken = report.taken[column];
            return taken === null ? [] : [{ ...taken, period: report[column].period }];
          }),
    [report],
  );
}
