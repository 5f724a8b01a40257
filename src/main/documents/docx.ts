import { createHash } from 'node:crypto';
import {
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { fontSchemes } from '#shared/documents/font-schemes.ts';
import { blocksKeptWithNext, grid, pageNumber, paper } from '#shared/documents/layout.ts';
import type { DocumentBlock, DocumentContent, TextBlock } from '#shared/documents/model.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { corePropertiesPart, fontTablePart, footerStyle, settingsPart, stylesPart } from './word-parts.ts';
import { textParagraph } from './word-runs.ts';
import { signaturesElement } from './word-signatures.ts';
import { tableElement } from './word-tables.ts';
import { fixZipStamps } from './zip-stamps.ts';

export type DocxOptions = { readonly fontScheme?: FontSchemeName };

/** What of a document stands on the paper. */
export type Printed = Pick<DocumentContent, 'title' | 'page' | 'blocks'>;

/** A document as a Word file; the same content and fonts give the same bytes. */
export async function renderDocx(content: Printed, options: DocxOptions = {}): Promise<Uint8Array> {
  const scheme = fontSchemes[options.fontScheme ?? 'gb2312'];
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: {
              top: paper.top,
              right: paper.right,
              bottom: paper.bottom,
              left: paper.left,
              header: paper.header,
              footer: paper.footer,
              gutter: 0,
            },
          },
          grid:
            content.page.bodyPoints === 16
              ? {
                  type: DocumentGridType.LINES_AND_CHARS,
                  linePitch: grid.linePitch,
                  charSpace: grid.characterSpace,
                }
              : { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        ...footers(content),
        children: bodyElements(content.blocks),
      },
    ],
  });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: stylesPart(content.page, scheme) },
    { path: 'word/settings.xml', data: settingsPart(content.page) },
    { path: 'word/fontTable.xml', data: fontTablePart(scheme) },
    { path: 'docProps/core.xml', data: corePropertiesPart(content) },
  ]);
  return fixZipStamps(bytes);
}

/** The SHA-256 of a file in lower-case hexadecimal, by which an issued document is known. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function footers({ page }: Printed): {
  readonly footers?: { readonly default: Footer; readonly even?: Footer };
} {
  switch (page.pageNumbers) {
    case 'none':
      return {};
    case 'centred':
      return { footers: { default: pageNumberFooter('center') } };
    case 'outside':
      // GB/T 9704: one character in from the outer edge.
      return { footers: { default: pageNumberFooter('right'), even: pageNumberFooter('left') } };
  }
}

function pageNumberFooter(alignment: 'left' | 'center' | 'right'): Footer {
  const inset = pageNumber.points * 20;
  return new Footer({
    children: [
      new Paragraph({
        style: footerStyle,
        alignment,
        ...(alignment === 'center' ? {} : { indent: { [alignment]: inset } }),
        children: [
          new TextRun({
            font: { hint: 'eastAsia' },
            children: ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  });
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
  return elements;
}

function isBelowSignatures(block: DocumentBlock): block is TextBlock {
  return block.role === 'organisationLine' || block.role === 'dateline';
}
