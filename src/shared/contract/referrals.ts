import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, referralIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** 此前的分流: who had this dispute before, and what came of it; it counts once all the same (domain.md §1.7). */
export const referralFactsSchema = z.object({
  unit: text(100),
  referredOn: localDateSchema.nullable(),
  number: text(200).nullable(),
  result: text(500).nullable(),
});
export type ReferralFacts = z.infer<typeof referralFactsSchema>;

export const referralSchema = referralFactsSchema.extend({
  id: referralIdSchema,
  /** The case of this office that was merged into this one; null where the referral was written down by hand. */
  fromCaseId: caseIdSchema.nullable(),
});
export type Referral = z.infer<typeof referralSchema>;

export const referrals = {
  record: procedure
    .input(z.object({ caseId: caseIdSchema, referral: referralFactsSchema }))
    .output(z.object({ id: referralIdSchema })),
  /** One that was entered wrongly. That of a merged case goes when the case is restored. */
  cancel: procedure
    .input(z.object({ id: referralIdSchema, reason: text(500) }))
    .output(z.object({ id: referralIdSchema })),
};
