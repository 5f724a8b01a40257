import { z } from 'zod';
import { consentFormSchema } from '../domain/case-move.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, consentIdSchema, partyIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** Whether a party agrees to be mediated, and how that was said (法释〔2016〕14号 第11条). */
export const consentFactsSchema = z.object({
  partyId: partyIdSchema,
  agreed: z.boolean(),
  form: consentFormSchema,
  givenOn: localDateSchema,
  /** The court had it before it referred the case: with all of them in writing nobody has to be asked again. */
  beforeReferral: z.boolean(),
  remarks: text(500).nullable(),
});
export type ConsentFacts = z.infer<typeof consentFactsSchema>;

export const consentSchema = consentFactsSchema.extend({ id: consentIdSchema });
export type Consent = z.infer<typeof consentSchema>;

export const consents = {
  record: procedure
    .input(z.object({ caseId: caseIdSchema, consent: consentFactsSchema }))
    .output(z.object({ id: consentIdSchema })),
  /** The same of several parties at once: all are recorded or none. */
  recordAll: procedure
    .input(z.object({ caseId: caseIdSchema, consents: z.array(consentFactsSchema).min(1).max(200) }))
    .output(z.object({ ids: z.array(consentIdSchema) })),
  /** A consent that was entered wrongly; one that changed its mind is recorded anew instead. */
  cancel: procedure
    .input(z.object({ id: consentIdSchema, reason: text(500) }))
    .output(z.object({ id: consentIdSchema })),
};
