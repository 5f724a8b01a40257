import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { addFen, fen, formatYuan } from '#shared/domain/money.ts';
import { Section } from '../../components/page.tsx';
import shared from './case.module.css';
import { ConfirmationForm } from './confirmation-form.tsx';
import { claimInWords } from './fact-words.ts';
import styles from './outcome.module.css';
import { PaymentForm } from './payment-form.tsx';
import { PaymentsTable } from './payments-table.tsx';
import type { SectionProps } from './section.ts';

/** What came of it: the three amounts side by side, the payments, and 司法确认. */
export function OutcomeSection({ detail, jump, shown }: SectionProps) {
  const [paying, setPaying] = useState(false);
  const [confirming, setConfirming] = useState(false);
  useEffect(() => {
    if (jump?.field === 'payment') {
      setPaying(true);
    }
    if (jump?.field === 'confirmation') {
      setConfirming(true);
    }
  }, [jump]);
  const live = detail.removed === null;
  const { confirmation } = detail;
  // After the filing the court gives a 调解书 instead (法释〔2016〕14号 第20条); what was recorded all the same stays in sight.
  const confirmable =
    detail.facts.channel !== 'B' ||
    confirmation !== null ||
    detail.agreement?.effect === 'judicialConfirmation';
  return (
    <>
      <Section
        title="到位款项"
        note="诉争标的额、协议金额、到位金额是三个数，互不替代"
        actions={live && !paying && <Button onClick={() => setPaying(true)}>记到位款</Button>}
      >
        <Amounts detail={detail} />
        {paying && <PaymentForm detail={detail} shown={shown} onDone={() => setPaying(false)} />}
        <PaymentsTable detail={detail} />
      </Section>
      {confirmable && (
        <Section
          title="司法确认"
          note="由双方共同申请，另按裁定日期统计"
          actions={
            live &&
            !confirming && (
              <Button onClick={() => setConfirming(true)}>
                {confirmation === null ? '记司法确认' : '更正'}
              </Button>
            )
          }
        >
          {confirming ? (
            <ConfirmationForm detail={detail} shown={shown && !paying} onDone={() => setConfirming(false)} />
          ) : confirmation === null ? (
            <p className={shared.unknown}>没有司法确认记录。</p>
          ) : (
            <p>
              {confirmation.confirmedOn === null
                ? '裁定日期不详'
                : `${formatLocalDate(confirmation.confirmedOn)}裁定确认`}
              {confirmation.number !== null && `，${confirmation.number}`}
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function Amounts({ detail }: { readonly detail: CaseDetail }) {
  const agreed = detail.agreement?.agreedFen ?? null;
  const paid = addFen(...detail.payments.map((payment) => payment.amountFen));
  return (
    <dl className={styles.amounts}>
      <div>
        <dt>诉争标的额</dt>
        <dd>{claimInWords(detail.facts.claim)}</dd>
      </div>
      <div>
        <dt>协议金额</dt>
        <dd>{agreed === null ? '无' : `${formatYuan(agreed)} 元`}</dd>
      </div>
      <div>
        <dt>到位金额</dt>
        <dd>
          {formatYuan(paid)} 元
          {agreed !== null && agreed > 0 && (
            <small>{paid >= agreed ? '已全部到位' : `还差 ${formatYuan(fen(agreed - paid))} 元`}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}
