import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import {
  type PeoplesAgreementDraft,
  peoplesAgreement,
  peoplesAgreementFactsSchema,
} from '#shared/documents/peoples-agreement.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { type Paper, paperOf } from './paper.ts';

/** The agreement of the case with what the committees' form asks of a person; an occupation nobody noted is left to the hand. */
export function peoplesAgreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { parties = [], ...agreement } = agreementDraft(db, caseId);
  const known = partiesOfCase(db, caseId);
  const draft = {
    ...agreement,
    parties: parties?.map((party, place) => ({
      ...party,
      occupation: known[place]?.occupation ?? byHand,
      employer: known[place]?.employer ?? null,
    })),
  } as PeoplesAgreementDraft;
  return paperOf(checkDraft(peoplesAgreementFactsSchema, draft, inconsistencies), peoplesAgreement);
}
