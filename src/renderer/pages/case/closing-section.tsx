import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { closings } from '#shared/domain/closing.ts';
import { closingLabels, closingOutcomeLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../api.ts';
import { focusFieldSoon } from '../../components/fields/move-on.ts';
import { Section } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import styles from './case.module.css';
import { ClosedMonths } from './closed-months.tsx';
import { ClosingForm } from './closing-form.tsx';
import type { SectionProps } from './section.ts';
import { useCommand } from './use-case.ts';

/** How and when mediation ended. What comes later (confirmation, performance) never moves the day. */
export function ClosingSection(props: SectionProps) {
  const { detail } = props;
  if (detail.closing !== null) {
    return <Closed detail={detail} closing={detail.closing} jump={props.jump} />;
  }
  return detail.removed === null ? (
    <ClosingForm {...props} />
  ) : (
    <Section title="结案">
      <p className={styles.unknown}>未结案。恢复案件后才能结案。</p>
    </Section>
  );
}

function Closed(props: {
  readonly detail: CaseDetail;
  readonly closing: NonNullable<CaseDetail['closing']>;
  readonly jump: SectionProps['jump'];
}) {
  const { detail, closing, jump } = props;
  const [correcting, setCorrecting] = useState(false);
  const correct = useCommand({
    run: (reason: string) =>
      office.cases.correctClosing({ caseId: detail.id, version: detail.version, reason }),
    onDone: () => setCorrecting(false),
  });
  // What a closing lacks is written by correcting it.
  useEffect(() => {
    if (jump !== null) focusFieldSoon('correct');
  }, [jump]);
  const { outcome, source } = closings[closing.code];
  return (
    <Section
      title="结案"
      note="之后的司法确认、履行都不改变终结日期"
      actions={
        detail.removed === null && (
          <span data-field="correct">
            <Button data-correction onClick={() => setCorrecting(true)}>
              误操作更正…
            </Button>
          </span>
        )
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>终结方式</dt>
          <dd>
            {closing.code} {closingLabels[closing.code]}
            {closing.partly && '（部分达成）'}
          </dd>
        </div>
        <div>
          <dt>统计归类</dt>
          <dd>
            {closingOutcomeLabels[outcome]}
            {outcome === 'returned' && '，不计入结案'}
          </dd>
        </div>
        <div>
          <dt>终结日期</dt>
          <dd>{formatLocalDate(closing.closedOn)}</dd>
        </div>
        <div>
          <dt>依据</dt>
          <dd>{source}</dd>
        </div>
        <div className={styles.longFact}>
          <dt>原因说明</dt>
          <dd className={closing.reason === null ? styles.unknown : undefined}>{closing.reason ?? '未填'}</dd>
        </div>
      </dl>
      {correcting && (
        <ReasonDialog
          title="误操作更正：撤回结案"
          okText="撤回结案"
          saving={correct.isPending}
          error={correct.error}
          onGive={(reason) => correct.mutate(reason)}
          onClose={() => setCorrecting(false)}
        >
          <p>撤回后案件回到未结。</p>
          <ClosedMonths caseId={detail.id} otherwise="统计随之更正。" />
        </ReasonDialog>
      )}
    </Section>
  );
}
