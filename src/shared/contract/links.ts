import { z } from 'zod';
import { linkKindSchema } from '../domain/case-link.ts';
import { caseRowSchema } from './cases/list.ts';
import { caseIdSchema, linkIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** Another case that belongs to this one; the pair is kept once and seen from both sides. */
export const linkSchema = z.object({
  id: linkIdSchema,
  kind: linkKindSchema,
  remarks: z.string().nullable(),
  other: caseRowSchema,
  otherRemoved: z.boolean(),
});
export type CaseLink = z.infer<typeof linkSchema>;

export const links = {
  link: procedure
    .input(
      z.object({
        caseId: caseIdSchema,
        otherCaseId: caseIdSchema,
        kind: linkKindSchema,
        remarks: text(500).nullable(),
      }),
    )
    .output(z.object({ id: linkIdSchema })),
  cancel: procedure
    .input(z.object({ id: linkIdSchema, reason: text(500) }))
    .output(z.object({ id: linkIdSchema })),
  /**
   * The same dispute was registered twice: this case goes into the recycle bin, the kept one bears its court numbers and
   * tells of it as an earlier referral, so that it counts once. Restoring the case takes all of that back.
   */
  mergeInto: procedure
    .input(z.object({ caseId: caseIdSchema, version: z.int(), intoCaseId: caseIdSchema, reason: text(500) }))
    .output(z.object({ version: z.int() })),
};
