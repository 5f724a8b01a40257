import type { CaseId } from '#shared/contract/ids.ts';
import type { AgentFacts } from '#shared/contract/parties.ts';
import {
  type AuthorizationFacts,
  authorization,
  authorizationFactsSchema,
} from '#shared/documents/authorization.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf, paperOfParty } from './paper.ts';

export const authorizationLabels: FactLabels<AuthorizationFacts> = {
  ...caseLabels,
  sides: '当事人',
  parties: '委托人和代理权限',
  agentPapers: '受委托人的证件和电话',
};

/** Of one party, with all who act for him but his 法定代理人; what is not known of them is left to the hand. */
export function authorizationPaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  return paperOfParty(db, caseId, partyId, (principal, place, all) => {
    const head = caseHeadDraft(db, caseId);
    const draft = {
      ...head,
      sides: all.map(({ role, name }) => ({ role, name })),
      parties: head.parties.slice(place, place + 1),
      agentPapers: principal.agents.filter(({ kind }) => kind !== 'guardian').map(papersOf),
    };
    return paperOf(checkDraft(authorizationFactsSchema, draft), authorization);
  });
}

function papersOf({ kind, licenceNumber, idNumber, phone }: AgentFacts) {
  const licensed = kind === 'lawyer' || kind === 'legalWorker';
  return {
    licenceNumber: licensed ? (licenceNumber ?? byHand) : null,
    // A licence says who its holder is.
    idNumber: licensed ? idNumber : (idNumber ?? byHand),
    phone: phone ?? byHand,
  };
}
