import { App, Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail, IssuedDocument } from '#shared/contract/cases.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import { office } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { useAbilities } from '../../../components/office-facts.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { DocumentScans } from '../../../components/scans/document-scans.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './papers.module.css';

type IssuedDocumentsProps = {
  readonly detail: CaseDetail;
  /** Those that are shown, newest first. */
  readonly documents: readonly IssuedDocument[];
};

/** What was handed out, frozen to the byte, whether it still stands and whether the register still says the same. */
export function IssuedDocuments({ detail, documents }: IssuedDocumentsProps) {
  const abilities = useAbilities();
  const { message } = App.useApp();
  const [all, setAll] = useState(false);
  const [withdrawing, setWithdrawing] = useState<IssuedDocument | null>(null);
  const save = useCommand({
    run: async (id: DocumentId) => saveFile((await office.documents.file({ id })).file),
    onDone: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const open = useCommand({ run: (id: DocumentId) => office.shell.openDocument({ id }) });
  const withdraw = useCommand({
    run: (input: { readonly id: DocumentId; readonly reason: string }) => office.documents.withdraw(input),
    onDone: () => setWithdrawing(null),
  });
  const shown = all ? documents : documents.slice(0, 1);
  return documents.length === 0 ? null : (
    <section className={styles.issued} aria-label="已出具的文书">
      <ul>
        {shown.map((document) => (
          <li key={document.id} data-state={document.state}>
            <div className={styles.issuedHead}>
              <span>
                已出具 {document.title}，{document.issuedBy}，{formatInstant(document.issuedAt)}
              </span>
              <Button size="small" onClick={() => save.mutate(document.id)}>
                再存一份
              </Button>
              {abilities?.openWith === true && (
                <Button size="small" onClick={() => open.mutate(document.id)}>
                  打开
                </Button>
              )}
              {document.state !== 'withdrawn' && detail.removed === null && (
                <Button size="small" type="text" onClick={() => setWithdrawing(document)}>
                  撤回…
                </Button>
              )}
            </div>
            <Standing document={document} />
            <code className={styles.hash} title="文件的 SHA-256">
              SHA-256 {document.sha256}
            </code>
            <DocumentScans caseId={detail.id} documentId={document.id} editable={detail.removed === null} />
          </li>
        ))}
      </ul>
      {documents.length > 1 && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? '只看最新的' : `以前出具的 ${documents.length - 1} 份`}
        </Button>
      )}
      <ErrorLine error={save.error ?? open.error} />
      {withdrawing !== null && (
        <ReasonDialog
          title={`撤回${withdrawing.title}`}
          okText="撤回"
          saving={withdraw.isPending}
          error={withdraw.error}
          onGive={(reason) => withdraw.mutate({ id: withdrawing.id, reason })}
          onClose={() => {
            withdraw.reset();
            setWithdrawing(null);
          }}
        >
          <p>撤回后这一份仍可查看，只是标明已撤回；已经交给当事人的纸质文书请另行收回。</p>
        </ReasonDialog>
      )}
    </section>
  );
}

function Standing({ document }: { readonly document: IssuedDocument }) {
  if (document.state === 'withdrawn' && document.withdrawn !== null) {
    const { reason, by, at } = document.withdrawn;
    return (
      <div className={styles.differs}>
        ✕ 已撤回：{reason}（{by}，{formatInstant(at)}）
      </div>
    );
  }
  if (document.state === 'replaced') return <div className={styles.hint}>已被后来出具的一份替代</div>;
  return document.differences.length === 0 ? (
    <div className={styles.agrees}>✓ 文书与登记一致</div>
  ) : (
    <div className={styles.differs}>
      ▲ 文书与登记不一致：{document.differences.join('、')}。出具的文书不会改动，请重新出具一份。
    </div>
  );
}
