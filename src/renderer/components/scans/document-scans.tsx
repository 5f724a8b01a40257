import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { query, queryClient } from '../../api.ts';
import { EditDrawer } from '../edit-drawer.tsx';
import { bringFile, fileProblem } from './bring-file.ts';
import { ScanList } from './scan-list.tsx';
import { ScanPicker } from './scan-picker.tsx';

type Of = { readonly caseId: CaseId; readonly documentId: DocumentId };

/** The scans of the signed paper of an issued document, and the button that brings more of them. */
export function DocumentScans(props: Of & { readonly editable: boolean }) {
  const { caseId, documentId, editable } = props;
  const [attaching, setAttaching] = useState(false);
  const all = useQuery(query.attachments.ofCase.queryOptions({ input: { caseId } })).data ?? [];
  return (
    <>
      <ScanList scans={all.filter((scan) => scan.documentId === documentId)} editable={editable} />
      {editable && (
        <Button size="small" type="text" onClick={() => setAttaching(true)}>
          附签好的扫描件…
        </Button>
      )}
      {attaching && (
        <ScanDrawer caseId={caseId} documentId={documentId} onClose={() => setAttaching(false)} />
      )}
    </>
  );
}

function ScanDrawer({ caseId, documentId, onClose }: Of & { readonly onClose: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<{ readonly file: File; readonly done: number } | null>(null);
  const attach = useMutation({
    mutationFn: async () => {
      for (const file of files) {
        setSending({ file, done: 0 });
        await bringFile(file, { caseId, documentId, paperId: null }, (done) => setSending({ file, done }));
        setFiles((left) => left.filter((other) => other !== file));
      }
    },
    onSettled: async () => {
      setSending(null);
      await queryClient.invalidateQueries();
    },
    onSuccess: onClose,
  });
  const wrong = files.find((file) => fileProblem(file) !== null);
  return (
    <EditDrawer
      title="附签好的扫描件"
      size={560}
      changed={files.length > 0}
      lacks={wrong === undefined ? null : `“${wrong.name}”${fileProblem(wrong)}，请先去掉`}
      saving={attach.isPending}
      error={attach.error}
      onSave={() => attach.mutate()}
      onClose={onClose}
    >
      <ScanPicker files={files} sending={sending} onChange={setFiles} />
    </EditDrawer>
  );
}
