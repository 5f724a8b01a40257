import type { CaseId } from '#shared/contract/ids.ts';
import type { Checked } from '#shared/documents/check.ts';
import type { MissingFact } from '#shared/documents/facts.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import type { ReadableDb } from '../../register/query.ts';

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

/** What the paper of one party lacks is entered where that party stands among all: its facts hold it alone. */
export function atPlace(place: number, paper: Paper): Paper {
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
