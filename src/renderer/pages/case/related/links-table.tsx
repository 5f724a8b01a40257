import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail, CaseRow } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { CaseLink } from '#shared/contract/links.ts';
import { linkKindLabels } from '#shared/domain/glossary.ts';
import { office } from '../../../api.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { CasePeek } from '../../../components/related/case-peek.tsx';
import { CaseLine } from '../../../components/related/related-list.tsx';
import { useCommand } from '../use-case.ts';
import styles from './related-section.module.css';

/** The cases that belong to this one; each opens at the side or as a page. */
export function LinksTable(props: {
  readonly detail: CaseDetail;
  readonly live: boolean;
  readonly onMerge: (other: CaseRow) => void;
}) {
  const { detail, live, onMerge } = props;
  const [peeked, setPeeked] = useState<CaseId | null>(null);
  const [cancelling, setCancelling] = useState<CaseLink | null>(null);
  const cancel = useCommand({
    run: (wrong: { readonly id: CaseLink['id']; readonly reason: string }) => office.links.cancel(wrong),
    onDone: () => setCancelling(null),
  });
  return (
    <div>
      <h3>已关联</h3>
      <ul className={styles.list}>
        {detail.links.map((link) => (
          <li key={link.id}>
            <span className={styles.kind}>{linkKindLabels[link.kind]}</span>
            <CaseLine row={link.other} onPeek={() => setPeeked(link.other.id)} />
            {link.remarks !== null && <span>{link.remarks}</span>}
            {link.otherRemoved && <span className={styles.attention}>在回收站</span>}
            <Link to={`/cases/${link.other.id}`}>打开</Link>
            {live && !link.otherRemoved && link.kind !== 'series' && (
              <Button type="link" size="small" onClick={() => onMerge(link.other)}>
                并成一件…
              </Button>
            )}
            {live && !mergedFrom(detail, link) && (
              <Button type="link" size="small" onClick={() => setCancelling(link)}>
                取消关联…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {peeked !== null && <CasePeek id={peeked} onClose={() => setPeeked(null)} />}
      {cancelling !== null && (
        <ReasonDialog
          title={`取消与${cancelling.other.internalNumber}的关联`}
          okText="取消关联"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling.id, reason })}
          onClose={() => {
            cancel.reset();
            setCancelling(null);
          }}
        />
      )}
    </div>
  );
}

/** A link that a merge made goes with it, when the merged case is restored. */
function mergedFrom({ referrals }: CaseDetail, { other }: CaseLink): boolean {
  return referrals.some(({ fromCaseId }) => fromCaseId === other.id);
}
