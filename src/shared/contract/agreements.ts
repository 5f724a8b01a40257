import { z } from 'zod';
import { agreementFormSchema } from '../domain/agreement-form.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { fenSchema } from '../domain/money.ts';
import { caseIdSchema, courtIdSchema, partyIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

export const instalmentSchema = z.object({ dueOn: localDateSchema, amountFen: fenSchema });
export type Instalment = z.infer<typeof instalmentSchema>;

/** One term of an agreement: money with its instalments (an empty list: paid at once on `dueOn`), or words. */
export const agreementTermSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    payers: z.array(partyIdSchema),
    payees: z.array(partyIdSchema),
    purpose: text(100).nullable(),
    amountFen: fenSchema,
    /** Of several payers: 按份 or 连带 (民法典 第517条、第518条); null where one pays or nobody has said. */
    liability: z.enum(['shares', 'joint']).nullable(),
    /** 签订时当场付清. */
    onSigning: z.boolean(),
    dueOn: localDateSchema.nullable(),
    instalments: z.array(instalmentSchema).max(120),
    method: text(100).nullable(),
    account: text(200).nullable(),
  }),
  z.object({ kind: z.literal('text'), text: text(5000) }),
]);
export type AgreementTerm = z.infer<typeof agreementTermSchema>;

/** What the agreement leads to: A and C to 司法确认 or performance, B to 调解书, 撤诉 or performance (domain.md §1.8). */
export const agreementEffectSchema = z.enum([
  'judicialConfirmation',
  'noConfirmation',
  'conciliationStatement',
  'withdrawal',
  'performedAtOnce',
]);
export type AgreementEffect = z.infer<typeof agreementEffectSchema>;

export const agreementFactsSchema = z.object({
  form: agreementFormSchema,
  /** 协议金额 in fen; null where nothing is to be paid or the ledger does not say. */
  agreedFen: fenSchema.nullable(),
  signedOn: localDateSchema.nullable(),
  mainFacts: text(20000).nullable(),
  disputedMatters: text(20000).nullable(),
  defaultClause: text(5000).nullable(),
  costClause: text(1000).nullable(),
  finalSettlement: z.boolean(),
  effect: agreementEffectSchema.nullable(),
  effectCourtId: courtIdSchema.nullable(),
  terms: z.array(agreementTermSchema).max(100),
});
export type AgreementFacts = z.infer<typeof agreementFactsSchema>;

export const agreementSchema = agreementFactsSchema.extend({ version: z.int() });
export type Agreement = z.infer<typeof agreementSchema>;

export const agreements = {
  /** Saves the whole agreement of a case. `version` is the one that was read, null for the first. */
  save: procedure
    .input(z.object({ caseId: caseIdSchema, version: z.int().nullable(), agreement: agreementFactsSchema }))
    .output(z.object({ version: z.int() })),
};
