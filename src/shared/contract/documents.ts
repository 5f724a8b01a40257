import { z } from 'zod';
import { type PaperSet, paperSets } from '../documents/catalogue.ts';
import { documentContentSchema, documentKinds } from '../documents/model.ts';
import { agreementCheckSchema } from './checks.ts';
import { caseIdSchema, documentIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

export const missingSchema = z.object({ field: z.string(), label: z.string() });

/** Which document of a case: its kind and, where it is about one session, party or visit, that one's id. */
export const paperRefSchema = z.object({
  kind: z.enum(documentKinds),
  subjectId: z.int().positive().nullable(),
});
export type PaperRef = z.infer<typeof paperRefSchema>;

/** The agreement of a case: the paper that everything in an office turns about. */
export const agreementPaper = { kind: 'mediationAgreement', subjectId: null } as const satisfies PaperRef;

const paperSetSchema = z.enum(Object.keys(paperSets) as [PaperSet, ...PaperSet[]]);

export const listedPaperSchema = paperRefSchema.extend({
  title: z.string(),
  /** Which session, party or visit, in words; null: the case. */
  about: z.string().nullable(),
  set: paperSetSchema,
  copies: z.int(),
  copiesFor: z.string(),
  signedBy: z.string(),
  source: z.string(),
  /** Why it is too early for it, in one sentence; null: it can be made as soon as nothing is missing. */
  notYet: z.string().nullable(),
  /** How many facts it lacks. */
  missing: z.int(),
  /** The newest one that was issued. */
  issued: documentIdSchema.nullable(),
});
export type ListedPaper = z.infer<typeof listedPaperSchema>;

const previewed = z.object({
  missing: z.array(missingSchema),
  checks: z.array(agreementCheckSchema),
  content: documentContentSchema.nullable(),
});
const handedOut = z.object({ id: documentIdSchema, file: z.file(), sha256: z.string() });

export const documents = {
  /** The documents that can be made of a case in its channel, in the order in which it needs them. */
  catalogue: procedure.input(z.object({ caseId: caseIdSchema })).output(z.array(listedPaperSchema)),
  /** A document as it would be printed now, or what is missing before it can be. */
  preview: procedure.input(z.object({ caseId: caseIdSchema, paper: paperRefSchema })).output(previewed),
  /** Freezes a document (content, template version, hash) and gives the Word file; the same facts give the same bytes. */
  issue: procedure.input(z.object({ caseId: caseIdSchema, paper: paperRefSchema })).output(handedOut),
  /** The file of an issued document again, to the byte. */
  file: procedure
    .input(z.object({ id: documentIdSchema }))
    .output(z.object({ file: z.file(), sha256: z.string() })),
};
