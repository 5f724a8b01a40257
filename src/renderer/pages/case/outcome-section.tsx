import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { addFen, type Fen, fen, formatYuan, formatYuanPlain } from '#shared/domain/money.ts';
import { Section } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';
import after from './after/after.module.css';
import { MattersPart } from './after/matters-part.tsx';
import { PerformanceLine, PerformanceTable } from './after/performance-table.tsx';
import { SubsidiesPart } from './after/subsidies-part.tsx';
import { useAfter, usePerformance } from './after/use-after.ts';
import { VisitsPart } from './after/visits-part.tsx';
import { ProposalsPart } from './after-proposals/proposals-part.tsx';
import shared from './case.module.css';
import { claimInWords } from './fact-words.ts';
import styles from './outcome.module.css';
import { PaymentForm } from './payment-form.tsx';
import { PaymentsTable } from './payments-table.tsx';
import type { SectionProps } from './section.ts';

/** What follows the closing: the court's matters, performance, visits and subsidies. None of it moves the closing day. */
export function OutcomeSection({ detail, jump, shown }: SectionProps) {
  const known = useAfter(detail);
  const closed = detail.closing !== null;
  return (
    <>
      {known === undefined ? (
        <LoadingState />
      ) : (
        (closed || detail.after.steps.length > 0 || detail.confirmation !== null) && (
          <MattersPart detail={detail} after={known} jump={jump} shown={shown} />
        )
      )}
      <PaymentsPart detail={detail} jump={jump} shown={shown} />
      {(closed || detail.after.visits.length > 0) && (
        <VisitsPart detail={detail} shown={shown} called={jump?.field === 'visit' ? jump.turn : null} />
      )}
      {(closed || detail.after.subsidies.length > 0) && <SubsidiesPart detail={detail} shown={shown} />}
      <ProposalsPart detail={detail} />
      {!closed && (
        <p className={shared.rest}>结案以后，司法确认、调解书、撤诉、移送立案和回访、补贴都在这里登记。</p>
      )}
    </>
  );
}

function PaymentsPart({ detail, jump, shown }: Pick<SectionProps, 'detail' | 'jump' | 'shown'>) {
  const [paying, setPaying] = useState<{ readonly amount: string } | null>(null);
  const performance = usePerformance(detail);
  useEffect(() => {
    if (jump?.field === 'payment') {
      setPaying({ amount: '' });
    }
  }, [jump]);
  const live = detail.removed === null;
  const pay = (outstanding: Fen) => setPaying({ amount: formatYuanPlain(outstanding) });
  return (
    <Section
      title="履行与到位"
      note="诉争标的额、协议金额、到位金额是三个数，互不替代；付款先抵最早到期的一期（民法典 第560条）"
      actions={live && paying === null && <Button onClick={() => setPaying({ amount: '' })}>记到位款</Button>}
    >
      <Amounts detail={detail} />
      <PerformanceLine performance={performance} />
      {paying !== null && (
        <PaymentForm
          key={paying.amount}
          detail={detail}
          amount={paying.amount}
          shown={shown}
          onDone={() => setPaying(null)}
        />
      )}
      <PerformanceTable detail={detail} performance={performance} onPay={live ? pay : undefined} />
      <div className={after.recorded}>
        {detail.payments.length > 0 && <h3>到位记录</h3>}
        <PaymentsTable detail={detail} />
      </div>
    </Section>
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
