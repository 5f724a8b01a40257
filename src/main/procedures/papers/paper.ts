import type { CaseId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import type { Checked } from '#shared/documents/check.ts';
import type { MissingFact } from '#shared/documents/facts.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { found } from '../errors.ts';

/** A document of a case as the register would have it now, or what the register lacks for it. */
export type Paper =
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingFact[] }
  | {
      readonly kind: 'complete';
      readonly facts: object;
      readonly content: () => DocumentContent;
    };

/** Makes a document of a case; `subjectId` is the session, party, move or visit that it is about, null for the case. */
export type PaperMaker = (db: ReadableDb, caseId: CaseId, subjectId: number | null) => Paper;

/** What the facts of a paper are called where the register has moved on since it was issued. */
export type FactLabels<Facts> = Readonly<Record<keyof Facts, string>>;

/**
 * The paper of one party, from the party and its place among all. What it lacks is entered where the party stands there:
 * its facts hold it alone. Throws NOT_FOUND where the case has no such party.
 */
export function paperOfParty(
  db: ReadableDb,
  caseId: CaseId,
  partyId: number | null,
  make: (party: Party, place: number, all: readonly Party[]) => Paper,
): Paper {
  const all = partiesOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === partyId);
  const paper = make(found(all[place], 'party'), place, all);
  if (paper.kind === 'complete') return paper;
  const missing = paper.missing.map(({ field, label }) => ({
    field: field.replace(/^parties\.0\b/, `parties.${place}`),
    label,
  }));
  return { kind: 'incomplete', missing };
}

/** A paper of checked facts and the function that words them. */
export function paperOf<Facts extends object>(
  checked: Checked<Facts>,
  content: (facts: Facts) => DocumentContent,
): Paper {
  if (checked.kind === 'incomplete') return checked;
  const { facts } = checked;
  return { kind: 'complete', facts, content: () => content(facts) };
}
