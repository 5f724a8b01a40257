import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '#shared/contract/attachments.ts';
import type { DossierItemRow, DossierPaperRow } from '#shared/contract/dossiers.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { formatLocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ScanList } from '../../../components/scans/scan-list.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { useAsked } from '../../../components/use-asked.ts';
import styles from './dossier.module.css';
import { newPaper, type PaperDraft, shows } from './paper-draft.ts';

const marks = {
  present: '✓ 已备',
  missing: '▲ 缺',
  optional: '— 按需',
  waived: '— 不需要',
} as const satisfies Record<DossierItemRow['state'], string>;

type RowsProps = {
  readonly caseId: CaseId;
  readonly row: DossierItemRow;
  readonly scans: readonly Attachment[];
  readonly editable: boolean;
  readonly onOpen: (paper: DossierPaperRow | PaperDraft) => void;
};

/** One item of a dossier: its state and rule, what was issued and is not there yet, and its papers with their pages. */
export function ItemRows({ caseId, row, scans, editable, onOpen }: RowsProps) {
  const [waiving, setWaiving] = useState(false);
  const waive = useAsked((reason: string | null) =>
    office.dossiers.waive({ caseId, item: row.item, reason }),
  );
  return (
    <tbody data-state={row.state}>
      <tr className={styles.item}>
        <td className={styles.state}>{marks[row.state]}</td>
        <td>
          <span className={styles.label}>{row.label}</span>
          <span className={styles.rule}>
            {row.because === null || row.because === row.rule ? row.rule : `${row.because}（${row.rule}）`}
          </span>
          {row.state === 'waived' && <span className={styles.rule}>不需要：{row.waiver}</span>}
          <ErrorLine error={waive.error} />
        </td>
        <td />
        <td />
        <td className={styles.actions} data-field="fileItem">
          {editable && (
            <>
              <Button
                size="small"
                type="link"
                aria-label={`${row.label}：入卷`}
                onClick={() => onOpen(newPaper(row))}
              >
                入卷
              </Button>
              {row.state === 'missing' && (
                <Button
                  size="small"
                  type="link"
                  aria-label={`${row.label}：注明不需要`}
                  onClick={() => setWaiving(true)}
                >
                  不需要
                </Button>
              )}
              {row.state === 'waived' && (
                <Button
                  size="small"
                  type="link"
                  aria-label={`${row.label}：改为需要`}
                  loading={waive.isPending}
                  onClick={() => waive.mutate(null)}
                >
                  改为需要
                </Button>
              )}
            </>
          )}
        </td>
      </tr>
      {row.papers.map((paper) => (
        <PaperRow
          key={paper.id}
          paper={paper}
          scans={scans.filter((scan) => shows(scan, paper))}
          editable={editable}
          onOpen={onOpen}
        />
      ))}
      {row.issued.map((one) => (
        <tr key={`issued ${one.id}`} className={styles.paper}>
          <td />
          <td className={styles.issued}>
            {one.title}，{formatLocalDate(localDateInShanghai(new Date(one.issuedAt)))}
            出具，签好的原件还没有入卷
          </td>
          <td />
          <td />
          <td className={styles.actions}>
            {editable && (
              <Button
                size="small"
                aria-label={`${one.title}：原件入卷`}
                onClick={() => onOpen(newPaper(row, one))}
              >
                原件入卷
              </Button>
            )}
          </td>
        </tr>
      ))}
      {waiving && (
        <tr className={styles.dialog}>
          <td colSpan={5}>
            <ReasonDialog
              title={`本卷不需要“${row.label}”`}
              okText="注明"
              saving={waive.isPending}
              error={waive.error}
              onGive={(reason) => waive.mutate(reason, { onSuccess: () => setWaiving(false) })}
              onClose={() => setWaiving(false)}
            >
              <p>不计入应备项数；理由写在卷宗里，随时可以改回来。</p>
            </ReasonDialog>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function PaperRow(props: {
  readonly paper: DossierPaperRow;
  readonly scans: readonly Attachment[];
  readonly editable: boolean;
  readonly onOpen: (paper: DossierPaperRow) => void;
}) {
  const { paper, scans, editable, onOpen } = props;
  const [leaving, setLeaving] = useState(false);
  const takeOut = useAsked((reason: string) => office.dossiers.takeOut({ id: paper.id, reason }));
  const { span } = paper;
  return (
    <tr className={styles.paper}>
      <td />
      <td>
        {paper.title}
        {paper.remarks !== null && <span className={styles.rule}>{paper.remarks}</span>}
        <ScanList scans={scans} editable={editable} />
        {leaving && (
          <ReasonDialog
            title={`“${paper.title}”退出卷宗`}
            okText="退出"
            saving={takeOut.isPending}
            error={takeOut.error}
            onGive={(reason) => takeOut.mutate(reason, { onSuccess: () => setLeaving(false) })}
            onClose={() => setLeaving(false)}
          >
            <p>记录保留在历史里，它的扫描件仍在本案。</p>
          </ReasonDialog>
        )}
      </td>
      <td className={styles.number}>{paper.pages ?? <span className={styles.missing}>未数</span>}</td>
      <td className={styles.number}>
        {span === null ? '' : span.from === span.to ? span.from : `${span.from}—${span.to}`}
      </td>
      <td className={styles.actions} data-field={paper.pages === null ? 'uncounted' : undefined}>
        {editable && (
          <>
            <Button
              size="small"
              type="link"
              aria-label={`${paper.title}：修改、附扫描件`}
              onClick={() => onOpen(paper)}
            >
              修改、附扫描件
            </Button>
            <Button
              size="small"
              type="link"
              aria-label={`${paper.title}：退出卷宗`}
              onClick={() => setLeaving(true)}
            >
              退出
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
