import { z } from 'zod';
import { moveDetailSchemas } from '../domain/case-move/detail.ts';
import { dossierFormSchema, dossierItemSchema } from '../domain/dossier.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, documentIdSchema, dossierPaperIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** What the cover and the 备考表 of a dossier say. */
export const dossierHeadSchema = z.object({
  /** null: as the channel and the organisation have it. */
  form: dossierFormSchema.nullable(),
  /** 档号; no two dossiers have the same. */
  archiveNumber: text(50).nullable(),
  /** 保管期限 */
  retention: moveDetailSchemas.archive.shape.retention,
  /** 立卷人, 立卷日期, 检查人 */
  compiledBy: text(50).nullable(),
  compiledOn: localDateSchema.nullable(),
  inspectedBy: text(50).nullable(),
  /** 本卷情况说明: what is damaged, missing, added later or elsewhere. */
  situation: text(2000).nullable(),
  remarks: text(500).nullable(),
});
export type DossierHead = z.infer<typeof dossierHeadSchema>;

export const dossierPaperFactsSchema = z.object({
  item: dossierItemSchema,
  title: text(100),
  /** null: nobody has counted them yet. */
  pages: z.int().min(1).max(10000).nullable(),
  remarks: text(200).nullable(),
  /** The issued document that it is. */
  documentId: documentIdSchema.nullable(),
});
export type DossierPaperFacts = z.infer<typeof dossierPaperFactsSchema>;

export const dossierPaperSchema = dossierPaperFactsSchema.extend({
  id: dossierPaperIdSchema,
  version: z.int(),
  /** Its running pages; null while the pages before it or its own are not counted. */
  span: z.object({ from: z.int(), to: z.int() }).nullable(),
});
export type DossierPaperRow = z.infer<typeof dossierPaperSchema>;

export const dossierItemRowSchema = z.object({
  item: dossierItemSchema,
  label: z.string(),
  rule: z.string(),
  because: z.string().nullable(),
  state: z.enum(['present', 'missing', 'optional', 'waived']),
  waiver: z.string().nullable(),
  papers: z.array(dossierPaperSchema),
  /** Issued documents of this item whose signed paper is not in the dossier yet. */
  issued: z.array(z.object({ id: documentIdSchema, title: z.string(), issuedAt: z.string() })),
});
export type DossierItemRow = z.infer<typeof dossierItemRowSchema>;

export const dossierSchema = z.object({
  /** null: nothing was entered yet. */
  version: z.int().nullable(),
  head: dossierHeadSchema,
  /** The form that holds, chosen or usual. */
  form: dossierFormSchema,
  items: z.array(dossierItemRowSchema),
  needed: z.int(),
  present: z.int(),
  score: z.int().min(0).max(100),
  /** All pages together; null while some paper is not counted. */
  pages: z.int().nullable(),
});
export type Dossier = z.infer<typeof dossierSchema>;

const caseId = caseIdSchema;
const paperChanged = z.object({ id: dossierPaperIdSchema });

export const dossiers = {
  /** What the dossier of a case needs, has and lacks, with its page numbers. */
  get: procedure.input(z.object({ caseId })).output(dossierSchema),
  /** Saves what cover and 备考表 say; `version` as it was read. REFUSED where another dossier has the archive number. */
  save: procedure
    .input(z.object({ caseId, version: z.int().nullable(), head: dossierHeadSchema }))
    .output(z.object({ version: z.int() })),
  /** Puts papers into the dossier, each under its item. */
  file: procedure
    .input(z.object({ caseId, papers: z.array(dossierPaperFactsSchema).min(1).max(100) }))
    .output(z.object({ ids: z.array(dossierPaperIdSchema) })),
  amendPaper: procedure
    .input(z.object({ id: dossierPaperIdSchema, version: z.int(), paper: dossierPaperFactsSchema }))
    .output(z.object({ version: z.int() })),
  /** Takes a paper out of the dossier that was filed wrongly; its scans stay with the case. */
  takeOut: procedure.input(z.object({ id: dossierPaperIdSchema, reason: text(500) })).output(paperChanged),
  /** Says why a dossier does not need an item that the rules ask for; `reason` null takes that back. */
  waive: procedure
    .input(z.object({ caseId, item: dossierItemSchema, reason: text(500).nullable() }))
    .output(z.object({ item: dossierItemSchema })),
};
