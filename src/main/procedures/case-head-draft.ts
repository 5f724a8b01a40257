import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { AgentFacts, Party } from '#shared/contract/parties.ts';
import type { MediationAgreementDraft } from '#shared/documents/mediation-agreement.ts';
import { checkResidentId } from '#shared/domain/identity.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { mediatorSector } from '../register/mediators.ts';
import { courts, officeProfile, organisations } from '../register/office.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { caseOf } from './case-of.ts';

type DraftOf<Key extends keyof MediationAgreementDraft> = NonNullable<MediationAgreementDraft[Key]>;
type Each<List> = List extends readonly (infer Item)[] ? Item : never;
type PartyDraft = Each<DraftOf<'parties'>>;

function agentDraft(agent: AgentFacts) {
  const { name, kind: identity, employer, relation, authority } = agent;
  return { identity, name, employer, relation, authority };
}

function guardianDraft(agent: AgentFacts) {
  const valid = agent.idNumber !== null && checkResidentId(agent.idNumber).kind === 'valid';
  return {
    name: agent.name,
    relation: agent.relation,
    idKind: agent.idNumber === null ? undefined : valid ? ('residentId' as const) : ('other' as const),
    idNumber: agent.idNumber,
    address: null,
    phones: agent.phone === null ? undefined : [agent.phone],
  };
}

function partyDraft(party: Party): PartyDraft {
  const { role, kind, name, sex, ethnicity, birthOn, idKind, idNumber, address } = party;
  const { representativeName, representativePosition, representativeIdNumber } = party;
  const common = {
    role,
    name,
    idNumber,
    address,
    phones: party.phones.length === 0 ? undefined : party.phones,
    agents: party.agents.filter((agent) => agent.kind !== 'guardian').map(agentDraft),
  };
  if (kind === 'naturalPerson') {
    const guardians = party.agents.filter((agent) => agent.kind === 'guardian').map(guardianDraft);
    return { ...common, kind, sex, ethnicity, birthOn, idKind, guardians } as PartyDraft;
  }
  if (kind === 'soleTrader') {
    return {
      ...common,
      kind,
      representativeName,
      representativeIdNumber,
      sex,
      ethnicity,
      birthOn,
    } as PartyDraft;
  }
  return { ...common, kind, representativeName, representativePosition } as PartyDraft;
}

function originDraft(
  facts: CaseFacts,
  court: string | undefined,
  parties: readonly Party[],
): DraftOf<'origin'> {
  if (facts.channel !== 'C') {
    return { kind: 'courtReferral', court, referredOn: facts.letterOn, letterNumber: facts.letterNumber };
  }
  if (facts.source === 'partyApplication') {
    const applicants = parties.flatMap((party, place) => (party.role === 'applicant' ? [place] : []));
    return { kind: 'application', appliedOn: facts.letterOn, applicants };
  }
  return {
    kind: 'transfer',
    transferredBy: facts.transferredBy,
    transferredOn: facts.letterOn,
    letterNumber: facts.letterNumber,
  };
}

/**
 * What every document of a case begins with, as the register knows it: numbers, parties, cause, where the case came
 * from, who mediated it and where. What the register does not know stays open.
 */
export function caseHeadDraft(db: ReadableDb, caseId: CaseId) {
  const { facts, internalNumber } = caseOf(db, caseId);
  const parties = partiesOfCase(db, caseId);
  const court = courts(db).find((one) => one.id === facts.courtId)?.name;
  const organisationId = facts.organisationId ?? officeProfile(db)?.organisationId ?? null;
  const organisation = organisations(db).find((one) => one.id === organisationId);
  const mediatorDraft = (id: CaseFacts['mediatorId'], part: 'principal' | 'assisting') =>
    id === null ? [] : [{ name: mediatorSector(db, id)?.name, part }];
  return {
    documentNumber: formatInternalNumber(internalNumber),
    courtCaseNumbers: facts.courtNumbers,
    channel: facts.channel,
    parties: parties.map(partyDraft),
    cause: facts.cause?.name,
    court,
    origin: originDraft(facts, court, parties),
    mediationOrganisation:
      organisation === undefined ? undefined : { name: organisation.name, kind: organisation.kind },
    mediators: [
      ...mediatorDraft(facts.mediatorId, 'principal'),
      ...facts.assistingMediatorIds.flatMap((id) => mediatorDraft(id, 'assisting')),
    ],
    sessions: sessionsOfCase(db, caseId).map(({ heldOn, form, place }) => ({ heldOn, form, place })),
  };
}
