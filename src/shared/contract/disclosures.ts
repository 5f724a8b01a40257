import { z } from 'zod';
import { consentFormSchema } from '../domain/case-move.ts';
import { recusalDecisionSchema } from '../domain/disclosure.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, disclosureIdSchema, mediatorIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** 披露与回避: what a mediator disclosed, what both sides said to it, and what was decided (法释〔2016〕14号 第15条). */
export const disclosureFactsSchema = z.object({
  mediatorId: mediatorIdSchema,
  matter: text(1000),
  disclosedOn: localDateSchema,
  applicantsConsentedOn: localDateSchema.nullable(),
  respondentsConsentedOn: localDateSchema.nullable(),
  consentForm: consentFormSchema.nullable(),
  decision: recusalDecisionSchema.nullable(),
  /** The mediation organisation or the court. */
  decidedBy: text(100).nullable(),
});
export type DisclosureFacts = z.infer<typeof disclosureFactsSchema>;

export const disclosureSchema = disclosureFactsSchema.extend({
  id: disclosureIdSchema,
  version: z.int(),
  mediatorName: z.string(),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

export const disclosures = {
  record: procedure
    .input(z.object({ caseId: caseIdSchema, disclosure: disclosureFactsSchema }))
    .output(z.object({ id: disclosureIdSchema })),
  amend: procedure
    .input(z.object({ id: disclosureIdSchema, version: z.int(), disclosure: disclosureFactsSchema }))
    .output(z.object({ version: z.int() })),
};
