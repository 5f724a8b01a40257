import type { z } from 'zod';
import { fenSchema, formatYuan } from '../../domain/money.ts';
import { foreignIdKinds } from '../parties.ts';
import { type MediationAgreementDraft, separateFactsSchema } from './facts.ts';

/** Without a message the field is simply missing. */
export type Inconsistency = { readonly path: readonly (string | number)[]; readonly message?: string };

type Checked = Pick<
  MediationAgreementDraft,
  'channel' | 'parties' | 'origin' | 'mediators' | 'terms' | 'costs' | 'outcome'
>;

/** The facts of a mediation agreement, none of which contradicts another. */
export const mediationAgreementFactsSchema = separateFactsSchema.superRefine(refuseContradictions);

/** Refuses facts of an agreement that contradict each other; for the schemas of papers that quote it too. */
export function refuseContradictions(facts: Checked, context: z.RefinementCtx): void {
  for (const { path, message } of inconsistencies(facts)) {
    // The schema says “Invalid input” where a message is empty, so what is merely missing is marked.
    context.addIssue({
      code: 'custom',
      path: [...path],
      message: message ?? '',
      params: { missing: message === undefined },
    });
  }
}

/** Facts that contradict each other, so that no paper can be made of them; what is still unknown is passed over. */
export function inconsistencies(draft: Checked): readonly Inconsistency[] {
  return [
    ...missingSides(draft),
    ...missingPapers(draft),
    ...wrongOrigin(draft),
    ...wrongMediators(draft),
    ...unknownParties(draft),
    ...unsaidLiability(draft),
    ...wrongTotals(draft),
  ];
}

function* missingSides({ parties }: Checked): Iterable<Inconsistency> {
  for (const [role, word] of [
    ['applicant', '申请人'],
    ['respondent', '被申请人'],
  ] as const) {
    if (!(parties ?? []).some((party) => party.role === role)) {
      yield { path: ['parties'], message: `至少一名${word}` };
    }
  }
}

/** What only some parties can lack. */
function* missingPapers({ parties }: Checked): Iterable<Inconsistency> {
  for (const [place, party] of (parties ?? []).entries()) {
    if (party.kind === 'naturalPerson' && party.ethnicity === null && !foreignIdKinds.has(party.idKind)) {
      yield { path: ['parties', place, 'ethnicity'] };
    }
    if (party.kind === 'legalPerson' && party.idNumber === null) {
      yield { path: ['parties', place, 'idNumber'] };
    }
  }
}

/** Which outcomes a channel has is for the checks to say (`checkAgreement`): some of them the office may override. */
function* wrongOrigin({ channel, origin, outcome }: Checked): Iterable<Inconsistency> {
  if (channel === 'B' && outcome?.kind === 'performedAtOnce' && outcome.court == null) {
    yield { path: ['outcome', 'court'] };
  }
  if ((channel === 'A' || channel === 'B') && origin?.kind != null && origin.kind !== 'courtReferral') {
    yield { path: ['origin'], message: '委派、委托调解须写明委派、委托的法院' };
  }
}

function* wrongMediators({ mediators }: Checked): Iterable<Inconsistency> {
  if (
    mediators != null &&
    mediators.length > 0 &&
    !mediators.some((mediator) => mediator.part === 'principal')
  ) {
    yield { path: ['mediators'], message: '须有一名主持调解的调解员' };
  }
}

function* unknownParties({ parties, origin, terms, costs }: Checked): Iterable<Inconsistency> {
  const references: [readonly number[], (string | number)[]][] = [];
  if (origin?.kind === 'application') {
    references.push([origin.applicants ?? [], ['origin', 'applicants']]);
  }
  for (const [index, term] of (terms ?? []).entries()) {
    if (term.kind === 'payment') {
      references.push([term.payers ?? [], ['terms', index, 'payers']]);
      references.push([term.payees ?? [], ['terms', index, 'payees']]);
    }
  }
  if (costs?.kind === 'courtFee') {
    references.push([costs.bearers ?? [], ['costs', 'bearers']]);
  }
  for (const [places, path] of references) {
    if (places.some((place) => place >= (parties ?? []).length)) {
      yield { path, message: '不在当事人之列' };
    }
  }
}

/** Whether several payers owe by shares or jointly is theirs to agree: 民法典 第517条、第518条. */
function* unsaidLiability({ terms }: Checked): Iterable<Inconsistency> {
  for (const [index, term] of (terms ?? []).entries()) {
    if (term.kind === 'payment' && (term.payers ?? []).length > 1 && term.liability == null) {
      yield { path: ['terms', index, 'liability'] };
    }
  }
}

function* wrongTotals({ terms }: Checked): Iterable<Inconsistency> {
  for (const [index, term] of (terms ?? []).entries()) {
    if (term.kind !== 'payment' || term.schedule?.kind !== 'instalments' || term.amount == null) {
      continue;
    }
    const amounts = (term.schedule.instalments ?? []).map((instalment) => instalment.amount ?? undefined);
    if (amounts.length === 0 || amounts.includes(undefined)) {
      continue;
    }
    const total = fenSchema.safeParse(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
    if (!total.success || total.data !== term.amount) {
      const sum = total.success ? `￥${formatYuan(total.data)}` : '超过上限，';
      yield {
        path: ['terms', index, 'schedule', 'instalments'],
        message: `各期合计${sum}与约定金额￥${formatYuan(term.amount)}不一致`,
      };
    }
  }
}
