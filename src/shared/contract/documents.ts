import { z } from 'zod';
import { documentContentSchema } from '../documents/model.ts';
import { agreementCheckSchema } from './checks.ts';
import { caseIdSchema, documentIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

export const missingSchema = z.object({ field: z.string(), label: z.string() });

export const documents = {
  /** The agreement as it would be printed now, or what is missing before it can be. */
  previewAgreement: procedure.input(z.object({ caseId: caseIdSchema })).output(
    z.object({
      missing: z.array(missingSchema),
      checks: z.array(agreementCheckSchema),
      content: documentContentSchema.nullable(),
    }),
  ),
  /** Freezes the agreement (content, template version, hash) and gives the Word file; the same facts give the same bytes. */
  issueAgreement: procedure
    .input(z.object({ caseId: caseIdSchema }))
    .output(z.object({ id: documentIdSchema, file: z.file(), sha256: z.string() })),
  /** The file of an issued document again, to the byte. */
  file: procedure
    .input(z.object({ id: documentIdSchema }))
    .output(z.object({ file: z.file(), sha256: z.string() })),
};
