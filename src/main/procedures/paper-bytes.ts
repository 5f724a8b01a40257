import type { DocumentContent, DocumentKind } from '#shared/documents/model.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { renderDocx } from '../documents/docx.ts';
import type { ReadableDb } from '../register/query.ts';
import type { Paper } from './papers/paper.ts';

/** Whose words a paper has: the program's own, or those of a Word file that the office added. */
export type Wording =
  | { readonly kind: 'builtIn' }
  | { readonly kind: 'office'; readonly templateId: number; readonly name: string };

/** A paper of a case in the words that the office uses for its kind now. */
export type WordedPaper = {
  readonly wording: Wording;
  /** What `documents.template_version` keeps: the version of the built-in wording, or the hash of the office's file. */
  readonly templateVersion: string;
  /** What the preview shows and what is frozen: the words that stand on the paper, whoever wrote them. */
  readonly content: DocumentContent;
  /** The Word file; the same facts in the same wording give the same bytes. An office's own file brings its own fonts. */
  readonly bytes: (fontScheme: FontSchemeName) => Promise<Uint8Array>;
};

/** Words a complete paper as the office does now. */
export function wordedPaper(
  _db: ReadableDb,
  _kind: DocumentKind,
  paper: Extract<Paper, { kind: 'complete' }>,
): WordedPaper {
  const content = paper.content();
  return {
    wording: { kind: 'builtIn' },
    templateVersion: String(content.templateVersion),
    content,
    bytes: (fontScheme) => renderDocx(content, { fontScheme }),
  };
}
