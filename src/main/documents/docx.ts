import { createHash } from 'node:crypto';
import {
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  blocksKeptWithNext,
  grid,
  paper,
  signature,
  signatureSpacing,
  spaceUnderSignature,
  tableText,
  textWidth,
} from '#shared/documents/layout.ts';
import {
  type TableRow as ContentRow,
  type DocumentBlock,
  type DocumentContent,
  type Runs,
  type SignatureSlot,
  type SignaturesBlock,
  type TableBlock,
  wordsOf,
} from '#shared/documents/model.ts';
import { type FontSchemeName, fontSchemes } from './font-schemes.ts';
import {
  corePropertiesPart,
  emphasisStyle,
  fontTablePart,
  footerStyle,
  settingsPart,
  signatureStyle,
  stylesPart,
  tableHeadStyle,
  tableStyle,
} from './word-parts.ts';
import { fixZipStamps } from './zip-stamps.ts';

export type DocxOptions = { readonly fontScheme?: FontSchemeName };

/** A document as a Word file; the same content and fonts give the same bytes. */
export async function renderDocx(content: DocumentContent, options: DocxOptions = {}): Promise<Uint8Array> {
  const scheme = fontSchemes[options.fontScheme ?? 'gb2312'];
  const kept = blocksKeptWithNext(content.blocks);
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
        children: content.blocks.flatMap((block, index) => blockElements(block, kept.has(index))),
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

function footers({ page }: DocumentContent): {
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
  const inset = tableText.points * 20;
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

function blockElements(block: DocumentBlock, keepNext: boolean): readonly FileChild[] {
  switch (block.role) {
    case 'table':
      return [tableElement(block, keepNext)];
    case 'signatures':
      return [signaturesElement(block, keepNext)];
    default:
      return [new Paragraph({ style: block.role, ...keep(keepNext), children: runElements(block.runs) })];
  }
}

function keep(keepNext: boolean): { readonly keepNext?: true } {
  return keepNext ? { keepNext: true } : {};
}

/** The hint puts “ ” … — and · into the East Asian font; without it Word takes them for Latin. */
function runElements(runs: Runs): readonly TextRun[] {
  return runs.map(
    (run) =>
      new TextRun({
        text: wordsOf(run),
        font: { hint: 'eastAsia' },
        ...(run.kind === 'emphasis' ? { style: emphasisStyle } : {}),
      }),
  );
}

const thinLine = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const thickLine = { style: BorderStyle.SINGLE, size: 12, color: 'auto' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Column widths in twips that fill the line to the twip; WPS lays a table out by these. */
export function columnWidths(table: TableBlock): readonly number[] {
  const total = table.columns.reduce((sum, column) => sum + column.characters, 0);
  const widths = table.columns.map((column) => Math.floor((column.characters / total) * textWidth));
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

function tableElement(table: TableBlock, keepNext: boolean): Table {
  const widths = columnWidths(table);
  const rows = [
    ...table.head.map((row) => rowElement(table, row, widths, { head: true, keepNext: true })),
    // The row before the last stays with it, so that no total stands alone on a page.
    ...table.rows.map((row, index) =>
      rowElement(table, row, widths, {
        head: false,
        keepNext: index === table.rows.length - 1 ? keepNext : index === table.rows.length - 2,
      }),
    ),
  ];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: thickLine,
      bottom: thickLine,
      left: thickLine,
      right: thickLine,
      insideHorizontal: thinLine,
      insideVertical: thinLine,
    },
    margins: {
      marginUnitType: WidthType.DXA,
      top: tableText.cellPadding,
      bottom: tableText.cellPadding,
      left: tableText.cellPadding,
      right: tableText.cellPadding,
    },
    rows,
  });
}

const cellAlignment = { start: 'left', centre: 'center', end: 'right' } as const;

function rowElement(
  table: TableBlock,
  row: ContentRow,
  widths: readonly number[],
  { head, keepNext }: { readonly head: boolean; readonly keepNext: boolean },
): TableRow {
  let column = 0;
  const cells = row.map(({ lines, columnSpan }) => {
    const align = head || columnSpan > 1 ? 'centre' : (table.columns[column]?.align ?? 'start');
    const width = widths.slice(column, column + columnSpan).reduce((sum, part) => sum + part, 0);
    column += columnSpan;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(columnSpan > 1 ? { columnSpan } : {}),
      children: lines.map(
        (line) =>
          new Paragraph({
            style: head ? tableHeadStyle : tableStyle,
            alignment: cellAlignment[align],
            ...keep(keepNext),
            children: runElements(line),
          }),
      ),
    });
  });
  return new TableRow({ children: cells, cantSplit: true, ...(head ? { tableHeader: true } : {}) });
}

/** Two columns without lines; rows are not split and stay together with what stands below them. */
function signaturesElement(block: SignaturesBlock, keepNext: boolean): Table {
  const width = Math.floor(textWidth / 2);
  const widths = [width, textWidth - width];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: noLine,
      bottom: noLine,
      left: noLine,
      right: noLine,
      insideHorizontal: noLine,
      insideVertical: noLine,
    },
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: block.rows.map((row, index) => {
      const kept = keepNext || index < block.rows.length - 1;
      return new TableRow({
        cantSplit: true,
        children: row.map(
          (slot, place) =>
            new TableCell({
              width: { size: widths[place] ?? width, type: WidthType.DXA },
              children: slotParagraphs(slot, {
                before: index === 0 ? Math.round(signature.linesBefore * grid.linePitch) : 0,
                space: spaceUnderSignature[signatureSpacing(block)],
                keepNext: kept,
              }),
            }),
        ),
      });
    }),
  });
}

type SlotLayout = { readonly before: number; readonly space: number; readonly keepNext: boolean };

function slotParagraphs(slot: SignatureSlot, { before, space, keepNext }: SlotLayout): readonly Paragraph[] {
  // A cell must hold a paragraph, even where nobody signs.
  const lines = slot.lines.length === 0 ? [{ label: '', space: false }] : slot.lines;
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: signatureStyle,
        ...keep(keepNext),
        spacing: { before: index === 0 ? before : 0, after: line.space ? space : 0 },
        children: line.label === '' ? [] : runElements([{ kind: 'text', text: line.label }]),
      }),
  );
}
