import { type Checked, checkDraft } from '../check.ts';
import type { MissingFact } from '../facts.ts';
import { inconsistencies, mediationAgreementFactsSchema } from './consistency.ts';
import type { MediationAgreementDraft, MediationAgreementFacts } from './facts.ts';

export type CheckedMediationAgreement = Checked<MediationAgreementFacts>;

/** Makes facts of a draft, or says everything that it lacks; never some of it. */
export function checkMediationAgreement(draft: MediationAgreementDraft): CheckedMediationAgreement {
  return checkDraft(mediationAgreementFactsSchema, draft, inconsistencies);
}

/** What a draft lacks to become an agreement: the field's path and its name in Chinese, saying whose it is. */
export function missingForMediationAgreement(draft: MediationAgreementDraft): readonly MissingFact[] {
  const checked = checkMediationAgreement(draft);
  return checked.kind === 'complete' ? [] : checked.missing;
}
