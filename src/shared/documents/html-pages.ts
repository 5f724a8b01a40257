import type { DocumentNode } from './html.ts';
import { grid, pageNumber, paper } from './layout.ts';
import type { PageFurniture } from './model.ts';

/** How the preview is cut into sheets on the screen, and how a browser prints it: both from the numbers of the paper. */

function points(twips: number): string {
  return `${twips / 20}pt`;
}

const margins = [paper.top, paper.right, paper.bottom, paper.left].map(points).join(' ');
const textWidth = points(paper.width - paper.left - paper.right);
const textHeight = points(paper.height - paper.top - paper.bottom);
/** Grey between one sheet and the next. */
const between = 280;
const pitch = points(paper.height + between);
const numberLine = 360;
/** A page's own margins lie outside the document: it cannot take the font from there. */
const numberFamilies = "'宋体', 'SimSun', 'Noto Serif CJK SC', serif";
/** GB/T 9704: the number begins under the type area, its foot stands as high as in the Word file. */
const aboveNumber = paper.bottom - paper.footer - numberLine;

/**
 * The sheets on the screen: columns as high as a page, one under another; a browser that cannot set columns under one
 * another (before Chromium 145) sets them side by side. A measured document is laid out the same way, out of sight.
 */
export const pagesCss = `.document .document-closing { break-inside: avoid; }
.document-paged {
  position: relative;
  width: ${points(paper.width)};
  height: calc(var(--pages) * ${pitch} - ${points(between)});
}
.document-sheet {
  position: absolute;
  top: calc(var(--page) * ${pitch});
  left: 0;
  width: ${points(paper.width)};
  height: ${points(paper.height)};
  background: #fff;
  box-shadow: 0 0 0 1px rgb(28 39 51 / 0.18), 0 2px 6px rgb(28 39 51 / 0.12);
}
.document-sheet-number {
  position: absolute;
  top: ${points(paper.height - paper.bottom + aboveNumber)};
  right: ${points(paper.right)};
  left: ${points(paper.left)};
  padding: 0 ${pageNumber.points}pt;
  font: ${pageNumber.points}pt/${points(numberLine)} ${numberFamilies};
  color: #000;
}
.document-sheet-number-center { text-align: center; }
.document-sheet-number-left { text-align: left; }
.document-sheet-number-right { text-align: right; }
.document-paged > .document {
  position: relative;
  min-height: 0;
  background: none;
  column-fill: auto;
  column-width: ${textWidth};
  column-height: ${textHeight};
  column-wrap: wrap;
  row-gap: ${points(paper.bottom + between + paper.top)};
}
@supports not (column-wrap: wrap) {
  .document-paged { width: calc(var(--pages) * ${points(paper.width + between)}); height: ${points(paper.height)}; }
  .document-sheet { top: 0; left: calc(var(--page) * ${points(paper.width + between)}); }
  .document-paged > .document { height: ${points(paper.height)}; column-gap: ${points(paper.left + between + paper.right)}; }
}
.document.document-measured {
  position: fixed;
  top: 0;
  left: 0;
  visibility: hidden;
  overflow: hidden;
  width: ${textWidth};
  min-height: 0;
  height: ${textHeight};
  padding: 0;
  column-fill: auto;
  column-width: ${textWidth};
  column-gap: 0;
}
`;

const has = (node: DocumentNode | undefined, role: string) =>
  node?.className.split(' ').includes(`document-${role}`) === true;

/**
 * The document with its signatures and what stands below them down to the date in one block that no page parts, as the
 * Word file has them in one table: to be told to stay together is not always enough for a browser.
 */
export function withClosingTogether(article: DocumentNode): DocumentNode {
  const children: DocumentNode[] = [];
  const given = article.children ?? [];
  for (let index = 0; index < given.length; index += 1) {
    const first = given[index];
    if (first === undefined) break;
    const closing = [first];
    if (has(first, 'signatures')) {
      for (
        let next = given[index + 1];
        next !== undefined && (has(next, 'organisationLine') || has(next, 'dateline'));
        next = given[index + 1]
      ) {
        closing.push(next);
        index += 1;
      }
    }
    children.push(
      closing.length === 1 ? first : { tag: 'div', className: 'document-closing', children: closing },
    );
  }
  return { ...article, children };
}

/** One document on its way to a printer, `pages` long as the browser lays it out. */
export type PrintedDocument = {
  readonly pageNumbers: PageFurniture['pageNumbers'];
  readonly pages: number;
};

type PlacedDocument = {
  /** The class that gives the document its own numbers. */
  readonly className: string;
  /** An empty page goes before it, so that it begins on the front of a sheet. */
  readonly afterEmptyPage: boolean;
};

/**
 * Where each document of a print begins. Numbers on the outer side are for paper that is printed on both sides
 * (GB/T 9704), so such a document, and with `doubleSided` every one, begins on the front of a sheet.
 */
export function placeDocuments(
  documents: readonly PrintedDocument[],
  doubleSided = false,
): readonly PlacedDocument[] {
  let printed = 0;
  return documents.map(({ pageNumbers, pages }, index) => {
    const afterEmptyPage = (doubleSided || pageNumbers === 'outside') && printed % 2 === 1;
    printed += pages + (afterEmptyPage ? 1 : 0);
    return { className: `document-print-${index + 1}`, afterEmptyPage };
  });
}

/**
 * The page rules of a print. Each document has page names and a counter of its own, because a browser counts the pages
 * of the whole print: so every document begins with page 1 and says how many pages it has itself.
 */
export function printCss(documents: readonly PrintedDocument[]): string {
  const rules = documents.map(({ pageNumbers, pages }, index) => {
    const name = `document-print-${index + 1}`;
    const number = (align: Align) =>
      `@bottom-${align} { content: "第" counter(${name}) "页 共${pages}页"; font: ${pageNumber.points}pt/${points(numberLine)} ${numberFamilies}; text-align: ${align}; vertical-align: top; padding: ${points(aboveNumber)} ${align === 'center' ? 0 : pageNumber.points}pt 0; }`;
    return [
      `@media print { .${name} { page: ${name}; } }`,
      `@page ${name} { counter-increment: ${name}; ${pageNumbers === 'centred' ? number('center') : ''} }`,
      ...(pageNumbers === 'outside'
        ? [`@page ${name}:right { ${number('right')} }`, `@page ${name}:left { ${number('left')} }`]
        : []),
    ].join('\n');
  });
  return `@page { size: A4 portrait; margin: ${margins}; }
@media print {
  /* A browser's A4 is a third of a point narrower: the lines keep their width. */
  .document { width: ${textWidth}; min-height: 0; padding: 0; break-before: page; }
  .document-empty-page { page: document-empty-page; break-before: page; height: ${points(grid.linePitch)}; }
}
@page document-empty-page { margin: ${margins}; }
${rules.join('\n')}
`;
}

type Align = 'left' | 'center' | 'right';

/** The number of a sheet as the paper will say it, and on which side; null where the document carries none. */
export function sheetNumber(
  pageNumbers: PageFurniture['pageNumbers'],
  page: number,
  pages: number,
): { readonly words: string; readonly align: Align } | null {
  if (pageNumbers === 'none') return null;
  const align = pageNumbers === 'centred' ? 'center' : page % 2 === 1 ? 'right' : 'left';
  return { words: `第${page}页 共${pages}页`, align };
}
