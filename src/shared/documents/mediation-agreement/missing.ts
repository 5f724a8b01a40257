import { checkResidentId } from '../../domain/identity.ts';
import type { Draft, MissingFact } from '../facts.ts';
import type { NaturalPersonFacts } from '../parties.ts';
import { inconsistencies, mediationAgreementFactsSchema } from './consistency.ts';
import type { MediationAgreementDraft, MediationAgreementFacts } from './facts.ts';
import { fieldLabel } from './field-label.ts';

export type CheckedMediationAgreement =
  | { readonly kind: 'complete'; readonly facts: MediationAgreementFacts }
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingFact[] };

/** Makes facts of a draft, or says everything that it lacks; never some of it. */
export function checkMediationAgreement(draft: MediationAgreementDraft): CheckedMediationAgreement {
  const known = withoutEmptyText(withPersonalFacts(draft)) as MediationAgreementDraft;
  const parsed = mediationAgreementFactsSchema.safeParse(known);
  if (parsed.success) {
    return { kind: 'complete', facts: parsed.data };
  }
  const missing = new Map<string, MissingFact>();
  const issues = [
    ...parsed.error.issues.map((issue) => ({
      path: issue.path,
      message: issue.code === 'custom' && issue.params?.missing !== true ? issue.message : '',
    })),
    // The schema looks for contradictions only in complete facts; the reader is to see everything at once.
    ...inconsistencies(known),
  ];
  for (const { path, message } of issues) {
    const fieldPath = path.at(-1) === 'kind' && path.length > 1 ? path.slice(0, -1) : path;
    const field = fieldPath.join('.');
    const words = fieldLabel(known, fieldPath);
    if (!missing.has(field)) {
      missing.set(field, { field, label: message ? `${words}：${message}` : words });
    }
  }
  return { kind: 'incomplete', missing: [...missing.values()] };
}

/** What a draft lacks to become an agreement: the field's path and its name in Chinese, saying whose it is. */
export function missingForMediationAgreement(draft: MediationAgreementDraft): readonly MissingFact[] {
  const checked = checkMediationAgreement(draft);
  return checked.kind === 'complete' ? [] : checked.missing;
}

/** Sex and birth date stand in a valid 公民身份号码 (GB 11643-1999); they are facts, not guesses. */
export function withPersonalFacts(draft: MediationAgreementDraft): MediationAgreementDraft {
  if (draft.parties == null) {
    return draft;
  }
  const parties = draft.parties.map((party) => {
    if (party.kind === 'naturalPerson' && party.idKind === 'residentId') {
      return { ...party, ...personalFacts(party, party.idNumber) };
    }
    if (party.kind === 'soleTrader') {
      return { ...party, ...personalFacts(party, party.representativeIdNumber) };
    }
    return party;
  });
  return { ...draft, parties };
}

function personalFacts(
  person: Pick<Draft<NaturalPersonFacts>, 'sex' | 'birthOn'>,
  number: unknown,
): Pick<Draft<NaturalPersonFacts>, 'sex' | 'birthOn'> {
  const check = typeof number === 'string' ? checkResidentId(number) : undefined;
  return check?.kind === 'valid'
    ? { sex: person.sex ?? check.sex, birthOn: person.birthOn ?? check.birthDate }
    : {};
}

function withoutEmptyText(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  if (Array.isArray(value)) {
    return value.map(withoutEmptyText);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEmptyText(inner)]));
  }
  return value;
}
