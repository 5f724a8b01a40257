import { z } from 'zod';
import { formatLocalDate, type LocalDate, localDateSchema } from '../local-date.ts';

/** An extension: how many calendar days, and the day on which the last of each side consented; left out while not all have. */
export const extensionSchema = z
  .object({
    days: z.int().min(1).max(3650),
    applicantsConsentedOn: localDateSchema.optional(),
    respondentsConsentedOn: localDateSchema.optional(),
  })
  .readonly();

export type Extension = z.infer<typeof extensionSchema>;

/** Why an extension does not count; it stays on record and the period is computed without it. */
export type ExtensionProblem =
  | { readonly code: 'consentMissing'; readonly of: readonly ('applicants' | 'respondents')[] }
  | { readonly code: 'afterDue'; readonly agreedOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly code: 'overLimit'; readonly limitDays: number; readonly usedDays: number };

/** The day on which the last side consented; undefined while one has not. */
export function agreedOn(extension: Extension): LocalDate | undefined {
  const { applicantsConsentedOn: one, respondentsConsentedOn: other } = extension;
  return one === undefined || other === undefined ? undefined : one < other ? other : one;
}

/** Which sides have not consented. */
export function missingConsents(extension: Extension): readonly ('applicants' | 'respondents')[] {
  return [
    ...(extension.applicantsConsentedOn === undefined ? (['applicants'] as const) : []),
    ...(extension.respondentsConsentedOn === undefined ? (['respondents'] as const) : []),
  ];
}

const sides = { applicants: '申请人', respondents: '被申请人' } as const;

/** Why an extension does not count, as the case page says it. */
export function extensionProblemSentence(problem: ExtensionProblem): string {
  switch (problem.code) {
    case 'consentMissing':
      return `没有${problem.of.map((side) => `${sides[side]}一方`).join('和')}同意延长的记录，延长须双方同意，未计入。`;
    case 'afterDue':
      return `双方在 ${formatLocalDate(problem.agreedOn)}才都同意，期限已在 ${formatLocalDate(problem.dueOn)}届满，未计入。`;
    case 'overLimit':
      return `延长合计不得超过 ${problem.limitDays} 日，此前已延长 ${problem.usedDays} 日，本次未计入。`;
  }
}
