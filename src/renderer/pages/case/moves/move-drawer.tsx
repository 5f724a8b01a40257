import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { moveLabel, moves } from '#shared/domain/case-move.ts';
import { missingFor } from '#shared/domain/case-needs.ts';
import { office, query } from '../../../api.ts';
import { EditDrawer } from '../../../components/edit-drawer.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { DossierWarning } from '../dossier/dossier-warning.tsx';
import { useCommand } from '../use-case.ts';
import { type DialogMove, emptyMove, type MoveDraft, readMove } from './move-draft.ts';
import { MoveFields } from './move-fields.tsx';
import styles from './moves.module.css';
import { StillToPay } from './still-to-pay.tsx';

const width = 680;

type MoveDrawerProps = {
  readonly detail: CaseDetail;
  readonly code: DialogMove;
  readonly onClose: () => void;
};

/** The dialog of one move: what it records, what it should rest on, and the article. */
export function MoveDrawer(props: MoveDrawerProps) {
  const { detail, code } = props;
  if (code === 'archive') return <ArchiveDrawer {...props} />;
  const opened: MoveDraft =
    code === 'appoint'
      ? {
          ...emptyMove,
          mediatorId: detail.facts.mediatorId,
          assisting: detail.facts.assistingMediatorIds,
        }
      : emptyMove;
  return <OpenMove {...props} opened={opened} note={null} />;
}

/** Archiving begins with what the dossier says of itself, and says what it lacks; it never stands in the way. */
function ArchiveDrawer(props: MoveDrawerProps) {
  const input = { caseId: props.detail.id };
  const asked = useQuery(query.dossiers.get.queryOptions({ input }));
  if (asked.data === undefined && !asked.isError) return null;
  const { head, pages = null } = asked.data ?? {};
  const opened: MoveDraft = {
    ...emptyMove,
    volumeNumber: head?.archiveNumber ?? '',
    pages: pages === null || pages === 0 ? '' : String(pages),
    retention: head?.retention ?? null,
  };
  const note = (
    <>
      {asked.data !== undefined && <DossierWarning dossier={asked.data} />}
      <StillToPay detail={props.detail} />
    </>
  );
  return <OpenMove {...props} opened={opened} note={note} />;
}

function OpenMove(props: MoveDrawerProps & { readonly opened: MoveDraft; readonly note: ReactNode }) {
  const { detail, code, opened, note, onClose } = props;
  const { today } = useOverview();
  const [first] = useState(opened);
  const [draft, setDraft] = useState(first);
  const read = readMove(code, draft, today);
  const take = useCommand({
    run: () => {
      if (read.kind === 'lacks') throw new Error(read.words);
      return office.moves.take({ caseId: detail.id, version: detail.version, move: read.move });
    },
    onDone: onClose,
  });
  // What this dialog asks for itself is not missing before it.
  const missing = missingFor(code, detail).filter(
    ({ place }) => place.section !== 'move' || place.field !== code,
  );
  return (
    <EditDrawer
      title={moveLabel(code, detail.facts.channel)}
      size={width}
      changed={JSON.stringify(draft) !== JSON.stringify(first)}
      lacks={read.kind === 'lacks' ? read.words : null}
      saving={take.isPending}
      error={take.error}
      onSave={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <div className={styles.move}>
        <p className={styles.source}>
          记录：{moves[code].records}。{moves[code].source}
        </p>
        {missing.length > 0 && (
          <p className={styles.problem}>
            ▲ 办这一步之前最好先补：{missing.map(({ label }) => label).join('；')}。也可以先办，随后补记。
          </p>
        )}
        {note}
        <MoveFields
          code={code}
          detail={detail}
          draft={draft}
          onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
      </div>
    </EditDrawer>
  );
}
