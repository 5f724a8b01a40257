import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PartyDraft } from './party-draft.ts';

/** What the fields of one party are given. */
export type PartyFieldsProps = {
  readonly party: PartyDraft;
  readonly today: LocalDate;
  readonly onChange: (party: PartyDraft) => void;
};
