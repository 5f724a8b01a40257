import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { query, queryClient } from '../../api.ts';
import { EditDrawer } from '../edit-drawer.tsx';
import { ScanList } from './scan-list.tsx';
import { ScanPicker } from './scan-picker.tsx';
import { useScans } from './use-scans.ts';

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
  const scans = useScans();
  const attach = useMutation({
    mutationFn: () => scans.send({ caseId, documentId, paperId: null }),
    onSettled: async () => {
      scans.settle();
      await queryClient.invalidateQueries();
    },
    onSuccess: onClose,
  });
  return (
    <EditDrawer
      title="附签好的扫描件"
      size={560}
      changed={scans.picker.files.length > 0}
      lacks={scans.lacks}
      saving={attach.isPending}
      error={attach.error}
      onSave={() => attach.mutate()}
      onClose={onClose}
    >
      <ScanPicker {...scans.picker} />
    </EditDrawer>
  );
}
