import { z } from 'zod';
import { cleanText } from '../domain/names.ts';
import { directionsByNumber, shownByNumber } from './shown-by-number.ts';

/**
 * Documents as data: blocks named by their role on the paper, in the order in which they stand.
 * It is plain JSON: what is stored when a document is issued, sent to the preview and read by both renderers.
 */

export const documentKinds = [
  'referralLetter',
  'authorization',
  'legalRepresentative',
  'consentForm',
  'rightsNotice',
  'serviceAddress',
  'mediationRecord',
  'disclosureRecord',
  'extensionConsent',
  'mediationAgreement',
  'peoplesAgreement',
  'oralAgreement',
  'confirmationApplication',
  'withdrawalApplication',
  'undisputedFacts',
  'closingReport',
  'visitRecord',
  'dossierCover',
  'dossierContents',
  'dossierNote',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Blocks that are one paragraph of text. The name says what the paragraph is; the layout table says how it looks. */
export const textRoles = [
  'titleAbove',
  'title',
  'subtitle',
  'titleNote',
  'overleaf',
  'documentNumber',
  'caseNumberLine',
  'addressee',
  'party',
  'partyDetail',
  'causeLine',
  'paragraph',
  'leadIn',
  'term',
  'termContinuation',
  'confirmation',
  'organisationLine',
  'dateline',
  'annexHead',
  'note',
  'cutLine',
] as const;
export type TextRole = (typeof textRoles)[number];

/** A blank is left on purpose, to be filled in by hand; its width is in full characters. */
const textRunSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('emphasis'), text: z.string() }),
    z.object({ kind: z.literal('blank'), characters: z.number().int().min(1).max(28) }),
    z.object({ kind: z.literal('checkbox'), checked: z.boolean() }),
  ])
  .readonly();
export type TextRun = z.infer<typeof textRunSchema>;

const runsSchema = z.array(textRunSchema).readonly();
export type Runs = z.infer<typeof runsSchema>;

const textBlockSchema = z.object({ role: z.enum(textRoles), runs: runsSchema }).readonly();
export type TextBlock = z.infer<typeof textBlockSchema>;

export const columnAlignments = ['start', 'centre', 'end'] as const;

/** A cell holds one or more lines, each a paragraph; it may reach over several columns and then has its own alignment. */
const tableCellSchema = z
  .object({
    lines: z.array(runsSchema).readonly(),
    columnSpan: z.number().int().min(1),
    /** Left out: as its column, and in the middle where it reaches over several. */
    align: z.enum(columnAlignments).optional(),
  })
  .readonly();
export type TableCell = z.infer<typeof tableCellSchema>;

const tableRowSchema = z.array(tableCellSchema).readonly();
export type TableRow = z.infer<typeof tableRowSchema>;

/** Widths are in characters of the 28 that a line holds. Head rows are repeated on every page; no row is split. */
const tableBlockSchema = z
  .object({
    role: z.literal('table'),
    name: z.enum([
      'instalments',
      'consents',
      'serviceAddress',
      'undisputedFacts',
      'registration',
      'tags',
      'dossierCover',
      'dossierContents',
      'dossierNote',
      'figures',
    ]),
    columns: z
      .array(z.object({ characters: z.number().positive(), align: z.enum(columnAlignments) }).readonly())
      .readonly(),
    head: z.array(tableRowSchema).readonly(),
    rows: z.array(tableRowSchema).readonly(),
  })
  .readonly();
export type TableBlock = z.infer<typeof tableBlockSchema>;

/** What stands before the empty space: a label, never the name of the person who is to sign there. */
const signatureLineSchema = z.object({ label: z.string(), space: z.boolean() }).readonly();
export type SignatureLine = z.infer<typeof signatureLineSchema>;

const signatureSlotSchema = z.object({ lines: z.array(signatureLineSchema).readonly() }).readonly();
export type SignatureSlot = z.infer<typeof signatureSlotSchema>;

