import type { ReactNode } from 'react';
import type { PlotMonth } from '#shared/contract/plots.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';

/** 近 12 个月, or the one month that there is. */
export function monthsInWords(months: readonly PlotMonth[]): string {
  const [first] = months;
  return months.length === 1 && first !== undefined ? formatMonth(first.month) : `近 ${months.length} 个月`;
}

/** The head of a month's row, with a word where its numbers are those of its closing. */
export function MonthHead({ month }: { readonly month: PlotMonth }) {
  return (
    <>
      {formatMonth(month.month)}
      {month.frozen && '（已锁定）'}
    </>
  );
}

/**
 * A sum over months. Where some of them are closed, no list of today's cases is what it counts: the months open their
 * cases one by one.
 */
export function SumOfMonths(props: {
  readonly months: readonly PlotMonth[];
  readonly sum: string | number;
  readonly children: ReactNode;
}) {
  return props.months.some(({ frozen }) => frozen) ? (
    <span title="各月之和，已锁定的月份是锁定时的数：案件按月点开">{props.sum}</span>
  ) : (
    props.children
  );
}
