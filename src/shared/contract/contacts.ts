import { z } from 'zod';
import { contactMeansSchema, contactResultSchema } from '../domain/contact.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, contactIdSchema, partyIdSchema } from './ids.ts';
import { clockTimeSchema, procedure, text } from './procedure.ts';

/** 联系记录: one attempt to reach a party, or somebody who is none (法释〔2021〕23号 第15条). */
export const contactFactsSchema = z.object({
  partyId: partyIdSchema.nullable(),
  /** Who it was: needed where it was no party, else whoever answered for the party. */
  person: text(50).nullable(),
  contactedOn: localDateSchema,
  contactedAt: clockTimeSchema.nullable(),
  means: contactMeansSchema,
  /** The number, address or account that was tried. */
  reachedAt: text(200).nullable(),
  result: contactResultSchema,
  remarks: text(500).nullable(),
});
export type ContactFacts = z.infer<typeof contactFactsSchema>;

export const contactSchema = contactFactsSchema.extend({ id: contactIdSchema });
export type Contact = z.infer<typeof contactSchema>;

export const contacts = {
  record: procedure
    .input(z.object({ caseId: caseIdSchema, contact: contactFactsSchema }))
    .output(z.object({ id: contactIdSchema })),
  cancel: procedure
    .input(z.object({ id: contactIdSchema, reason: text(500) }))
    .output(z.object({ id: contactIdSchema })),
};
