import type { DocumentContent, DocumentKind } from '#shared/documents/model.ts';
import { tagValues } from '#shared/documents/office-wording.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { documentHash, renderDocx } from '../documents/docx.ts';
import { fillTemplate, UnfillableTemplate } from '../documents/office-template/fill.ts';
import { filledContent } from '../documents/office-template/filled-content.ts';
import { keptPackage } from '../documents/office-template/kept-packages.ts';
import type { WordPackage } from '../documents/office-template/word-package.ts';
import { type OfficeTemplate, templateBytes, templateInUse } from '../register/office-templates.ts';
import type { ReadableDb } from '../register/query.ts';
import { refused } from './errors.ts';
import { issuing } from './issued.ts';
import type { Paper } from './papers/paper.ts';

/** Whose words a paper has: the program's own, or those of a Word file that the office added. */
export type Wording =
  | { readonly kind: 'builtIn' }
  | { readonly kind: 'office'; readonly templateId: number; readonly name: string };

type Worded = {
  /** What the preview shows and what is frozen: the words that stand on the paper, whoever wrote them. */
  readonly content: DocumentContent;
  /** The Word file; the same facts in the same wording give the same bytes. An office's own file brings its own fonts. */
  readonly bytes: (fontScheme: FontSchemeName) => Promise<Uint8Array>;
};

/** A paper of a case in the words that the office uses for its kind now. */
export type WordedPaper = Worded & {
  readonly wording: Wording;
  /** What `documents.template_version` keeps: the version of the built-in wording, or the hash of the office's file. */
  readonly templateVersion: string;
};

export type CompletePaper = Extract<Paper, { kind: 'complete' }>;

/** The facts that a kind of document states, by their names. */
export function factsOf(kind: DocumentKind): readonly string[] {
  return Object.keys(issuing[kind].labels);
}

/** Words a complete paper as the office does now. Throws REFUSED where the office's own file cannot be filled. */
export function wordedPaper(db: ReadableDb, kind: DocumentKind, paper: CompletePaper): WordedPaper {
  const template = templateInUse(db, kind);
  if (template === undefined) {
    const content = paper.content();
    return {
      wording: { kind: 'builtIn' },
      templateVersion: String(content.templateVersion),
      content,
      bytes: (fontScheme) => renderDocx(content, { fontScheme }),
    };
  }
  const file = keptPackage(template.sha256, () => frozenTemplate(db, template));
  return {
    wording: { kind: 'office', templateId: template.id, name: template.name },
    templateVersion: template.sha256,
    ...wordedWith(file, template.name, kind, paper),
  };
}

/** The file of a template as it was added. Throws where it was damaged since. */
export function frozenTemplate(db: ReadableDb, { id, sha256 }: OfficeTemplate): Uint8Array {
  const bytes = templateBytes(db, id);
  if (bytes === undefined || documentHash(bytes) !== sha256) {
    throw new Error(`Template ${id} does not have its frozen bytes.`);
  }
  return bytes;
}

/** Words a complete paper with an office's own Word file, from the same checked facts as the program's own words. */
export function wordedWith(
  file: WordPackage,
  name: string,
  kind: DocumentKind,
  paper: CompletePaper,
): Worded {
  const built = paper.content();
  try {
    const filled = fillTemplate(file, tagValues(kind, factsOf(kind), paper.facts, built));
    return { content: filledContent(filled.texts, built), bytes: async () => filled.bytes() };
  } catch (error) {
    if (!(error instanceof UnfillableTemplate)) throw error;
    const tag = error.tag === undefined ? '' : `{${error.tag}}`;
    throw refused('templateBroken', {
      sentence: `本室的模板“${name}”填不了${tag}。请在“设置 → 文书模板”停用它，或者修改后重新添加。`,
    });
  }
}
