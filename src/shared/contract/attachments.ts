import { z } from 'zod';
import { attachmentTypeSchema, largestAttachment } from '../domain/attachment.ts';
import { attachmentIdSchema, caseIdSchema, documentIdSchema, dossierPaperIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** What a scan shows: the signed paper of an issued document, a paper of the dossier, both or neither. */
const shows = {
  documentId: documentIdSchema.nullable(),
  paperId: dossierPaperIdSchema.nullable(),
};

export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  ...shows,
  /** With the ending of what it is: 签字页.pdf. */
  name: z.string(),
  /** By the content, not by the name. */
  type: attachmentTypeSchema,
  /** In bytes. */
  size: z.int(),
  sha256: z.string(),
  attachedAt: z.string(),
  attachedBy: z.string(),
  cancelled: z.object({ at: z.string(), reason: z.string() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachments = {
  /**
   * Takes the next part of a file, at most `attachmentPart` bytes, under a new UUID of the caller's; `offset` is how much
   * has come before. CONFLICT where that is not so, REFUSED with `fileNotTaken` where the file grows too large.
   */
  upload: procedure
    .input(
      z.object({
        upload: z.uuid(),
        offset: z.int().min(0).max(largestAttachment),
        part: z.file().max(8 * 1024 * 1024),
      }),
    )
    .output(z.object({ size: z.int() })),
  /**
   * Keeps an uploaded file with a case. The same file for the same paper is no second attachment. REFUSED with
   * `fileNotTaken` where its content is not one of `attachmentTypes`.
   */
  attach: procedure
    .input(z.object({ caseId: caseIdSchema, upload: z.uuid(), name: text(255), ...shows }))
    .output(z.object({ id: attachmentIdSchema, sha256: z.string() })),
  /** All of a case, the cancelled among them. */
  ofCase: procedure.input(z.object({ caseId: caseIdSchema })).output(z.array(attachmentSchema)),
  /** One that was attached wrongly; the file stays, and can be read. */
  cancel: procedure
    .input(z.object({ id: attachmentIdSchema, reason: text(500) }))
    .output(z.object({ id: attachmentIdSchema })),
  /** The file, to the byte. */
  file: procedure.input(z.object({ id: attachmentIdSchema })).output(z.file()),
};
