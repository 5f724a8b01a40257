import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { compactTables, tableText, textWidth } from '#shared/documents/layout.ts';
import type { TableRow as ContentRow, TableBlock } from '#shared/documents/model.ts';
import { compactTableStyle, tableHeadStyle, tableStyle } from './word-parts.ts';
import { keep, runElements } from './word-runs.ts';

const thinLine = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const;
const thickLine = { style: BorderStyle.SINGLE, size: 12, color: 'auto' } as const;

/** Column widths in twips that fill the line to the twip; WPS lays a table out by these. */
export function columnWidths(table: TableBlock): readonly number[] {
  const total = table.columns.reduce((sum, column) => sum + column.characters, 0);
  const widths = table.columns.map((column) => Math.floor((column.characters / total) * textWidth));
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

/** How many rows at least begin a further page. */
function fewestRows({ name }: TableBlock): number {
  return name === 'figures' ? 3 : 2;
}

/** A table that fills the line, with repeated head and rows that are not split. */
export function tableElement(table: TableBlock, keepNext: boolean): Table {
  const widths = columnWidths(table);
  const rows = [
    ...table.head.map((row) => rowElement(table, row, widths, { head: true, keepNext: true })),
    // The rows before the last stay with it, so that no total stands alone on a page.
    ...table.rows.map((row, index) =>
      rowElement(table, row, widths, {
        head: false,
        keepNext: index === table.rows.length - 1 ? keepNext : index >= table.rows.length - fewestRows(table),
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
  const cells = row.map(({ lines, columnSpan, align: own }) => {
    const align = own ?? (head || columnSpan > 1 ? 'centre' : (table.columns[column]?.align ?? 'start'));
    const width = widths.slice(column, column + columnSpan).reduce((sum, part) => sum + part, 0);
    column += columnSpan;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(columnSpan > 1 ? { columnSpan } : {}),
      children: lines.map(
        (line) =>
          new Paragraph({
            style: head ? tableHeadStyle : compactTables.has(table.name) ? compactTableStyle : tableStyle,
            alignment: cellAlignment[align],
            ...keep(keepNext),
            children: runElements(line),
          }),
      ),
    });
  });
  return new TableRow({ children: cells, cantSplit: true, ...(head ? { tableHeader: true } : {}) });
}
