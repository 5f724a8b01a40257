import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { AfterStepId } from '#shared/contract/ids.ts';
import { type AfterFacts, type AfterStep, decideCancelling, stepRule } from '#shared/domain/after-closing.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useCommand } from '../use-case.ts';
import styles from './after.module.css';
import { partyName } from './use-after.ts';

/** The steps of one matter that were recorded; the last can be cancelled with its reason. */
export function StepsList(props: {
  readonly detail: CaseDetail;
  readonly facts: AfterFacts;
  readonly steps: readonly AfterStep[];
}) {
  const { detail, facts, steps } = props;
  const { courts } = useOverview();
  const [cancelling, setCancelling] = useState<AfterStep | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: number; reason: string }) =>
      office.after.cancelStep({ id: id as AfterStepId, reason }),
    onDone: () => setCancelling(null),
  });
  if (steps.length === 0) return null;
  const detailsOf = (step: AfterStep) =>
    [
      partyName(detail, step.partyId),
      courts.find(({ id }) => id === step.courtId)?.shortName ?? null,
      step.number,
      step.joint ? '双方共同' : null,
      step.papers.length > 0 ? `材料 ${step.papers.length} 份：${step.papers.join('、')}` : null,
      step.remarks,
    ]
      .filter((part) => part !== null)
      .join('；');
  const labelOf = (step: AfterStep) => stepRule(step)?.label ?? step.step;
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <span>{formatLocalDate(step.on)}</span>
            <strong>{labelOf(step)}</strong>
            <span>{detailsOf(step)}</span>
            {detail.removed === null && decideCancelling(step, detail.after.steps, facts).possible ? (
              <Button
                size="small"
                type="link"
                aria-label={`作废“${labelOf(step)}”${partyName(detail, step.partyId) ?? ''}`}
                onClick={() => setCancelling(step)}
              >
                作废
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
      {cancelling !== null && (
        <ReasonDialog
          title={`作废“${labelOf(cancelling)}”`}
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling.id, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>记录保留在历史里；它带来的司法确认日期或新案号一并撤回。</p>
        </ReasonDialog>
      )}
    </>
  );
}
