import { createHash } from 'node:crypto';
import { type FileChild, LineRuleType, Paragraph } from 'docx';
import { blocksKeptWithNext } from '#shared/documents/layout.ts';
import type { DocumentBlock, DocumentContent, TextBlock } from '#shared/documents/model.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { packedPart, zipOf } from '../archives/zip-parts.ts';
import { type PageNumberForm, wordFrame } from './word-frame.ts';
import { corePropertiesPart } from './word-parts.ts';
import { textParagraph } from './word-runs.ts';
import { signaturesElement } from './word-signatures.ts';
import { tableElement } from './word-tables.ts';
import { elementsXml } from './word-xml.ts';

export type DocxOptions = {
  readonly fontScheme?: FontSchemeName;
  /** In words where nothing else is asked for. */
  readonly pageNumberForm?: PageNumberForm;
};

/** What of a document stands on the paper. */
export type Printed = Pick<DocumentContent, 'title' | 'page' | 'blocks'>;

/** A document as a Word file; the same content and fonts give the same bytes. */
export async function renderDocx(content: Printed, options: DocxOptions = {}): Promise<Uint8Array> {
  const { fontScheme = 'gb2312', pageNumberForm = 'words' } = options;
  const frame = await wordFrame(content.page, fontScheme, pageNumberForm);
  const body = elementsXml(bodyElements(content.blocks), frame.context());
  const own: Readonly<Record<string, string>> = {
    'word/document.xml': frame.beforeBody + body + frame.afterBody,
    'docProps/core.xml': corePropertiesPart(content),
  };
  return zipOf(
    frame.parts.map((part) => {
      const text = own[part.name];
      return text === undefined ? part : packedPart(part.name, text);
    }),
  );
}

/** The SHA-256 of a file in lower-case hexadecimal, by which an issued document is known. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The blocks in order; what closes the document below the signatures goes into their table. */
function bodyElements(blocks: DocumentContent['blocks']): readonly FileChild[] {
  const kept = blocksKeptWithNext(blocks);
  const elements: FileChild[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) {
      break;
    }
    if (block.role === 'table') {
      elements.push(tableElement(block, kept.has(index)));
    } else if (block.role === 'signatures') {
      const below: TextBlock[] = [];
      for (
        let next = blocks[index + 1];
        next !== undefined && isBelowSignatures(next);
        next = blocks[index + 1]
      ) {
        below.push(next);
        index += 1;
      }
      elements.push(signaturesElement(block, below));
    } else {
      elements.push(textParagraph(block, kept.has(index)));
    }
  }
  return elements.at(-1) instanceof Paragraph ? elements : [...elements, lastLine()];
}

/**
 * Word ends a document with a paragraph and adds one of a whole line where there is none, if need be on a page of its
 * own. After a table this one stands there, 1 pt high.
 */
function lastLine(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    indent: { firstLine: 0, firstLineChars: 0 },
    run: { size: 2, sizeComplexScript: 2 },
  });
}

function isBelowSignatures(block: DocumentBlock): block is TextBlock {
  return block.role === 'organisationLine' || block.role === 'dateline';
}
