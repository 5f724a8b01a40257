import { z } from 'zod';
import { checkCodes } from '../domain/agreement-checks.ts';
import { caseIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** What a check found in the agreement of a case, and why the office went on all the same. */
export const agreementCheckSchema = z.object({
  code: z.enum(checkCodes),
  severity: z.enum(['forbidden', 'warning']),
  sentence: z.string(),
  article: z.string().nullable(),
  field: z.string(),
  overridable: z.boolean(),
  override: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
});
export type CheckedAgreement = z.infer<typeof agreementCheckSchema>;

const finding = { caseId: caseIdSchema, code: z.enum(checkCodes), sentence: text(2000) };

/** The checks that protect the agreement: what the law leaves room for is overridden with a reason, sentence by sentence. */
export const checks = {
  /** `sentence` is what the check says now; when it says something else, it has to be looked at again. */
  override: procedure
    .input(z.object({ ...finding, reason: text(500) }))
    .output(z.object({ caseId: caseIdSchema })),
  withdrawOverride: procedure.input(z.object(finding)).output(z.object({ caseId: caseIdSchema })),
};
