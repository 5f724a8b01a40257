import type { CaseId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type ServiceAddressFacts,
  serviceAddress,
  serviceAddressFactsSchema,
} from '#shared/documents/service-address.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf, paperOfParty } from './paper.ts';

const { documentNumber, courtCaseNumbers, cause } = caseLabels;

export const serviceAddressLabels: FactLabels<ServiceAddressFacts> = {
  documentNumber,
  courtCaseNumbers,
  cause,
  parties: '当事人及其送达地址、联系方式',
};

/** What the register does not know of the party is left to him: it is his form. */
export function serviceAddressPaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  return paperOfParty(db, caseId, partyId, (recipient) => {
    const draft = { ...caseHeadDraft(db, caseId), parties: [recipientDraft(recipient)] };
    return paperOf(checkDraft(serviceAddressFactsSchema, draft), serviceAddress);
  });
}

function recipientDraft(recipient: Party) {
  const { role, kind, name, idKind, idNumber, serviceAddress: served, address, phones, agents } = recipient;
  const named = (guardians: boolean) =>
    agents
      .filter((agent) => (agent.kind === 'guardian') === guardians)
      .map((agent) => ({ name: agent.name }));
  return {
    role,
    kind,
    name,
    agents: named(false),
    guardians: named(true),
    idKind: idKind ?? (kind === 'naturalPerson' ? byHand : ('creditCode' as const)),
    idNumber: idNumber ?? byHand,
    address: served ?? address ?? byHand,
    phones: phones.length === 0 ? byHand : phones,
  };
}
