import type { Agreement, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, PartyId } from '#shared/contract/ids.ts';
import { byHand } from '#shared/documents/facts.ts';
import type { MediationAgreementDraft } from '#shared/documents/mediation-agreement.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { courts } from '../register/office.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseHeadDraft } from './case-head-draft.ts';
import { caseOf } from './case-of.ts';

type DraftOf<Key extends keyof MediationAgreementDraft> = NonNullable<MediationAgreementDraft[Key]>;

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
  const { facts } = caseOf(db, caseId);
  const { court: _court, ...head } = caseHeadDraft(db, caseId);
  const agreement = agreementOfCase(db, caseId);
  const allCourts = courts(db);
  const courtName = (id: number | null) => allCourts.find((court) => court.id === id)?.name;
  const places = new Map(partiesOfCase(db, caseId).map((party, place) => [party.id, place]));
  return {
    ...head,
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
