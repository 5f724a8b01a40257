import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier, DossierPaperRow } from '#shared/contract/dossiers.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { office, queryClient } from '../../../api.ts';
import { EditDrawer } from '../../../components/edit-drawer.tsx';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { ScanPicker } from '../../../components/scans/scan-picker.tsx';
import { useScans } from '../../../components/scans/use-scans.ts';
import styles from './dossier.module.css';
import { draftOfPaper, type PaperDraft, readPages, readPaper } from './paper-draft.ts';

type Kept = Pick<DossierPaperRow, 'id' | 'version'>;

/** A paper that is put into the dossier or put right, with its scans. */
export function PaperDrawer(props: {
  readonly caseId: CaseId;
  readonly dossier: Dossier;
  /** The paper that lies there already, or the one that is to be put there. */
  readonly paper: DossierPaperRow | PaperDraft;
  readonly onClose: () => void;
}) {
  const { caseId, dossier, paper, onClose } = props;
  const [kept, setKept] = useState<Kept | null>('id' in paper ? paper : null);
  const [saved, setSaved] = useState<PaperDraft>('id' in paper ? draftOfPaper(paper) : paper);
  const [draft, setDraft] = useState(saved);
  const scans = useScans();
  const read = readPaper(draft);
  const typed = JSON.stringify(draft) !== JSON.stringify(saved);
  const change = (part: Partial<PaperDraft>) => setDraft((now) => ({ ...now, ...part }));

  /** First the paper, then its scans: where one is refused, what went before stays and is not done twice. */
  async function save(): Promise<void> {
    if (read.kind === 'lacks') return;
    let now = kept;
    if (now === null) {
      const { ids } = await office.dossiers.file({ caseId, papers: [read.paper] });
      const [id] = ids;
      if (id === undefined) return;
      now = { id, version: 1 };
    } else if (typed) {
      now = { id: now.id, ...(await office.dossiers.amendPaper({ ...now, paper: read.paper })) };
    }
    setKept(now);
    setSaved(draft);
    await scans.send({ caseId, documentId: draft.documentId, paperId: now.id });
  }
  const keep = useMutation({
    mutationFn: save,
    onSettled: async () => {
      scans.settle();
      await queryClient.invalidateQueries();
    },
    onSuccess: onClose,
  });

  return (
    <EditDrawer
      title={kept === null ? '材料入卷' : '修改卷内材料'}
      size={600}
      fresh={kept === null}
      changed={typed || scans.picker.files.length > 0}
      lacks={read.kind === 'lacks' ? read.words : scans.lacks}
      saving={keep.isPending}
      error={keep.error}
      onSave={() => keep.mutate()}
      onClose={onClose}
    >
      <div className={styles.drawer}>
        <ListField
          name="item"
          label="归在"
          required
          value={draft.item}
          choices={dossier.items.map(({ item, label }) => ({ value: item, label }))}
          onChoose={(item) => change({ item })}
        />
        <TextField
          name="title"
          label="材料名称"
          required
          maximum={100}
          value={draft.title}
          onType={(title) => change({ title })}
        />
        <TextField
          name="pages"
          label="页数"
          value={draft.pages}
          maximum={10}
          hint="一面有字算一页；还没数的不填，卷内目录出具前补齐"
          warning={readPages(draft.pages) === undefined ? '请写整数，1 到 10000' : undefined}
          onType={(pages) => change({ pages })}
        />
        <TextField
          name="remarks"
          label="备注"
          maximum={200}
          value={draft.remarks}
          placeholder="如：复印件、原件退当事人"
          onType={(remarks) => change({ remarks })}
        />
        <ScanPicker {...scans.picker} />
      </div>
    </EditDrawer>
  );
}
