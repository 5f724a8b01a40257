import { useQueries } from '@tanstack/react-query';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CopiedDocument, ListedPaper } from '#shared/contract/documents.ts';
import { type PaperSet, paperSets } from '#shared/documents/catalogue.ts';
import { office, query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { PaperSheets } from '../../../components/paper/paper-sheets.tsx';
import { type IssuedFile, PaperToolbar } from '../../../components/paper/paper-toolbar.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { standsInTheWay } from '../agreement/agreement-checks.tsx';
import { keyOf, nameOf, printable } from './paper-list.tsx';
import styles from './papers.module.css';

type SetPaneProps = {
  readonly detail: CaseDetail;
  readonly set: PaperSet;
  readonly papers: readonly ListedPaper[];
  readonly shown: boolean;
  /** The turn of a press of 打印全套; null: nobody pressed it. */
  readonly printing: number | null;
  readonly onOpen: (paper: ListedPaper) => void;
};

/** A set as it will be printed: every paper of it that lacks nothing, in order and in all its copies. */
export function SetPane({ detail, set, papers, shown, printing, onOpen }: SetPaneProps) {
  const ready = papers.filter(printable);
  const previews = useQueries({
    queries: ready.map(({ kind, subjectId }) =>
      query.documents.preview.queryOptions({ input: { caseId: detail.id, paper: { kind, subjectId } } }),
    ),
  });
  const failed = previews.find(({ isError }) => isError);
  const known = previews.every(({ data }) => data !== undefined);
  const inOrder = ready.map((paper, place) => ({ paper, preview: previews[place]?.data }));
  const forbidden = inOrder.filter(({ preview }) => preview?.checks.some(standsInTheWay) === true);
  const inOffice = inOrder.filter(({ preview }) => preview?.officeTemplate != null);
  const printed = inOrder.flatMap(({ paper, preview }) =>
    preview?.content == null || preview.officeTemplate !== null || preview.checks.some(standsInTheWay)
      ? []
      : [{ paper, content: preview.content, copies: paper.copies }],
  );
  const left = papers.filter((paper) => paper.inSet && !printable(paper));
  const issue = async (): Promise<IssuedFile> => {
    const { issued } = await office.documents.issueSet({ caseId: detail.id, set });
    const documents = issued.map(({ id, copies }) => ({ id, copies }));
    return { id: null, file: () => fileOf(documents), documents };
  };
  const why =
    detail.removed !== null
      ? '案件在回收站里，恢复后才能出文书'
      : known && printed.length === 0
        ? inOffice.length > 0
          ? '这一套都用本单位的 Word 文件制作，请逐件点开'
          : '这一套还没有可以打印的文书'
        : null;
  return (
    <Section
      title={paperSets[set].label}
      note={printed.length === 0 ? undefined : `${printed.length} 件，共 ${sum(printed)} 份`}
    >
      <PaperToolbar
        papers={printed}
        issue={issue}
        again={null}
        why={why}
        active={shown}
        printing={printing}
        known={known}
      />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      <ul className={styles.plan}>
        {printed.map(({ paper }) => (
          <li key={keyOf(paper)}>
            {nameOf(paper)}
            <strong>{paper.copies} 份</strong>
            <span className={styles.hint}>{paper.copiesFor}</span>
          </li>
        ))}
        {inOffice.map(({ paper }) => (
          <li key={keyOf(paper)}>
            <LinkTo paper={paper} onOpen={onOpen} />
            <span className={styles.hint}>用本单位的 Word 文件制作，点开后用 Word/WPS 单独打印</span>
          </li>
        ))}
        {forbidden.map(({ paper }) => (
          <li key={keyOf(paper)}>
            <LinkTo paper={paper} onOpen={onOpen} />
            <span className={styles.differs}>▲ 不印：有法律不允许的内容</span>
          </li>
        ))}
        {left.map((paper) => (
          <li key={keyOf(paper)}>
            <LinkTo paper={paper} onOpen={onOpen} />
            <span className={paper.notYet === null ? styles.differs : styles.hint}>
              {paper.notYet === null ? `▲ 不印：缺 ${paper.missing} 项` : `不印：${paper.notYet}`}
            </span>
          </li>
        ))}
      </ul>
      {!known && <LoadingState />}
      {shown && printed.map(({ paper, content }) => <PaperSheets key={keyOf(paper)} content={content} />)}
    </Section>
  );
}

async function fileOf(documents: readonly CopiedDocument[]): Promise<File> {
  const { file, apart } = await office.documents.combine({ documents: [...documents] });
  const first = file ?? apart[0]?.file;
  if (first === undefined) throw new Error('A set with papers to print gives a file.');
  return first;
}

function LinkTo(props: { readonly paper: ListedPaper; readonly onOpen: (paper: ListedPaper) => void }) {
  return (
    <button type="button" className={styles.link} onClick={() => props.onOpen(props.paper)}>
      {nameOf(props.paper)}
    </button>
  );
}

function sum(papers: readonly { readonly copies: number }[]): number {
  return papers.reduce((total, { copies }) => total + copies, 0);
}
