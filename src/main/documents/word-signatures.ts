import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import {
  grid,
  signature,
  signatureSpacing,
  spaceUnderSignature,
  textWidth,
} from '#shared/documents/layout.ts';
import type { SignatureSlot, SignaturesBlock, TextBlock } from '#shared/documents/model.ts';
import { signatureStyle } from './word-parts.ts';
import { keep, runElements, textParagraph } from './word-runs.ts';

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noLines = {
  top: noLine,
  bottom: noLine,
  left: noLine,
  right: noLine,
  insideHorizontal: noLine,
  insideVertical: noLine,
} as const;

/**
 * Two columns without lines. The organisation's line and the date are its last row, because LibreOffice keeps rows
 * together but parts a table from the paragraph after it. Rows are not split and stay on one page.
 */
export function signaturesElement(block: SignaturesBlock, below: readonly TextBlock[]): Table {
  const width = Math.floor(textWidth / 2);
  const widths = [width, textWidth - width];
  const space = spaceUnderSignature[signatureSpacing(block)];
  const rows = block.rows.map((row, index) => {
    const before = index === 0 ? Math.round(signature.linesBefore * grid.linePitch) : 0;
    const keepNext = below.length > 0 || index < block.rows.length - 1;
    return new TableRow({
      cantSplit: true,
      children: row.map(
        (slot, place) =>
          new TableCell({
            width: { size: widths[place] ?? width, type: WidthType.DXA },
            children: slotParagraphs(slot, { before, space, keepNext }),
          }),
      ),
    });
  });
  const lastRow = new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: textWidth, type: WidthType.DXA },
        columnSpan: 2,
        children: below.map((line, index) => textParagraph(line, index < below.length - 1)),
      }),
    ],
  });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noLines,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: below.length > 0 ? [...rows, lastRow] : rows,
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
