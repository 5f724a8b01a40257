import type { CaseId } from '#shared/contract/ids.ts';
import type { PartyDraft } from '../party-form/party-draft.ts';
import { knownByForm } from './known-by.ts';
import styles from './related.module.css';
import { RelatedList } from './related-list.tsx';
import { useRelated } from './use-related.ts';

type RelatedWhileTypingProps = {
  /** The case that is being changed; null while it is being registered. */
  readonly except: CaseId | null;
  readonly parties: readonly PartyDraft[];
  readonly courtNumbers: readonly string[];
};

/** Registered cases that share a number, an ID, a phone or the names: shown while typing, never refused. */
export function RelatedWhileTyping({ except, parties, courtNumbers }: RelatedWhileTypingProps) {
  const found = useRelated({ except, parties: knownByForm(parties), courtNumbers });
  if (found.length === 0) {
    return null;
  }
  return (
    <aside className={styles.box} aria-label="可能相关的案件">
      <strong>可能相关的案件 {found.length} 件</strong>
      <RelatedList found={found} />
    </aside>
  );
}
