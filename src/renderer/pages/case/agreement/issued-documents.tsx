import { App, Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import { office } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { useAbilities } from '../../../components/office-facts.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './agreement.module.css';

/** What was handed out, frozen to the byte, and whether the register still says the same; the newest first. */
export function IssuedDocuments({ detail }: { readonly detail: CaseDetail }) {
  const abilities = useAbilities();
  const { message } = App.useApp();
  const [all, setAll] = useState(false);
  const save = useCommand({
    run: async (id: DocumentId) => saveFile((await office.documents.file({ id })).file),
    onDone: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const open = useCommand({ run: (id: DocumentId) => office.shell.openDocument({ id }) });
  const shown = all ? detail.documents : detail.documents.slice(0, 1);
  return detail.documents.length === 0 ? null : (
    <div className={styles.issued}>
      <ul>
        {shown.map((document) => (
          <li key={document.id}>
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
            </div>
            {document.differences.length === 0 ? (
              <div className={styles.agrees}>✓ 文书与登记一致</div>
            ) : (
              <div className={styles.differs}>
                ▲ 文书与登记不一致：{document.differences.join('、')}。出具的文书不会改动，请重新出具一份。
              </div>
            )}
            <code className={styles.hash} title="文件的 SHA-256">
              SHA-256 {document.sha256}
            </code>
          </li>
        ))}
      </ul>
      {detail.documents.length > 1 && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? '只看最新的' : `以前出具的 ${detail.documents.length - 1} 份`}
        </Button>
      )}
      <ErrorLine error={save.error ?? open.error} />
    </div>
  );
}
