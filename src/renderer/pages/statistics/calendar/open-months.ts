import { useQuery } from '@tanstack/react-query';
import type { ReportLine } from '#shared/contract/reports.ts';
import { formatLocalDate, type LocalDate, type Month } from '#shared/domain/local-date.ts';
import { formatMonth, monthsOf } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';

/** The months of a report that are not closed; null while that is read. */
export type OpenMonths = (line: ReportLine) => readonly Month[] | null;

/** Tells of a report which of its months are not closed. */
export function useOpenMonths(): OpenMonths {
  const { statistics } = useOverview();
  const states = useQuery(query.months.list.queryOptions()).data;
  return ({ request }) => {
    const months = monthsOf(request, statistics) ?? [];
    const isClosed = (one: Month) =>
      states?.some(({ month, closing }) => month === one && closing !== null) === true;
    return states === undefined ? null : months.filter((one) => !isClosed(one));
  };
}

/** 10月未锁定, of several months how many. */
export function openInWords(open: readonly Month[]): string {
  const [only] = open;
  return only !== undefined && open.length === 1
    ? `${formatMonth(only)}还没有锁定`
    : `有 ${open.length} 个月还没有锁定`;
}

/** What is unusual about saying that a report went out on a day: each in a sentence. */
export function unusualOf(
  { period }: ReportLine,
  on: LocalDate,
  open: readonly Month[] | null,
): readonly string[] {
  return [
    ...(on <= period.to ? [`统计期到${formatLocalDate(period.to)}才结束，报送日期在这以前。`] : []),
    ...(open !== null && open.length > 0
      ? [`${openInWords(open)}：以后改动案件，这一期的数会跟着变，与报出去的可能不同。`]
      : []),
  ];
}
