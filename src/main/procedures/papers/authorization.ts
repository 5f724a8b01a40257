import type { CaseId } from '#shared/contract/ids.ts';
import type { AgentFacts } from '#shared/contract/parties.ts';
import {
  type AuthorizationFacts,
  authorization,
  authorizationFactsSchema,
} from '#shared/documents/authorization.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { found } from '../errors.ts';
import { atPlace, type Paper, paperOf } from './paper.ts';

export const authorizationLabels: Readonly<Record<keyof AuthorizationFacts, string>> = {
  documentNumber: '文书编号',
  courtCaseNumbers: '法院案号',
  channel: '通道',
  cause: '案由',
  mediationOrganisation: '调解组织',
  sides: '当事人',
  parties: '委托人和代理权限',
  agentPapers: '受委托人的证件和电话',
};

/** Of one party, with all who act for him but his 法定代理人; what is not known of them is left to the hand. */
export function authorizationPaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  const all = partiesOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === partyId);
  const principal = found(all[place], 'party');
  const { documentNumber, courtCaseNumbers, channel, cause, mediationOrganisation, parties } = caseHeadDraft(
    db,
    caseId,
  );
  const paper = paperOf(
    checkDraft(authorizationFactsSchema, {
      documentNumber,
      courtCaseNumbers,
      channel,
      cause,
      mediationOrganisation,
      sides: all.map(({ role, name }) => ({ role, name })),
      parties: parties.slice(place, place + 1),
      agentPapers: principal.agents.filter(({ kind }) => kind !== 'guardian').map(papersOf),
    }),
    authorization,
  );
  return atPlace(place, paper);
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
