import {
  type AgreementCheck,
  type AgreementToCheck,
  type CheckedClause,
  type CheckedParty,
  type CheckedTerm,
  checkAgreement,
} from '../../domain/agreement-checks.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { withPersonalFacts } from '../check.ts';
import type { Draft } from '../facts.ts';
import { isByHand } from '../facts.ts';
import { callingsOf } from '../party-words.ts';
import type { DefaultClause, MediationAgreementDraft } from './facts.ts';

/** What the checks ask beside the draft: what the office's data say of the cause, the case and the rates. */
export type CheckContext = Pick<
  AgreementToCheck,
  'restriction' | 'marks' | 'attendance' | 'loanPrimeRates' | 'confirmationInChannelB'
>;

/** Checks an agreement that may still be incomplete, as it would be printed. */
export function checksForMediationAgreement(
  draft: MediationAgreementDraft,
  context: CheckContext,
): readonly AgreementCheck[] {
  return checkAgreement(agreementToCheck(withPersonalFacts(draft), context));
}

function agreementToCheck(draft: MediationAgreementDraft, context: CheckContext): AgreementToCheck {
  const { signedOn } = draft;
  return {
    ...context,
    channel: draft.channel ?? null,
    cause: draft.cause ?? null,
    organisationName: draft.mediationOrganisation?.name ?? null,
    parties: checkedParties(draft),
    heldOn: (draft.sessions ?? []).flatMap(({ heldOn }) => heldOn ?? []),
    mainFacts: draft.mainFacts ?? null,
    terms: (draft.terms ?? []).map(checkedTerm),
    clauses: [...defaultWords(draft.defaultClause), ...costWords(draft.costs)],
    effect: draft.outcome?.kind ?? null,
    signedOn: dayOf(signedOn),
    signedByHand: isByHand(signedOn),
    agreedFen: draft.agreedAmount ?? null,
  };
}

function dayOf(day: unknown): LocalDate | null {
  return typeof day === 'string' ? (day as LocalDate) : null;
}

function checkedParties(draft: MediationAgreementDraft): readonly CheckedParty[] {
  const parties = draft.parties ?? [];
  // A party whose place is not chosen yet is called by its name alone.
  const callings = callingsOf(parties.map(({ role }) => ({ role: role ?? 'thirdParty' })));
  return parties.map((party, place): CheckedParty => {
    const name = party.name ?? '';
    const natural = party.kind === 'naturalPerson';
    return {
      calling: `${party.role == null ? '' : callings[place]}${name}`,
      role: party.role ?? null,
      name,
      natural,
      birthOn: natural ? dayOf(party.birthOn) : null,
      guardians: natural ? (party.guardians ?? []).length : 0,
      agents: (party.agents ?? []).map((agent) => ({
        name: agent.name ?? '',
        authority: agent.authority ?? null,
      })),
    };
  });
}

function checkedTerm(term: NonNullable<MediationAgreementDraft['terms']>[number]): CheckedTerm {
  if (term.kind !== 'payment') return { kind: 'text', text: term.kind === 'text' ? (term.text ?? '') : '' };
  const { schedule } = term;
  return {
    kind: 'payment',
    payers: (term.payers ?? []).length,
    amount: term.amount ?? null,
    liability: term.liability ?? null,
    purpose: term.purpose ?? null,
    method: typeof term.method === 'string' ? term.method : null,
    hasWayToPay: term.method != null || term.account != null,
    schedule: schedule?.kind ?? null,
    dueOn:
      schedule?.kind === 'single'
        ? [schedule.dueOn ?? []].flat()
        : schedule?.kind === 'instalments'
          ? (schedule.instalments ?? []).flatMap(({ dueOn }) => dueOn ?? [])
          : [],
  };
}

function defaultWords(clause: Draft<DefaultClause> | null | undefined): readonly CheckedClause[] {
  const place = '违约责任';
  if (clause?.kind === 'text' && clause.text != null) {
    return [{ field: 'defaultClause.text', place, words: clause.text }];
  }
  const penalty = clause?.kind === 'structured' ? clause.penalty : null;
  switch (penalty?.kind) {
    case 'annualRate':
      return [{ field: 'defaultClause.penalty.percent', place, words: `年利率${penalty.percent ?? ''}%` }];
    case 'loanPrimeRate':
      return [{ field: 'defaultClause.penalty.multiple', place, words: `LPR的${penalty.multiple ?? ''}倍` }];
    default:
      return [];
  }
}

function costWords(costs: MediationAgreementDraft['costs']): readonly CheckedClause[] {
  return costs?.kind === 'text' && costs.text != null
    ? [{ field: 'costs.text', place: '费用负担', words: costs.text }]
    : [];
}
