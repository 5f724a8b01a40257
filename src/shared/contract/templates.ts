import { z } from 'zod';
import { documentContentSchema, documentKinds } from '../documents/model.ts';
import { missingSchema, paperRefSchema } from './documents.ts';
import { caseIdSchema, officeTemplateIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

const kindSchema = z.enum(documentKinds);

export const keptTemplateSchema = z.object({
  id: officeTemplateIdSchema,
  /** The name of the file as it was added. */
  name: z.string(),
  sha256: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  retiredAt: z.string().nullable(),
  retiredBy: z.string().nullable(),
});
export type KeptTemplate = z.infer<typeof keptTemplateSchema>;

export const templatesOfKindSchema = z.object({
  kind: kindSchema,
  title: z.string(),
  /** null: the program's own wording holds. */
  inUse: keptTemplateSchema.nullable(),
  /** Newest first. */
  retired: z.array(keptTemplateSchema),
});
export type TemplatesOfKind = z.infer<typeof templatesOfKindSchema>;

export const templateReportSchema = z.object({
  /** With any of these the file is not taken: where it stands, and what to do about it. */
  problems: z.array(z.object({ where: z.string(), sentence: z.string() })),
  cautions: z.array(z.string()),
  /** The tags that it holds. */
  used: z.array(z.string()),
});
export type TemplateReport = z.infer<typeof templateReportSchema>;

/** Which file a sample is made with: one that is kept, or one that was not added yet. */
const sampleOfSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('kept'), id: officeTemplateIdSchema }),
  z.object({ from: z.literal('file'), file: z.file() }),
]);
export type SampleOf = z.infer<typeof sampleOfSchema>;

/** Word files of the office's own in the place of the built-in wordings. */
export const templates = {
  /** Every kind of document, in the order of the catalogue, with the files that the office added for it. */
  list: procedure.output(z.array(templatesOfKindSchema)),
  /** Looks a file through for a kind and keeps nothing. REFUSED (unreadableFile) where it is no safe Word file. */
  check: procedure.input(z.object({ kind: kindSchema, file: z.file() })).output(templateReportSchema),
  /**
   * Takes a file into use; `replaces` is the one in use as the list showed it, and is retired. REFUSED (unreadableFile,
   * templateBroken), CONFLICT where another was added meanwhile.
   */
  add: procedure
    .input(z.object({ kind: kindSchema, file: z.file(), replaces: officeTemplateIdSchema.nullable() }))
    .output(z.object({ id: officeTemplateIdSchema })),
  /** Takes a file out of use: the program's own wording holds again. Documents issued with it stay as they are. */
  retire: procedure.input(z.object({ id: officeTemplateIdSchema })).output(z.object({})),
  /** A file as it was added. */
  file: procedure.input(z.object({ id: officeTemplateIdSchema })).output(z.file()),
  /** Papers of this kind of recent cases that lack nothing, to try a file with. */
  sampleCases: procedure
    .input(z.object({ kind: kindSchema }))
    .output(z.array(z.object({ caseId: caseIdSchema, subjectId: z.int().nullable(), label: z.string() }))),
  /** A paper of a real case as a file would make it; nothing is issued. */
  sample: procedure
    .input(z.object({ template: sampleOfSchema, caseId: caseIdSchema, paper: paperRefSchema }))
    .output(
      z.object({
        missing: z.array(missingSchema),
        content: documentContentSchema.nullable(),
        file: z.file().nullable(),
      }),
    ),
  /** A Word file to begin with: the kind's tags in the layout of the program. */
  starter: procedure.input(z.object({ kind: kindSchema })).output(z.file()),
  /** Every tag of every kind of document, as a Word file. */
  referenceSheet: procedure.output(z.file()),
};
