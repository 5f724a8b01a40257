import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ListedPaper } from '#shared/contract/documents.ts';
import { paperSets } from '#shared/documents/catalogue.ts';
import { office, query } from '../../../api.ts';
import { useAbilities } from '../../../components/office-facts.tsx';
import { Section } from '../../../components/page.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine, ErrorState } from '../../../components/states.tsx';
import type { Go } from '../sections.ts';
import { useCommand } from '../use-case.ts';
import styles from './agreement.module.css';
import { AgreementChecks, standsInTheWay } from './agreement-checks.tsx';
import { MissingFacts } from './missing-facts.tsx';
import { Paper } from './paper.tsx';

const keyOf = ({ kind, subjectId }: Pick<ListedPaper, 'kind' | 'subjectId'>) => `${kind} ${subjectId}`;

/** The other papers of the case: which there are, how many copies of each, what one lacks or how it will look. */
export function PapersPart(props: { readonly detail: CaseDetail; readonly go: Go; readonly shown: boolean }) {
  const { detail, go, shown } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const listed = useQuery(query.documents.catalogue.queryOptions({ input: { caseId: detail.id } }));
  const others = (listed.data ?? []).filter(({ kind }) => kind !== 'mediationAgreement');
  const open = others.find((paper) => keyOf(paper) === chosen);
  if (listed.isError) return <ErrorState error={listed.error} onRetry={() => void listed.refetch()} />;
  if (others.length === 0) return null;
  return (
    <Section title="其他文书" note="选一件，看它的样子或者还缺什么">
      <ul className={styles.papers}>
        {others.map((paper) => (
          <li key={keyOf(paper)}>
            <button
              type="button"
              aria-expanded={keyOf(paper) === chosen}
              disabled={paper.notYet !== null}
              onClick={() => setChosen(keyOf(paper) === chosen ? null : keyOf(paper))}
            >
              {paper.title}
              {paper.about !== null && `（${paper.about}）`}
            </button>
            <span className={styles.hint}>
              {paperSets[paper.set].label}，{paper.copies} 份（{paper.copiesFor}）
              {paper.notYet !== null && `，${paper.notYet}`}
              {paper.notYet === null && paper.missing > 0 && `，缺 ${paper.missing} 项`}
              {paper.issued !== null && '，已出具'}
            </span>
          </li>
        ))}
      </ul>
      {open !== undefined && <OpenPaper key={chosen} detail={detail} paper={open} go={go} shown={shown} />}
    </Section>
  );
}

function OpenPaper(props: {
  readonly detail: CaseDetail;
  readonly paper: ListedPaper;
  readonly go: Go;
  readonly shown: boolean;
}) {
  const { detail, paper, go, shown } = props;
  const abilities = useAbilities();
  const { message } = App.useApp();
  const input = { caseId: detail.id, paper: { kind: paper.kind, subjectId: paper.subjectId } };
  const preview = useQuery(query.documents.preview.queryOptions({ input }));
  const save = useCommand({
    run: async () => saveFile((await office.documents.issue(input)).file),
    onDone: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const openWith = useCommand({
    run: async () => office.shell.openDocument({ id: (await office.documents.issue(input)).id }),
  });
  const ready =
    preview.data?.content != null && detail.removed === null && !preview.data.checks.some(standsInTheWay);
  if (preview.isError) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <div className={styles.openPaper}>
      <div className={styles.issue}>
        <Button disabled={!ready} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存 Word 文件
        </Button>
        {abilities?.openWith === true && (
          <Button disabled={!ready} loading={openWith.isPending} onClick={() => openWith.mutate(undefined)}>
            用 Word/WPS 打开
          </Button>
        )}
        <span className={styles.hint}>
          签章：{paper.signedBy}。{paper.source}
        </span>
        <ErrorLine error={save.error ?? openWith.error} />
      </div>
      {preview.data !== undefined && <MissingFacts missing={preview.data.missing} go={go} />}
      {preview.data !== undefined && (
        <AgreementChecks detail={detail} label={`${paper.title}核对`} checks={preview.data.checks} go={go} />
      )}
      {preview.data?.content != null && <Paper content={preview.data.content} shown={shown} />}
    </div>
  );
}
