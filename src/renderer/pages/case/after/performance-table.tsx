import { Button } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import {
  obligationStates,
  type Performance,
  type PerformedObligation,
  performanceStates,
} from '#shared/domain/performance.ts';
import outcome from '../outcome.module.css';
import styles from './after.module.css';
import { partyName } from './use-after.ts';

function whichSum({ term, instalment }: PerformedObligation): string {
  return instalment === null ? `第 ${term} 条` : `第 ${term} 条第 ${instalment} 期`;
}

function stateInWords({ state, lateDays, paidOn }: PerformedObligation): string {
  const { label } = obligationStates[state];
  switch (state) {
    case 'paid':
      if (paidOn === null) return `${label}（日期不详）`;
      return lateDays === null || lateDays === 0
        ? `${label}（${formatLocalDate(paidOn)}）`
        : `${label}（${formatLocalDate(paidOn)}，迟 ${lateDays} 天）`;
    case 'late':
    case 'partly':
      return `${label} ${lateDays ?? 0} 天`;
    case 'notDue':
    case 'noDay':
      return label;
  }
}

/** The sum of it in one line: 部分履行：应付 …，已付 …，还差 …，其中逾期 …. */
export function PerformanceLine({ performance }: { readonly performance: Performance }) {
  const { state, dueFen, outstandingFen, overdueFen, surplusFen } = performance;
  if (state === 'nothingDue') return null;
  const settled = dueFen - outstandingFen;
  const parts = [
    `应付 ${formatYuan(dueFen)} 元`,
    `已付 ${formatYuan(settled as Fen)} 元`,
    ...(outstandingFen > 0 ? [`还差 ${formatYuan(outstandingFen)} 元`] : []),
    ...(surplusFen > 0 ? [`多付 ${formatYuan(surplusFen)} 元，请核对`] : []),
  ];
  return (
    <p className={styles.sumLine}>
      <strong>{performanceStates[state].label}</strong>：{parts.join('，')}
      {overdueFen > 0 && <span className={styles.late}>，其中逾期 {formatYuan(overdueFen)} 元</span>}
    </p>
  );
}

/** What the agreement says is to be paid, each sum with its day and what has come of it, the earliest due first. */
export function PerformanceTable(props: {
  readonly detail: CaseDetail;
  readonly performance: Performance;
  /** Records a payment for the sum; left out where nothing can be recorded. */
  readonly onPay?: ((outstanding: Fen) => void) | undefined;
}) {
  const { detail, performance, onPay } = props;
  // An imported sum without terms is told by the line above.
  if (detail.agreement === null || detail.agreement.terms.every(({ kind }) => kind === 'text')) return null;
  return (
    <table className={outcome.table}>
      <thead>
        <tr>
          <th scope="col">协议</th>
          <th scope="col">到期日</th>
          <th scope="col">付款人 → 收款人</th>
          <th scope="col" className={outcome.number}>
            应付（元）
          </th>
          <th scope="col" className={outcome.number}>
            已付（元）
          </th>
          <th scope="col">状态</th>
          <th scope="col">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {performance.obligations.map((one) => (
          <tr key={`${one.term} ${one.instalment}`}>
            <td>
              {whichSum(one)}
              {one.purpose !== null && <span className={styles.quiet}> {one.purpose}</span>}
            </td>
            <td className={outcome.day}>{one.dueOn === null ? '未约定' : formatLocalDate(one.dueOn)}</td>
            <td>
              {one.payers.map((id) => partyName(detail, id)).join('、')} →{' '}
              {one.payees.map((id) => partyName(detail, id)).join('、')}
            </td>
            <td className={outcome.number}>{formatYuan(one.amountFen)}</td>
            <td className={outcome.number}>{formatYuan(one.paidFen)}</td>
            <td className={one.state === 'late' || one.state === 'partly' ? styles.late : undefined}>
              {stateInWords(one)}
            </td>
            <td>
              {one === performance.next && onPay !== undefined && (
                <Button size="small" type="link" onClick={() => onPay((one.amountFen - one.paidFen) as Fen)}>
                  记这一期
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
