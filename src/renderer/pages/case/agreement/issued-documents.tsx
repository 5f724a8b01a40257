import { App, Button } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import { office } from '../../../api.ts';
import { useAbilities } from '../../../components/office-facts.tsx';
import { Section } from '../../../components/page.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './agreement.module.css';

/** What was handed out, frozen to the byte, and whether the register still says the same. */
export function IssuedDocuments({ detail }: { readonly detail: CaseDetail }) {
  const abilities = useAbilities();
  const { message } = App.useApp();
  const save = useCommand({
    run: async (id: DocumentId) => saveFile((await office.documents.file({ id })).file),
    onDone: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const open = useCommand({ run: (id: DocumentId) => office.shell.openDocument({ id }) });
  if (detail.documents.length === 0) {
    return null;
  }
  return (
    <Section title="已出具的文书" note="出具后不再改动；登记改了，重新出具一份">
      <ul className={styles.issued}>
        {detail.documents.map((document) => (
          <li key={document.id}>
            <div className={styles.issuedHead}>
              <strong>{document.title}</strong>
              <span className={styles.said}>
                {document.issuedBy}，{new Date(document.issuedAt).toLocaleString('zh-CN', { hour12: false })}
              </span>
              <Button size="small" onClick={() => save.mutate(document.id)}>
                再次保存
              </Button>
              {abilities?.openWith === true && (
                <Button size="small" onClick={() => open.mutate(document.id)}>
                  用 Word/WPS 打开
                </Button>
              )}
            </div>
            {document.differences.length === 0 ? (
              <div className={styles.agrees}>✓ 文书与登记一致</div>
            ) : (
              <div className={styles.differs}>▲ 文书与登记不一致：{document.differences.join('、')}</div>
            )}
            <code className={styles.hash} title="文件的 SHA-256">
              SHA-256 {document.sha256}
            </code>
          </li>
        ))}
      </ul>
      <ErrorLine error={save.error ?? open.error} />
    </Section>
  );
}
