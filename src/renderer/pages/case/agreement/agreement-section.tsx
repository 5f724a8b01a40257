import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AgreementFacts } from '#shared/contract/agreements.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import { office, query } from '../../../api.ts';
import { focusFieldSoon } from '../../../components/fields/move-on.ts';
import { Section } from '../../../components/page.tsx';
import { ErrorState } from '../../../components/states.tsx';
import type { SectionProps } from '../section.ts';
import { placeOfDraftField } from '../sections.ts';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './agreement.module.css';
import { AgreementChecks, standsInTheWay } from './agreement-checks.tsx';
import {
  type AgreementDraft,
  agreementDraftOf,
  emptyPayment,
  readAgreement,
  saySame,
} from './agreement-draft.ts';
import { AgreementEditor } from './agreement-editor.tsx';
import { IssueActions } from './issue-actions.tsx';
import { IssuedDocuments } from './issued-documents.tsx';
import { MissingFacts } from './missing-facts.tsx';
import { Paper } from './paper.tsx';
import { PapersPart } from './papers-part.tsx';

/** The agreement beside its paper: what is typed on the left, what will be printed on the right. */
export function AgreementSection({ detail, go, jump, shown }: SectionProps) {
  const saved = agreementDraftOf(detail);
  const [draft, setDraft] = useState<AgreementDraft | null>(null);
  /** The form as it was before the first change. */
  const [opened, setOpened] = useState(saved);
  const [version, setVersion] = useState(detail.agreement?.version ?? null);
  const preview = useQuery(
    query.documents.preview.queryOptions({ input: { caseId: detail.id, paper: agreementPaper } }),
  );
  const current = draft ?? saved;
  const read = readAgreement(current);
  const save = useCommand({
    run: (agreement: AgreementFacts) => office.agreements.save({ caseId: detail.id, version, agreement }),
    onDone: () => setDraft(null),
  });
  const change = (part: Partial<AgreementDraft>) => {
    if (draft === null) {
      setVersion(detail.agreement?.version ?? null);
      setOpened(saved);
    }
    setDraft({ ...current, ...part });
  };
  const changed = draft !== null && !saySame(draft, opened);
  useUnsaved('协议', changed);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a jump is followed once, when it comes
  useEffect(() => {
    if (jump === null || jump.field === 'issue' || jump.field === 'print') {
      return;
    }
    if (jump.field === 'terms' && current.terms.length === 0) {
      change({ terms: [emptyPayment()] });
      focusFieldSoon('term:0:payers');
    } else {
      focusFieldSoon(jump.field);
    }
  }, [jump]);

  // Who is sent here for the paper gets its button, or what the paper still lacks.
  const turned = useRef<number | null>(null);
  useEffect(() => {
    if (jump?.field !== 'issue' || preview.data === undefined || turned.current === jump.turn) return;
    turned.current = jump.turn;
    focusFieldSoon(preview.data.content === null ? 'missing' : 'issue');
  }, [jump, preview.data]);

  const live = detail.removed === null;
  return (
    <div className={styles.sides}>
      <div className={styles.left}>
        <Section title="协议内容">
          {live ? (
            <AgreementEditor
              detail={detail}
              draft={current}
              read={read}
              changed={changed}
              shown={shown}
              pending={save.isPending}
              error={save.error}
              onChange={change}
              onSave={() => read.kind === 'agreement' && save.mutate(read.agreement)}
              onCancel={() => {
                save.reset();
                setDraft(null);
              }}
            />
          ) : (
            <p className={styles.hint}>案件在回收站里，恢复后才能修改协议。</p>
          )}
        </Section>
        <PapersPart detail={detail} go={go} shown={shown} />
      </div>
      <div className={styles.right}>
        <Section
          title="调解协议书"
          actions={
            <IssueActions
              detail={detail}
              content={preview.data?.content ?? null}
              unsaved={changed}
              forbidden={preview.data?.checks.some(standsInTheWay) ?? false}
              known={preview.data !== undefined}
              printing={jump?.field === 'print' ? jump.turn : null}
            />
          }
        >
          {changed && preview.data?.content != null && (
            <p className={styles.stale}>下面是已保存的内容；左边的修改保存后才会印出。</p>
          )}
          {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data !== undefined && (
            <>
              <MissingFacts missing={beyondTheForm(preview.data.missing, detail)} go={go} />
              <AgreementChecks
                detail={detail}
                checks={detail.agreement === null ? [] : preview.data.checks}
                go={go}
              />
              <IssuedDocuments detail={detail} />
              {preview.data.content !== null && <Paper content={preview.data.content} shown={shown} />}
            </>
          )}
        </Section>
      </div>
    </div>
  );
}

/** Before the agreement is saved for the first time, what it lacks is plain to see on the left: it is named once. */
function beyondTheForm(
  missing: readonly { readonly field: string; readonly label: string }[],
  detail: CaseDetail,
): readonly { readonly field: string; readonly label: string }[] {
  if (detail.agreement !== null) {
    return missing;
  }
  const elsewhere = missing.filter(({ field }) => placeOfDraftField(field).section !== 'agreement');
  return [{ field: 'terms', label: '协议内容（在左边填写并保存）' }, ...elsewhere];
}
