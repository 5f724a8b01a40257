import type { CaseId } from '#shared/contract/ids.ts';
import type { MissingFact } from '#shared/documents/facts.ts';
import { checkMediationAgreement, mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentContent, DocumentKind } from '#shared/documents/model.ts';
import type { ReadableDb } from '../register/query.ts';
import { agreementDraft } from './agreement-draft.ts';

/** A document of a case as the register would have it now, or what the register lacks for it. */
export type Paper =
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingFact[] }
  | {
      readonly kind: 'complete';
      readonly facts: object;
      readonly content: () => DocumentContent;
    };

/** How each kind of document is made from a case. A new kind is a line here and one in `issued.ts`. */
export const papers: Readonly<Record<DocumentKind, (db: ReadableDb, caseId: CaseId) => Paper>> = {
  mediationAgreement: agreementPaper,
};

function agreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  const checked = checkMediationAgreement(agreementDraft(db, caseId));
  if (checked.kind === 'incomplete') return checked;
  const { facts } = checked;
  return {
    kind: 'complete',
    facts,
    content: () => mediationAgreement(facts),
  };
}
