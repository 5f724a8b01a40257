import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { MediatorId } from '#shared/contract/ids.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { query } from '../../api.ts';
import { usePause } from '../fields/use-pause.ts';
import { type PartyDraft, readParty } from '../party-form/party-draft.ts';
import styles from './recusal.module.css';
import { RecusalList } from './recusal-list.tsx';

function partiesOf(drafts: readonly PartyDraft[]): PartyFacts[] {
  return drafts.flatMap((draft) => {
    const read = draft.name.trim() === '' ? null : readParty(draft);
    if (read === null) {
      return [];
    }
    const { id: _id, ...facts } = read;
    return [facts];
  });
}

/** The recusal check while a case is typed in: in sight only where it found something. 法释〔2016〕14号 第15条 */
export function RecusalWhileTyping(props: {
  readonly mediatorIds: readonly MediatorId[];
  readonly parties: readonly PartyDraft[];
}) {
  const parties = usePause(JSON.stringify(partiesOf(props.parties)), 400);
  const known = JSON.parse(parties) as PartyFacts[];
  const checks = useQueries({
    queries: props.mediatorIds.map((mediatorId) => ({
      ...query.mediators.recusalCheckOfDraft.queryOptions({ input: { mediatorId, parties: known } }),
      enabled: known.length > 0,
      placeholderData: keepPreviousData,
    })),
  });
  const all = checks.flatMap(({ data }) => data ?? []);
  const findings = [...new Map(all.map((finding) => [finding.sentence, finding])).values()];
  if (findings.length === 0 || known.length === 0) {
    return null;
  }
  return (
    <aside className={`${styles.findings} ${styles.beside}`} aria-label="回避核查">
      <strong>回避核查：{findings.length} 处要看</strong>
      <RecusalList findings={findings} />
    </aside>
  );
}
