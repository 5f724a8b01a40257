import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type ServiceAddressFacts,
  serviceAddress,
  serviceAddressFactsSchema,
} from '#shared/documents/service-address.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { found } from '../errors.ts';
import { atPlace, type Paper, paperOf } from './paper.ts';

/** What its facts are called where the register has moved on since. */
export const serviceAddressLabels: Readonly<Record<keyof ServiceAddressFacts, string>> = {
  documentNumber: '文书编号',
  courtCaseNumbers: '法院案号',
  cause: '案由',
  parties: '当事人及其送达地址、联系方式',
};

/** What the register does not know of the party is left to him: it is his form. */
export function serviceAddressPaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  const all = partiesOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === partyId);
  const recipient = found(all[place], 'party');
  const { role, kind, name, idKind, idNumber, serviceAddress: served, address, phones, agents } = recipient;
  const named = (guardians: boolean) =>
    agents
      .filter((agent) => (agent.kind === 'guardian') === guardians)
      .map((agent) => ({ name: agent.name }));
  const { documentNumber, courtCaseNumbers, cause } = caseHeadDraft(db, caseId);
  const draft = {
    documentNumber,
    courtCaseNumbers,
    cause,
    parties: [
      {
        role,
        kind,
        name,
        agents: named(false),
        guardians: named(true),
        idKind: idKind ?? (kind === 'naturalPerson' ? byHand : 'creditCode'),
        idNumber: idNumber ?? byHand,
        address: served ?? address ?? byHand,
        phones: phones.length === 0 ? byHand : phones,
      },
    ],
  };
  return atPlace(place, paperOf(checkDraft(serviceAddressFactsSchema, draft), serviceAddress));
}
