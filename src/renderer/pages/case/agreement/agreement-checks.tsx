import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CheckedAgreement } from '#shared/contract/checks.ts';
import { office } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { type Go, placeOfDraftField } from '../sections.ts';
import { useCommand } from '../use-case.ts';
import styles from './agreement-checks.module.css';

/** What stands in the way of the paper: forbidden by law, and nobody has said why it may stand all the same. */
export function standsInTheWay({ severity, override }: CheckedAgreement): boolean {
  return severity === 'forbidden' && override === null;
}

type AgreementChecksProps = {
  readonly detail: CaseDetail;
  /** What the findings are called. */
  readonly label?: string;
  readonly checks: readonly CheckedAgreement[];
  readonly go: Go;
};

/** What the checks find in the saved agreement, each with its article: what is forbidden first, then what to look at. */
export function AgreementChecks({ detail, label = '协议核对', checks, go }: AgreementChecksProps) {
  const [explaining, setExplaining] = useState<CheckedAgreement | null>(null);
  const { id: caseId } = detail;
  const override = useCommand({
    run: ({ code, sentence, reason }: Pick<CheckedAgreement, 'code' | 'sentence'> & { reason: string }) =>
      office.checks.override({ caseId, code, sentence, reason }),
    onDone: () => setExplaining(null),
  });
  const withdraw = useCommand({
    run: ({ code, sentence }: CheckedAgreement) => office.checks.withdrawOverride({ caseId, code, sentence }),
  });
  if (checks.length === 0) {
    return null;
  }
  const standing = checks.filter(standsInTheWay);
  const live = detail.removed === null;
  return (
    <section aria-label={label} className={styles.checks}>
      {standing.length > 0 && (
        <p className={styles.forbidden}>
          <strong>法律不允许的 {standing.length} 项</strong>，改正或者说明理由后才能出文书
        </p>
      )}
      <ul>
        {checks.map((check) => (
          <li key={`${check.code}${check.field}${check.sentence}`} data-severity={weightOf(check)}>
            <span aria-hidden="true">{marks[weightOf(check)]}</span>
            <div>
              {check.severity === 'forbidden' && (
                <span className={styles.weight}>{check.override === null ? '不允许' : '已说明'}</span>
              )}
              {check.sentence}
              {check.article !== null && <span className={styles.article}>{check.article}</span>}
              {check.override !== null && (
                <p className={styles.reason}>
                  理由：{check.override.reason}（{check.override.by}，{formatInstant(check.override.at)}）
                </p>
              )}
              <span className={styles.actions}>
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    const place = placeOfDraftField(check.field);
                    go(place.section, place.field);
                  }}
                >
                  去看
                </Button>
                {live && check.overridable && check.override === null && (
                  <Button type="link" size="small" onClick={() => setExplaining(check)}>
                    说明理由…
                  </Button>
                )}
                {live && check.override !== null && (
                  <Button
                    type="link"
                    size="small"
                    loading={withdraw.isPending}
                    onClick={() => withdraw.mutate(check)}
                  >
                    撤回说明
                  </Button>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <ErrorLine error={withdraw.error} />
      {explaining !== null && (
        <ReasonDialog
          title="说明理由后放行"
          okText="记下理由"
          saving={override.isPending}
          error={override.error}
          onGive={(reason) =>
            override.mutate({ code: explaining.code, sentence: explaining.sentence, reason })
          }
          onClose={() => {
            override.reset();
            setExplaining(null);
          }}
        >
          <p>{explaining.sentence}</p>
          <p className={styles.article}>{explaining.article}</p>
          <p>协议改动后核对结果变了的，要重新核对。</p>
        </ReasonDialog>
      )}
    </section>
  );
}

const marks = { forbidden: '✕', explained: '✓', warning: '▲' } as const;

function weightOf({ severity, override }: CheckedAgreement): keyof typeof marks {
  if (severity === 'warning') {
    return 'warning';
  }
  return override === null ? 'forbidden' : 'explained';
}
