import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Referral } from '#shared/contract/referrals.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useCommand } from '../use-case.ts';
import styles from './related-section.module.css';

/** Who had the dispute before, in the order of the days. */
export function ReferralsTable({ detail, live }: { readonly detail: CaseDetail; readonly live: boolean }) {
  const [cancelling, setCancelling] = useState<Referral | null>(null);
  const cancel = useCommand({
    run: (wrong: { readonly id: Referral['id']; readonly reason: string }) => office.referrals.cancel(wrong),
    onDone: () => setCancelling(null),
  });
  return (
    <>
      <ul className={styles.list}>
        {detail.referrals.map((referral) => (
          <li key={referral.id}>
            <span className={styles.kind}>
              {referral.referredOn === null ? '日期未填' : formatLocalDate(referral.referredOn)}
            </span>
            <span>{referral.unit}</span>
            {referral.number !== null && <span>{referral.number}</span>}
            <span className={referral.result === null ? styles.quiet : undefined}>
              {referral.result ?? '结果未填'}
            </span>
            {referral.fromCaseId !== null && <Link to={`/cases/${referral.fromCaseId}`}>看并入的登记</Link>}
            {live && referral.fromCaseId === null && (
              <Button type="link" size="small" onClick={() => setCancelling(referral)}>
                作废…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {cancelling !== null && (
        <ReasonDialog
          title="作废这条分流"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling.id, reason })}
          onClose={() => {
            cancel.reset();
            setCancelling(null);
          }}
        />
      )}
    </>
  );
}
