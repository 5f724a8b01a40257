import { useQuery } from '@tanstack/react-query';
import type { CaseId } from '#shared/contract/ids.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { query } from '../../api.ts';
import shared from './case.module.css';

const mostNamed = 3;

function monthsInWords(months: readonly Month[]): string {
  const named = months.slice(-mostNamed).map(formatMonth).join('、');
  return months.length > mostNamed ? `${named}等${months.length}个月` : named;
}

/** What a change of the case does to the figures, where months that count it are closed; null where none is. */
function useClosedMonths(caseId: CaseId): string | null {
  const { months = [], adjustedIn = null } =
    useQuery(query.months.counting.queryOptions({ input: { caseId } })).data ?? {};
  if (months.length === 0) {
    return null;
  }
  const into = adjustedIn === null ? '下一未锁定月份' : `下一未锁定月份（${formatMonth(adjustedIn)}）`;
  return `本案计入已锁定的${monthsInWords(months)}，${months.length === 1 ? '该月' : '这些月'}数不变，差额列入${into}的上期调整。`;
}

/** Says before figures are changed what becomes of months that are closed; `otherwise` where none counts the case. */
export function ClosedMonths(props: { readonly caseId: CaseId; readonly otherwise?: string }) {
  const words = useClosedMonths(props.caseId) ?? props.otherwise ?? null;
  return words === null ? null : <p>{words}</p>;
}

/** The same above a form in which a day, a cause or an amount may change: nothing while no closed month counts the case. */
export function ClosedMonthsNote(props: { readonly caseId: CaseId }) {
  const words = useClosedMonths(props.caseId);
  return words === null ? null : <p className={shared.closedMonths}>{words}</p>;
}
