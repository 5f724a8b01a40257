import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '#shared/contract/attachments.ts';
import { attachmentTypes, fileSizeInWords } from '#shared/domain/attachment.ts';
import { office } from '../../api.ts';
import { formatInstant } from '../instant.ts';
import { useAbilities } from '../office-facts.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { saveFile } from '../save-file.ts';
import { ErrorLine } from '../states.tsx';
import { useAsked } from '../use-asked.ts';
import styles from './scans.module.css';

/** Scans with their hashes: opened with the system's program, or downloaded where the host has none. */
export function ScanList(props: { readonly scans: readonly Attachment[]; readonly editable: boolean }) {
  const { scans, editable } = props;
  const abilities = useAbilities();
  const [cancelling, setCancelling] = useState<Attachment | null>(null);
  const open = useAsked(async ({ id }: Attachment) => {
    if (abilities?.openWith === true) await office.shell.openAttachment({ id });
    else await saveFile(await office.attachments.file({ id }));
  });
  const cancel = useAsked(({ id, reason }: { id: Attachment['id']; reason: string }) =>
    office.attachments.cancel({ id, reason }),
  );
  if (scans.length === 0) return null;
  return (
    <>
      <ul className={styles.scans}>
        {scans.map((scan) => (
          <li key={scan.id} data-cancelled={scan.cancelled !== null}>
            <span className={styles.name}>{scan.name}</span>
            <span className={styles.hint} title={`SHA-256 ${scan.sha256}`}>
              {attachmentTypes[scan.type].label} {fileSizeInWords(scan.size)}，{scan.attachedBy}{' '}
              {formatInstant(scan.attachedAt)}，<code>{scan.sha256.slice(0, 12)}…</code>
            </span>
            {scan.cancelled !== null && (
              <span className={styles.problem}>已作废：{scan.cancelled.reason}</span>
            )}
            <Button size="small" type="link" onClick={() => open.mutate(scan)}>
              {abilities?.openWith === true ? '打开' : '下载'}
            </Button>
            {editable && scan.cancelled === null && (
              <Button size="small" type="link" onClick={() => setCancelling(scan)}>
                作废
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorLine error={open.error} />
      {cancelling !== null && (
        <ReasonDialog
          title={`作废“${cancelling.name}”`}
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) =>
            cancel.mutate({ id: cancelling.id, reason }, { onSuccess: () => setCancelling(null) })
          }
          onClose={() => setCancelling(null)}
        >
          <p>文件保留，作废的仍可以打开查看。</p>
        </ReasonDialog>
      )}
    </>
  );
}