/** Two slots stand side by side in a row; a row is never split between pages. */
const signaturesBlockSchema = z
  .object({
    role: z.literal('signatures'),
    /** Left out: as many people sign. */
    spacing: z.literal('tight').optional(),
    rows: z.array(z.tuple([signatureSlotSchema, signatureSlotSchema]).readonly()).readonly(),
  })
  .readonly();
export type SignaturesBlock = z.infer<typeof signaturesBlockSchema>;

const documentBlockSchema = z.union([textBlockSchema, tableBlockSchema, signaturesBlockSchema]);
export type DocumentBlock = z.infer<typeof documentBlockSchema>;

/** 第×页 共×页 in the middle of the foot, or on the outer side for double-sided printing. Body size in points. */
const pageFurnitureSchema = z
  .object({
    pageNumbers: z.enum(['centred', 'outside', 'none']),
    bodyPoints: z.union([z.literal(14), z.literal(15), z.literal(16)]),
  })
  .readonly();
export type PageFurniture = z.infer<typeof pageFurnitureSchema>;

/** A document ready to be rendered: everything is computed, nothing is left to decide. */
export const documentContentSchema = z
  .object({
    kind: z.enum(documentKinds),
    title: z.string(),
    templateVersion: z.number().int().min(1),
    fileNameParts: z
      .object({ documentName: z.string(), partyNames: z.array(z.string()).readonly() })
      .readonly(),
    page: pageFurnitureSchema,
    blocks: z.array(documentBlockSchema).readonly(),
  })
  .readonly();
export type DocumentContent = z.infer<typeof documentContentSchema>;

export function text(words: string): TextRun {
  return { kind: 'text', text: words };
}

export function emphasis(words: string): TextRun {
  return { kind: 'emphasis', text: words };
}

/** Space to be filled in by hand, in full characters. */
export function blank(characters: number): TextRun {
  return { kind: 'blank', characters };
}

export function checkbox(checked: boolean): TextRun {
  return { kind: 'checkbox', checked };
}

/** Words and runs on their way into a paragraph or a cell. */
export type Part = string | TextRun;
export type Parts = readonly Part[];

/** A paragraph from words and runs, with neighbouring words joined. */
export function block(role: TextRole, ...parts: Parts): TextBlock {
  return { role, runs: runs(...parts) };
}

/** Runs from words and runs, with neighbouring words joined. */
export function runs(...parts: Parts): Runs {
  const joined: TextRun[] = [];
  for (const part of parts) {
    const run = typeof part === 'string' ? text(part) : part;
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = text(last.text + run.text);
    } else if (run.kind !== 'text' || run.text !== '') {
      joined.push(run);
    }
  }
  return joined;
}

export function cell(...parts: Parts): TableCell {
  return { lines: [runs(...parts)], columnSpan: 1 };
}

/**
 * The words of a run as both renderers print them: a checkbox is □ or ☑, a blank is a line of ＿, because programs let
 * spaces at the end of a line vanish.
 */
export function wordsOf(run: TextRun): string {
  switch (run.kind) {
    case 'text':
    case 'emphasis':
      return run.text;
    case 'blank':
      return '＿'.repeat(run.characters);
    case 'checkbox':
      return run.checked ? '☑' : '□';
  }
}

/** Closes a document: every text in it is cleaned here, so that no renderer meets a character it cannot write. */
export function documentContent(content: DocumentContent): DocumentContent {
  return documentContentSchema.parse(withCleanText(content));
}

function withCleanText(value: unknown): unknown {
  if (typeof value === 'string') {
    return printableText(value);
  }
  if (Array.isArray(value)) {
    return value.map(withCleanText);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withCleanText(inner)]));
  }
  return value;
}

/** Text that XML, Word and a browser all show alike; what they cannot hold or show stands by its number. */
export function printableText(value: string): string {
  return directionsByNumber(cleanText(shownByNumber(value))).replace(/[\t\n\u2028\u2029]+/g, ' ');
}
