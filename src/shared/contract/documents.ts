import { z } from 'zod';
import { type PaperSet, paperSets } from '../documents/catalogue.ts';
import { documentContentSchema, documentKinds } from '../documents/model.ts';
import { caseFilterSchema } from './cases/list.ts';
import { agreementCheckSchema } from './checks.ts';
import { caseIdSchema, documentIdSchema } from './ids.ts';
import { procedure, task, text } from './procedure.ts';

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
  /** Why this case does not need it, in one sentence; it is then not printed with its set. */
  aside: z.string().nullable(),
  /** How many facts it lacks. */
  missing: z.int(),
  /** The newest one that was issued, unless it was withdrawn. */
  issued: documentIdSchema.nullable(),
  /** Printed with its set; false: it is aside, or the case takes the agreement in another of its forms. */
  inSet: z.boolean(),
  /** The newest one was withdrawn. */
  withdrawn: z.boolean(),
});
export type ListedPaper = z.infer<typeof listedPaperSchema>;

const previewed = z.object({
  missing: z.array(missingSchema),
  checks: z.array(agreementCheckSchema),
  content: documentContentSchema.nullable(),
  /** The office's own Word file whose words these are; null: the program's own. */
  officeTemplate: z.string().nullable(),
});
/** The most cases of which papers are issued at once, and the most papers in one file. */
export const mostCasesAtOnce = 1000;
export const mostPapersInFile = 20_000;

/** A document that is to be printed, in how many copies. */
const copiedDocument = z.object({ id: documentIdSchema, copies: z.int().min(0).max(99) });
export type CopiedDocument = z.infer<typeof copiedDocument>;
export const copiedDocumentsSchema = z.array(copiedDocument).min(1).max(mostPapersInFile);

/** A paper of a case among those of other cases. */
const paperOfCase = paperRefSchema.extend({
  caseId: caseIdSchema,
  /** The number by which people know the case. */
  caseLabel: z.string(),
  title: z.string(),
  about: z.string().nullable(),
});

export const issuedPaperSchema = paperOfCase.extend({
  id: documentIdSchema,
  copies: z.int(),
  copiesFor: z.string(),
});
export type IssuedPaper = z.infer<typeof issuedPaperSchema>;

/** Why a paper was left out when many were issued. */
export const leftPaperSchema = paperOfCase.extend({
  why: z.enum(['missing', 'forbidden', 'notYet', 'notOffered', 'removed', 'changed']),
  /** What it lacks, with the way to each field; only where `why` is missing. */
  missing: z.array(missingSchema),
  /** The sentences of what is forbidden or too early. */
  words: z.array(z.string()),
});
export type LeftPaper = z.infer<typeof leftPaperSchema>;

const issuedMany = z.object({ issued: z.array(issuedPaperSchema), left: z.array(leftPaperSchema) });
export type IssuedMany = z.infer<typeof issuedMany>;

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
  /** Issues every paper of a set that lacks nothing, in the order of the catalogue, and says what the others lack. */
  issueSet: procedure.input(z.object({ caseId: caseIdSchema, set: paperSetSchema })).output(issuedMany),
  /**
   * Issues papers of these kinds for every case of a list; leaving it before it writes issues nothing. REFUSED
   * (tooManyCases) beyond `mostCasesAtOnce`.
   */
  issueMany: procedure
    .input(z.object({ filter: caseFilterSchema, kinds: z.array(z.enum(documentKinds)).min(1) }))
    .output(task(issuedMany)),
  /**
   * Issued documents as one Word file for printing: each copy is a section with page numbers of its own. What an
   * office's own Word file made cannot be joined and comes as files of their own.
   */
  combine: procedure.input(z.object({ documents: copiedDocumentsSchema })).output(
    z.object({
      file: z.file().nullable(),
      apart: z.array(z.object({ id: documentIdSchema, file: z.file(), copies: z.int() })),
    }),
  ),
  /** Marks an issued document as withdrawn, with the reason; it stays readable. REFUSED where it was withdrawn before. */
  withdraw: procedure
    .input(z.object({ id: documentIdSchema, reason: text(500) }))
    .output(z.object({ caseId: caseIdSchema })),
};
