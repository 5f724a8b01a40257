import {
  block,
  type DocumentBlock,
  type DocumentContent,
  documentContent,
  type TextRole,
} from '#shared/documents/model.ts';
import type { TextPart } from './word-text.ts';
import { readWords, type WordParagraph } from './word-text.ts';

/**
 * The words of a filled template as a document: what the preview shows and what is frozen, so that both say what stands
 * on the paper. How it looks only Word and WPS know. `built` is the paper in the program's own words.
 */
export function filledContent(texts: readonly TextPart[], built: DocumentContent): DocumentContent {
  const paragraphs = texts
    .filter(({ kind }) => kind === 'document')
    .flatMap((part) => linesOf(readWords(part).paragraphs));
  const title = paragraphs.findIndex(({ alignment }) => alignment === 'center');
  return documentContent({
    ...built,
    blocks: paragraphs.map(
      (paragraph, place): DocumentBlock =>
        block(place === title ? 'title' : roleOf(paragraph), paragraph.text.trim()),
    ),
  });
}

function roleOf({ alignment, row }: WordParagraph): TextRole {
  if (row !== null) return 'party';
  return alignment === 'right' || alignment === 'end' ? 'dateline' : 'paragraph';
}

/** A row of a table is one line, what was broken by hand is several, and what is empty is none. */
function linesOf(paragraphs: readonly WordParagraph[]): readonly WordParagraph[] {
  const lines: WordParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = lines.at(-1);
    if (paragraph.row !== null && last !== undefined && last.row === paragraph.row) {
      lines[lines.length - 1] = { ...last, text: `${last.text}　${paragraph.text}` };
    } else if (paragraph.row !== null) {
      lines.push(paragraph);
    } else {
      lines.push(...paragraph.text.split('\n').map((text) => ({ ...paragraph, text })));
    }
  }
  return lines.filter(({ text }) => text.trim() !== '');
}
