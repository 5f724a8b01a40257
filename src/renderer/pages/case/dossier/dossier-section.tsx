import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import type { Dossier, DossierItemRow, DossierPaperRow } from '#shared/contract/dossiers.ts';
import { dossierForms, scoreRule } from '#shared/domain/dossier.ts';
import { office, query } from '../../../api.ts';
import { focusField, whenThere } from '../../../components/fields/move-on.ts';
import { Section } from '../../../components/page.tsx';
import { ScanList } from '../../../components/scans/scan-list.tsx';
import { ErrorLine, ErrorState, LoadingState } from '../../../components/states.tsx';
import { useAsked } from '../../../components/use-asked.ts';
import type { SectionProps } from '../section.ts';
import { CoverPart } from './cover-part.tsx';
import styles from './dossier.module.css';
import { ItemRows } from './item-rows.tsx';
import { newPaper, type PaperDraft, shows } from './paper-draft.ts';
import { PaperDrawer } from './paper-drawer.tsx';

/** What a document of the dossier lacks where papers are not filed or not counted. */
const ofPapers: ReadonlySet<string> = new Set(['contents', 'pages', 'pageCount', 'paperCount']);

/** 卷宗: what of the case must lie in it, what does, page by page, and what its cover says (domain.md §5.13). */
export function DossierSection({ detail, go, jump, shown }: SectionProps) {
  const input = { caseId: detail.id };
  const asked = useQuery(query.dossiers.get.queryOptions({ input }));
  const scans = useQuery(query.attachments.ofCase.queryOptions({ input })).data ?? [];
  const [open, setOpen] = useState<DossierPaperRow | PaperDraft | null>(null);
  useEffect(() => {
    if (jump !== null && ofPapers.has(jump.field)) {
      whenThere(() => focusField('uncounted') || focusField('fileItem'));
    }
  }, [jump]);
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  const dossier = asked.data;
  if (dossier === undefined) return <LoadingState />;
  const editable = detail.removed === null;
  const papers = dossier.items.flatMap((row) => row.papers);
  const loose = scans.filter((scan) => !papers.some((paper) => shows(scan, paper)));
  return (
    <>
      <Section
        title={dossierForms[dossier.form].label}
        note={dossier.pages === null ? '有材料还没有数页' : `共 ${dossier.pages} 页`}
        actions={editable && <FileIssued dossier={dossier} caseId={detail.id} />}
      >
        <Score dossier={dossier} />
        <table className={styles.items}>
          <thead>
            <tr>
              <th scope="col" className={styles.stateColumn}>
                状态
              </th>
              <th scope="col">材料</th>
              <th scope="col" className={styles.pagesColumn}>
                页数
              </th>
              <th scope="col" className={styles.pagesColumn}>
                页号
              </th>
              <th scope="col" className={styles.actionsColumn}>
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          {dossier.items.map((row) => (
            <ItemRows
              key={row.item}
              caseId={detail.id}
              row={row}
              scans={scans}
              editable={editable}
              onOpen={setOpen}
            />
          ))}
        </table>
      </Section>
      {loose.length > 0 && (
        <Section title="没有归在卷内材料下的扫描件">
          <ScanList scans={loose} editable={editable} />
        </Section>
      )}
      <CoverPart
        key={dossier.version ?? 0}
        detail={detail}
        dossier={dossier}
        shown={shown}
        editable={editable}
        jump={jump}
        onPapers={() => go('papers')}
      />
      {open !== null && (
        <PaperDrawer caseId={detail.id} dossier={dossier} paper={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Score({ dossier }: { readonly dossier: Dossier }) {
  const { score, needed, present } = dossier;
  const missing = dossier.items.filter(({ state }) => state === 'missing').map(({ label }) => label);
  return (
    <div className={styles.score}>
      <strong className={styles.figure}>{score} 分</strong>
      <div className={styles.scoreWords}>
        <Progress percent={score} showInfo={false} size="small" aria-label={`完整度 ${score} 分`} />
        <p>
          应备 {needed} 项，已备 {present} 项
          {missing.length > 0 && (
            <>
              ，<span className={styles.missing}>▲ 缺：{missing.join('；')}</span>
            </>
          )}
        </p>
        <p className={styles.rule}>{scoreRule}</p>
      </div>
    </div>
  );
}

/** Puts every issued paper into the dossier that is not there yet, with one press. */
function FileIssued(props: { readonly dossier: Dossier; readonly caseId: SectionProps['detail']['id'] }) {
  const { dossier, caseId } = props;
  const issued = dossier.items.flatMap((row) => row.issued.map((one) => ({ row, one })));
  const file = useAsked((papers: readonly { row: DossierItemRow; one: DossierItemRow['issued'][number] }[]) =>
    office.dossiers.file({
      caseId,
      papers: papers.map(({ row, one }) => ({
        item: row.item,
        title: newPaper(row, one).title,
        pages: null,
        remarks: null,
        documentId: one.id,
      })),
    }),
  );
  if (issued.length < 2) return null;
  return (
    <>
      <Button loading={file.isPending} onClick={() => file.mutate(issued)}>
        已出具的 {issued.length} 份原件全部入卷
      </Button>
      <ErrorLine error={file.error} />
    </>
  );
}
