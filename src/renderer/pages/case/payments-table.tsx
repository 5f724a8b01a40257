import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { PaymentId } from '#shared/contract/ids.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { office } from '../../api.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import shared from './case.module.css';
import { ClosedMonths } from './closed-months.tsx';
import styles from './outcome.module.css';
import { useCommand } from './use-case.ts';

/** The sums that have arrived, in their order; one that was entered by mistake is cancelled with its reason. */
export function PaymentsTable({ detail }: { readonly detail: CaseDetail }) {
  const [cancelling, setCancelling] = useState<PaymentId | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: PaymentId; reason: string }) => office.cases.cancelPayment({ id, reason }),
    onDone: () => setCancelling(null),
  });
  if (detail.payments.length === 0) {
    return <p className={shared.unknown}>还没有到位款项。</p>;
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">到位日期</th>
            <th scope="col" className={styles.number}>
              金额（元）
            </th>
            <th scope="col">凭证</th>
            <th scope="col">备注</th>
            <th scope="col">来源</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.payments.map((payment) => (
            <tr key={payment.id}>
              <td className={styles.day}>
                {payment.paidOn === null ? '日期不详' : formatLocalDate(payment.paidOn)}
              </td>
              <td className={styles.number}>{formatYuan(payment.amountFen)}</td>
              <td>{payment.voucher ?? ''}</td>
              <td>{payment.remarks ?? ''}</td>
              <td>{payment.basis === 'ledger' ? '台账' : '登记'}</td>
              <td>
                {detail.removed === null && (
                  <Button size="small" type="link" onClick={() => setCancelling(payment.id)}>
                    作废
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cancelling !== null && (
        <ReasonDialog
          title="作废这笔到位款"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>记录保留在历史里。</p>
          <ClosedMonths caseId={detail.id} otherwise="统计随之更正。" />
        </ReasonDialog>
      )}
    </>
  );
}
