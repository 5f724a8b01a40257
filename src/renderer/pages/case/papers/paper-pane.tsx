import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ListedPaper } from '#shared/contract/documents.ts';
import { office, query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { PaperSheets } from '../../../components/paper/paper-sheets.tsx';
import { PaperToolbar } from '../../../components/paper/paper-toolbar.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { AgreementChecks, standsInTheWay } from '../agreement/agreement-checks.tsx';
import type { Go } from '../sections.ts';
import { IssuedDocuments } from './issued-documents.tsx';
import { MissingFacts } from './missing-facts.tsx';
import { nameOf } from './paper-list.tsx';
import styles from './papers.module.css';

type PaperPaneProps = {
  readonly detail: CaseDetail;
  readonly paper: ListedPaper;
  readonly shown: boolean;
  readonly go: Go;
};

/** One paper: what it lacks or how it will look, and what was issued of it. */
export function PaperPane({ detail, paper, shown, go }: PaperPaneProps) {
  const { kind, subjectId } = paper;
  const input = { caseId: detail.id, paper: { kind, subjectId } };
  const preview = useQuery(query.documents.preview.queryOptions({ input }));
  const content = preview.data?.content ?? null;
  const issued = detail.documents.filter((one) => one.kind === kind && one.subjectId === subjectId);
  const standing = paper.issued;
  const forbidden = preview.data?.checks.some(standsInTheWay) ?? false;
  const why =
    detail.removed !== null
      ? '案件在回收站里，恢复后才能出文书'
      : paper.notYet !== null
        ? paper.notYet
        : preview.data !== undefined && content === null
          ? '补齐缺项后才能出文书'
          : forbidden
            ? '先改正法律不允许的内容，或者说明理由'
            : null;
  return (
    <Section title={nameOf(paper)} note={`${paper.copies} 份（${paper.copiesFor}）`}>
      <PaperToolbar
        papers={content === null ? [] : [{ content, copies: paper.copies }]}
        issue={() => office.documents.issue(input)}
        again={standing === null ? null : async () => (await office.documents.file({ id: standing })).file}
        onlyInWord={(preview.data?.officeTemplate ?? null) !== null}
        why={why}
        active={shown}
      />
      <p className={styles.hint}>
        签章：{paper.signedBy}。{paper.source}
      </p>
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data === undefined ? (
        !preview.isError && <LoadingState />
      ) : (
        <>
          {paper.notYet === null && <MissingFacts missing={preview.data.missing} go={go} />}
          <AgreementChecks detail={detail} checks={preview.data.checks} go={go} />
          <IssuedDocuments detail={detail} documents={issued} />
          <OfficeWords name={preview.data.officeTemplate} />
          {content !== null && shown && <PaperSheets content={content} />}
        </>
      )}
    </Section>
  );
}

/** Said plainly: the words are those of the office's own Word file, the look is not. */
export function OfficeWords({ name }: { readonly name: string | null }) {
  return name === null ? null : (
    <p className={styles.differs}>
      ▲ 用本单位的 Word 文件“{name}”制作。下面只显示它的文字，版式以 Word/WPS 打开后为准，请从那里打印。
    </p>
  );
}
