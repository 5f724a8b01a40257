import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AgreementFacts } from '#shared/contract/agreements.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { office, query } from '../../../api.ts';
import { focusFieldSoon } from '../../../components/fields/move-on.ts';
import { Section } from '../../../components/page.tsx';
import { PaperSheets } from '../../../components/paper/paper-sheets.tsx';
import { PaperToolbar } from '../../../components/paper/paper-toolbar.tsx';
import { ErrorState } from '../../../components/states.tsx';
import { IssuedDocuments } from '../papers/issued-documents.tsx';
import { MissingFacts } from '../papers/missing-facts.tsx';
import { OfficeWords } from '../papers/paper-pane.tsx';
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

/** The agreement beside its paper: what is typed on the left, what will be printed on the right. */
export function AgreementSection({ detail, go, jump, shown }: SectionProps) {
  const saved = agreementDraftOf(detail);
  const [draft, setDraft] = useState<AgreementDraft | null>(null);
  /** The form as it was before the first change. */
  const [opened, setOpened] = useState(saved);
  const [version, setVersion] = useState(detail.agreement?.version ?? null);
  const catalogue = useQuery(query.documents.catalogue.queryOptions({ input: { caseId: detail.id } }));
  const listed = catalogue.data?.find(({ kind, inSet }) => inSet && agreementPapers.has(kind));
  const paper = listed === undefined ? agreementPaper : { kind: listed.kind, subjectId: listed.subjectId };
  const input = { caseId: detail.id, paper };
  const preview = useQuery({
    ...query.documents.preview.queryOptions({ input }),
    enabled: catalogue.data !== undefined,
  });
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
  const content = preview.data?.content ?? null;
  const standing = listed?.issued ?? null;
  const why = !live
    ? '案件在回收站里，恢复后才能出文书'
    : changed
      ? '先保存左边的修改'
      : preview.data !== undefined && content === null
        ? '补齐缺项后才能出文书'
        : preview.data?.checks.some(standsInTheWay)
          ? '先改正法律不允许的内容，或者说明理由'
          : null;
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
      </div>
      <div className={styles.right}>
        <Section title={listed?.title ?? '调解协议书'}>
          <PaperToolbar
            papers={content === null ? [] : [{ content, copies: listed?.copies ?? 1 }]}
            issue={() => office.documents.issue(input)}
            again={
              standing === null ? null : async () => (await office.documents.file({ id: standing })).file
            }
            onlyInWord={(preview.data?.officeTemplate ?? null) !== null}
            why={why}
            active={shown}
            printing={jump?.field === 'print' ? jump.turn : null}
            known={preview.data !== undefined}
          />
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
              <IssuedDocuments
                detail={detail}
                documents={detail.documents.filter(({ kind }) => agreementPapers.has(kind))}
              />
              <OfficeWords name={preview.data.officeTemplate} />
              {content !== null && shown && <PaperSheets content={content} />}
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
