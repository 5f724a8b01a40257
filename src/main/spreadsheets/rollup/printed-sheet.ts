import type { ReportCell, ReportColumn } from '#shared/domain/statistics/tables.ts';
import { heldBy, styleOf } from '../report/cells.ts';
import { type Signatories, signatoryLines } from '../report/foot.ts';
import { addRow, addSpans, emptyGrid, type Span } from '../report/grid.ts';
import { pageBreaks, pageCapacity, scaleOf, widthOf } from '../report/pages.ts';
import { bold, fitted, page, pageNumber, styles } from '../report/styles.ts';
import type { StyledSheet } from '../styled-workbook.ts';

export type PrintedColumn = Pick<ReportColumn, 'head' | 'width' | 'align'>;
export type PrintedRow = { readonly kind: 'line' | 'sum'; readonly cells: readonly ReportCell[] };

/** A table with one line of heads that prints on A4 landscape as the tables of a month do. */
export type PrintedTable = {
  readonly tab: string;
  readonly title: string;
  /** Under the title: what is counted, and in which units. */
  readonly period: string;
  readonly unit: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  readonly notes: readonly string[];
  readonly signatories: Signatories | null;
};

/** In figures, which column widths are counted in; a Chinese character is as wide as two. */
function lengthOf(text: string): number {
  let length = 0;
  for (const one of text) length += (one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return length;
}

/** The lines that the words of a row take; the programs that people use do not make a row higher by themselves. */
function linesIn(texts: readonly string[], widths: readonly number[]): number {
  const linesOf = (line: string, width: number) => Math.max(1, Math.ceil(lengthOf(line) / (width + 0.5)));
  return Math.max(
    1,
    ...texts.map((text, at) =>
      text.split('\n').reduce((sum, line) => sum + linesOf(line, widths[at] ?? 1), 0),
    ),
  );
}

function wordsOf(cell: ReportCell): string {
  return cell.kind === 'text' ? cell.text : '';
}

/** Draws it: title, period, head that is repeated on every page, rows, notes, and who answers for it. */
export function printedSheet(table: PrintedTable): StyledSheet {
  const { columns, rows, notes } = table;
  const grid = emptyGrid();
  const widths = columns.map(({ width }) => width);
  const all = columns.length;
  addSpans(grid, [{ text: table.title, columns: all, style: styles.title }], 42);
  const end = Math.min(4, all - 1);
  const under: readonly Span[] = [
    { text: table.period, columns: all - end, style: styles.aside },
    { text: `单位：${table.unit}`, columns: end, style: styles.asideEnd },
  ];
  addSpans(grid, under, 20);
  const heads = columns.map(({ head }) => head);
  const headRow = grid.rows.length;
  addRow(grid, heads, styles.head, Math.max(32, 6 + 14 * linesIn(heads, widths)));
  for (const { kind, cells } of rows) {
    const looks = cells.map((cell, column) => styleOf(cell, columns[column]?.align ?? 'end'));
    grid.rows.push({
      values: cells.map(heldBy),
      styles: kind === 'sum' ? looks.map(bold) : looks,
      height: 4 + 14 * linesIn(cells.map(wordsOf), widths),
    });
  }
  const foot = grid.rows.length;
  const inLine = Math.floor(widthOf(widths) / 9.7);
  for (const [at, note] of notes.entries()) {
    const text = `${at === 0 ? '说明：' : ''}${at + 1}．${note}`;
    const lines = Math.ceil((lengthOf(text) / 2 + 1) / inLine);
    addSpans(grid, [{ text, columns: all, style: styles.note }], 4 + lines * 13);
  }
  const signing = table.signatories === null ? [] : signatoryLines(table.signatories, null, widths);
  for (const spans of signing) addSpans(grid, spans, 30);
  const heights = grid.rows.map(({ height }) => height);
  const last = grid.rows.length - 1;
  const kept = [
    { from: Math.max(headRow + 1, foot - 2), to: foot - 1 },
    // Signatures stand with the last words that they are under.
    { from: last - 2, to: last },
  ];
  return {
    rows: grid.rows,
    frame: {
      name: table.tab,
      merges: grid.merges,
      columns: widths.map((width) => ({ width })),
      rowBreaks: pageBreaks(heights, kept, pageCapacity(scaleOf(widths)), heights[headRow] ?? 0),
      freezePane: { rows: headRow + 1, columns: 2 },
      pageSetup: { ...page, ...fitted, printTitlesRow: `$${headRow + 1}:$${headRow + 1}` },
      headerFooter: pageNumber,
    },
  };
}
