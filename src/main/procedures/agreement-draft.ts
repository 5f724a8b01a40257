import type { Agreement, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, PartyId } from '#shared/contract/ids.ts';
import type { AgentFacts, Party } from '#shared/contract/parties.ts';
import { byHand } from '#shared/documents/facts.ts';
import type { MediationAgreementDraft } from '#shared/documents/mediation-agreement.ts';
import { checkResidentId } from '#shared/domain/identity.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { agreementOfCase } from '../register/agreements.ts';
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

function scheduleDraft(term: Extract<AgreementTerm, { kind: 'payment' }>) {
  if (term.onSigning) return { kind: 'onSigning' as const };
  const [only, ...more] = term.instalments;
  if (only !== undefined && more.length > 0) {
    return {
      kind: 'instalments' as const,
      instalments: term.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amount: amountFen })),
    };
  }
  const dueOn = only?.dueOn ?? term.dueOn;
  return dueOn === null ? undefined : { kind: 'single' as const, dueOn };
}

function termDraft(term: AgreementTerm, places: ReadonlyMap<PartyId, number>) {
  if (term.kind === 'text') return term;
  // A list with somebody unknown in it is missing as a whole: without him it would say something else.
  const placesOf = (ids: readonly PartyId[]) => {
    const known = ids.map((id) => places.get(id)).filter((place) => place !== undefined);
    return known.length === ids.length ? known : undefined;
  };
  return {
    kind: 'payment' as const,
    payers: placesOf(term.payers),
    payees: placesOf(term.payees),
    purpose: term.purpose,
    amount: term.amountFen,
    liability: term.liability,
    schedule: scheduleDraft(term),
    method: term.method,
    account: term.account,
  };
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

function outcomeDraft(
  { effect }: Agreement,
  channel: CaseFacts['channel'],
  court: string | undefined,
): DraftOf<'outcome'> | undefined {
  if (effect === null) return undefined;
  if (effect === 'noConfirmation') return { kind: effect };
  // What is performed at once needs a court only where the case is before one.
  return effect === 'performedAtOnce' && channel !== 'B' ? { kind: effect } : { kind: effect, court };
}

/**
 * What the register knows for the agreement of a case. What it does not know stays open and is listed as missing; a
 * signing day that is not set yet is left to be filled in by hand when the parties sign.
 */
export function agreementDraft(db: ReadableDb, caseId: CaseId): MediationAgreementDraft {
  const { facts, internalNumber } = caseOf(db, caseId);
  const parties = partiesOfCase(db, caseId);
  const agreement = agreementOfCase(db, caseId);
  const allCourts = courts(db);
  const courtName = (id: number | null) => allCourts.find((court) => court.id === id)?.name;
  const organisationId = facts.organisationId ?? officeProfile(db)?.organisationId ?? null;
  const organisation = organisations(db).find((one) => one.id === organisationId);
  const places = new Map(parties.map((party, place) => [party.id, place]));
  const mediatorDraft = (id: CaseFacts['mediatorId'], part: 'principal' | 'assisting') =>
    id === null ? [] : [{ name: mediatorSector(db, id)?.name, part }];
  return {
    documentNumber: formatInternalNumber(internalNumber),
    courtCaseNumbers: facts.courtNumbers,
    channel: facts.channel,
    parties: parties.map(partyDraft),
    cause: facts.cause?.name,
    origin: originDraft(facts, courtName(facts.courtId), parties),
    mediationOrganisation:
      organisation === undefined ? undefined : { name: organisation.name, kind: organisation.kind },
    mediators: [
      ...mediatorDraft(facts.mediatorId, 'principal'),
      ...facts.assistingMediatorIds.flatMap((id) => mediatorDraft(id, 'assisting')),
    ],
    sessions: sessionsOfCase(db, caseId).map(({ heldOn, form, place }) => ({ heldOn, form, place })),
    mainFacts: agreement?.mainFacts ?? facts.facts,
    disputedMatters: agreement?.disputedMatters ?? facts.claims,
    ...(agreement === null ? {} : agreementTerms(agreement, places, courtName, facts)),
  };
}

function agreementTerms(
  agreement: Agreement,
  places: ReadonlyMap<PartyId, number>,
  courtName: (id: number | null) => string | undefined,
  facts: CaseFacts,
): MediationAgreementDraft {
  const { defaultClause, costClause } = agreement;
  return {
    terms: agreement.terms.map((term) => termDraft(term, places)),
    defaultClause: defaultClause === null ? { kind: 'none' } : { kind: 'text', text: defaultClause },
    costs: costClause === null ? { kind: 'none' } : { kind: 'text', text: costClause },
    finalSettlement: agreement.finalSettlement,
    outcome: outcomeDraft(agreement, facts.channel, courtName(agreement.effectCourtId ?? facts.courtId)),
    signedOn: agreement.signedOn ?? byHand,
    agreedAmount: agreement.agreedFen,
  };
}
