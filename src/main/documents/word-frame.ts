import {
  Document,
  DocumentGridType,
  Footer,
  type IContext,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { fontSchemes } from '#shared/documents/font-schemes.ts';
import { grid, pageNumber, paper } from '#shared/documents/layout.ts';
import type { PageFurniture } from '#shared/documents/model.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { type PackedPart, packedPart, partsOf } from '../archives/zip-parts.ts';
import { fontTablePart, footerStyle, settingsPart, stylesPart } from './word-parts.ts';

/** What the papers of one look share: every part of their Word file but the body, packed once, and what encloses it. */
export type WordFrame = {
  readonly parts: readonly PackedPart[];
  readonly beforeBody: string;
  readonly afterBody: string;
  /** Of the empty document that the elements of the body are written for. */
  readonly context: () => IContext;
};

/** 第1页 共3页, or — 1 — as an official paper has it (GB/T 9704). */
export type PageNumberForm = 'words' | 'dashes';

const frames = new Map<string, Promise<WordFrame>>();

/** The frame of papers with such a foot, body size and fonts; there are a few dozen, so each is kept. */
export function wordFrame(
  page: PageFurniture,
  fontScheme: FontSchemeName,
  form: PageNumberForm,
): Promise<WordFrame> {
  const key = `${page.pageNumbers} ${page.bodyPoints} ${fontScheme} ${form}`;
  const known = frames.get(key) ?? madeFrame(page, fontScheme, form);
  frames.set(key, known);
  return known;
}

async function madeFrame(
  page: PageFurniture,
  fontScheme: FontSchemeName,
  form: PageNumberForm,
): Promise<WordFrame> {
  const scheme = fontSchemes[fontScheme];
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
            page.bodyPoints === 16
              ? {
                  type: DocumentGridType.LINES_AND_CHARS,
                  linePitch: grid.linePitch,
                  charSpace: grid.characterSpace,
                }
              : { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        ...footers(page, form),
        children: [],
      },
    ],
  });
  const parts = partsOf(
    await Packer.pack(document, 'uint8array', undefined, [
      { path: 'word/styles.xml', data: stylesPart(page, scheme) },
      { path: 'word/settings.xml', data: settingsPart(page) },
      { path: 'word/fontTable.xml', data: fontTablePart(scheme) },
    ]),
  );
  const whole = parts.get('word/document.xml')?.() ?? '';
  const bodyAt = whole.indexOf('<w:body>') + '<w:body>'.length;
  const kept = [...parts].flatMap(([name, text]) =>
    unused.test(name) ? [] : [packedPart(name, withoutUnused(name, text()))],
  );
  const isTypes = ({ name }: PackedPart) => name === '[Content_Types].xml';
  return {
    // Programs that tell a Word file by its beginning look for this part there.
    parts: [...kept.filter(isTypes), ...kept.filter((part) => !isTypes(part))],
    beforeBody: whole.slice(0, bodyAt),
    afterBody: whole.slice(bodyAt),
    context: () => ({ file: document, viewWrapper: document.Document, stack: [] }),
  };
}

/**
 * What the library puts into every file and no paper of ours has: notes, whose styles we do not write, lists, and empty
 * tables of relationships. Issued papers are kept by the thousand, so they bear nothing that says nothing.
 */
const unused =
  /^(?:word\/(?:footnotes|endnotes|numbering)\.xml|word\/_rels\/(?!document).*\.rels|docProps\/custom\.xml)$/;

/** Content types and relationships without those of the parts that are left out. */
function withoutUnused(name: string, xml: string): string {
  if (!/^\[Content_Types\]\.xml$|\.rels$/.test(name)) return xml;
  return xml.replace(
    /<(?:Override|Relationship) [^>]*(?:PartName="\/|Target=")(?:word\/)?(?:footnotes|endnotes|numbering|docProps\/custom)\.xml"[^>]*\/>/g,
    '',
  );
}

function footers(
  { pageNumbers }: PageFurniture,
  form: PageNumberForm,
): { readonly footers?: { readonly default: Footer; readonly even?: Footer } } {
  switch (pageNumbers) {
    case 'none':
      return {};
    case 'centred':
      return { footers: { default: pageNumberFooter('center', form) } };
    case 'outside':
      // GB/T 9704: one character in from the outer edge.
      return { footers: { default: pageNumberFooter('right', form), even: pageNumberFooter('left', form) } };
  }
}

const footWords = {
  words: ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
  dashes: ['— ', PageNumber.CURRENT, ' —'],
} as const;

function pageNumberFooter(alignment: 'left' | 'center' | 'right', form: PageNumberForm): Footer {
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
            children: footWords[form],
          }),
        ],
      }),
    ],
  });
}
