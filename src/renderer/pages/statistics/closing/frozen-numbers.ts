import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Report } from '#shared/contract/statistics.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { query } from '../../../api.ts';
import type { FrozenNumbers } from '../../../components/frozen-numbers.ts';

/** The closed month whose frozen numbers a report shows; null where it is counted today, as every filtered one is. */
export function useFrozenNumbers(report: Report | undefined, filter: readonly Slice[]): FrozenNumbers | null {
  const request = report?.request;
  const month = request?.kind === 'month' && filter.length === 0 ? request.month : null;
  const state = useQuery(
    query.months.of.queryOptions({ input: month === null ? skipToken : { month } }),
  ).data;
  const period = state !== undefined && state.month === month ? state.closing?.period : undefined;
  return useMemo(() => (month === null || period === undefined ? null : { month, period }), [month, period]);
}
