import { type CellStyle, colToLetter } from 'hucre/xlsx';
import { type ReportRow, textCell } from '#shared/domain/statistics/tables.ts';
import type { StyledSheet } from '../styled-workbook.ts';
import { heldBy, styleOf } from './cells.ts';
import { signatoryLines } from './foot.ts';
import { addRow, addSpans, emptyGrid, type Grid, merge, type Span } from './grid.ts';
import { joinGroups, tailOf } from './kept.ts';
import { pageBreaks, pageCapacity, widthOf } from './pages.ts';
import type { PaperTable, ReportPaper } from './paper.ts';
import { type Plan, planOf } from './plan.ts';
import { bold, fitted, page, pageNumber, small, styles } from './styles.ts';
import { addTitle } from './title.ts';

function addHead(grid: Grid, { table: { columns }, widths }: Plan): void {
  const lines = Math.max(
    ...columns.map(({ head }, index) => Math.ceil((head.length * 2) / (widths[index] ?? 1))),
  );
  const height = 6 + 14 * Math.min(4, lines);
  if (columns.every(({ group }) => group === null)) {
    addRow(
      grid,
      columns.map(({ head }) => head),
      styles.head,
      Math.max(32, height),
    );
    return;
  }
  const first = grid.rows.length;
  addRow(
    grid,
    columns.map(({ group, head }) => group ?? head),
    styles.head,
    20,
  );
  addRow(
    grid,
    columns.map(({ group, head }) => (group === null ? null : head)),
    styles.head,
    height,
  );
  for (let start = 0; start < columns.length; ) {
    const { group = null, sheet } = columns[start] ?? {};
    let end = start + 1;
    while (group !== null && columns[end]?.group === group && columns[end]?.sheet === sheet) end += 1;
    const place = { row: first, column: start };
    if (group === null) merge(grid, { ...place, rows: 2, columns: 1 });
    else if (end - start > 1) merge(grid, { ...place, rows: 1, columns: end - start });
    start = end;
  }
}

/** In figures, which column widths are counted in; a Chinese character is as wide as two. */
function lengthOf(line: string): number {
  let length = 0;
  for (const one of line) length += (one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return length;
}

/** On how many lines a text lies in a column of such a width. */
function linesOf(text: string, width: number): number {
  // No character is wider than two figures: most texts are that short.
  if (text.length * 2 <= width && !text.includes('\n')) return 1;
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / (width + 0.5))), 0);
}

/** The programs that people use do not make a row higher by themselves when they open a file. */
function heightOf({ cells }: ReportRow, { widths }: Plan, lineHeight: number): number {
  let lines = 1;
  for (const [column, { kind, text }] of cells.entries()) {
    const wraps = (kind === 'text' || kind === 'missing') && text.length > 2;
    if (wraps) lines = Math.max(lines, linesOf(text, widths[column] ?? 1));
  }
  return 4 + lineHeight * lines;
}

/** How the columns of a list look; an empty cell looks as the others of its column. */
function listStyles({ columns, rows }: PaperTable): readonly CellStyle[] {
  return columns.map(({ align }, column) => {
    const told = rows.find(({ cells }) => cells[column]?.text !== '')?.cells[column];
    return small(styleOf(told ?? textCell(null), align));
  });
}

function rowStyles({ kind, cells }: ReportRow, { columns }: PaperTable): readonly CellStyle[] {
  const looks = cells.map((cell, column) => styleOf(cell, columns[column]?.align ?? 'end'));
  return kind === 'total' ? looks.map(bold) : looks;
}

function addRows(grid: Grid, plan: Plan): void {
  const { table } = plan;
  const isList = table.name === 'cases';
  const looks = isList ? listStyles(table) : null;
  const sums = looks?.map(bold);
  const [lineHeight, least] = isList ? [12.5, 0] : [14, 18];
  for (const row of table.rows) {
    grid.rows.push({
      values: row.cells.map(heldBy),
      styles: (row.kind === 'total' ? sums : looks) ?? rowStyles(row, table),
      height: Math.max(least, heightOf(row, plan, lineHeight)),
    });
  }
}

/** What is true of all tables is said under the first of them. */
function notesOfReport(table: PaperTable, report: ReportPaper['report']): readonly string[] {
  if (table.name === 'cases') return [];
  const first = report.tables.find(({ name }) => name !== 'cases');
  return table.name === first?.name
    ? report.notes
    : [`计数和核对、未计入的案件、比较的算法见${first?.number}的说明。`];
}

/** The notes of a table, and who answers for it: under the table, or beside them on the second sheet. */
function addFoot(grid: Grid, { table, repeated, split, widths }: Plan, paper: ReportPaper): void {
  const isList = table.name === 'cases';
  const rest = table.columns.length - split;
  const columns = split - repeated;
  const signatories = isList
    ? []
    : signatoryLines(paper.profile, paper.reportedOn, rest > 0 ? widths.slice(split) : widths);
  const notes = [
    ...(table.leftOut > 0 ? [`另有 ${table.leftOut} 件没有列出。`] : []),
    ...table.notes,
    ...notesOfReport(table, paper.report),
  ];
  const charactersOfLine = Math.floor(widthOf(widths.slice(repeated, split)) / 9.7);
  // What stands in the repeated columns would stand on the second sheet too.
  const before: readonly Span[] = repeated === 0 ? [] : [{ text: '', columns: repeated, style: {} }];
  for (const [index, note] of notes.entries()) {
    const text = `${index === 0 ? '说明：' : ''}${index + 1}．${note}`;
    const beside = rest > 0 ? (signatories[index] ?? [{ text: '', columns: rest, style: {} }]) : [];
    const lines = Math.ceil((lengthOf(text) / 2 + 1) / charactersOfLine);
    addSpans(
      grid,
      [...before, { text, columns, style: styles.note }, ...beside],
      Math.max(beside.length > 0 && index < signatories.length ? 30 : 0, 4 + lines * 13),
    );
  }
  if (rest > 0) return;
  for (const spans of signatories) addSpans(grid, spans, 30);
}

/** Which table it is, over each page of one that has several; an ampersand begins an order to the printer. */
function runningHead({ number, title }: PaperTable) {
  const words = `${number === '' ? '' : `${number}　`}${title}`.replaceAll('&', '&&');
  return { ...pageNumber, oddHeader: `&R&"宋体,常规"${words}` };
}

/** Draws a table of a report as a sheet that prints on A4 landscape; the head is repeated on every page. */
export function tableSheet(table: PaperTable, paper: ReportPaper): StyledSheet {
  const grid = emptyGrid();
  const plan = planOf(table);
  const { repeated, split, widths, scale } = plan;
  addTitle(grid, plan, paper);
  const titleRows = grid.rows.length;
  addHead(grid, plan);
  const firstRow = grid.rows.length;
  addRows(grid, plan);
  const foot = grid.rows.length;
  addFoot(grid, plan, paper);
  const groups = joinGroups(grid, table, firstRow);
  const heights = grid.rows.map(({ height }) => height);
  const head = heights.slice(titleRows, firstRow).reduce((sum, height) => sum + height, 0);
  const total = table.rows.findIndex(({ kind }) => kind === 'total');
  const capacity = pageCapacity(scale);
  const lines = table.rows.filter(({ kind }) => kind === 'line').length;
  const kept = [
    ...groups,
    ...(total > 0 ? [{ from: firstRow + total - 1, to: foot - 1 }] : []),
    tailOf(heights, { firstRow, foot }, capacity - head),
  ];
  // Where two sheets lie side by side the scale is the program's own, and with it where a page ends.
  const breaks = table.name === 'cases' || repeated > 0 ? [] : pageBreaks(heights, kept, capacity, head);
  return {
    rows: grid.rows,
    frame: {
      name: table.tab,
      merges: grid.merges,
      columns: widths.map((width) => ({ width })),
      rowBreaks: breaks,
      ...(repeated === 0 ? {} : { colBreaks: [split - 1] }),
      freezePane: { rows: firstRow, columns: table.name === 'own' ? 1 : 2 },
      pageSetup: {
        ...page,
        ...fitted,
        ...(repeated === 0 ? {} : { fitToWidth: 2, printTitlesColumn: '$A:$B' }),
        printTitlesRow: repeated === 0 ? `$${titleRows + 1}:$${firstRow}` : `$1:$${firstRow}`,
      },
      headerFooter: breaks.length > 0 || table.name === 'cases' ? runningHead(table) : pageNumber,
      ...(table.name === 'cases' && table.rows.length > 1
        ? { autoFilter: { range: `A${firstRow}:${colToLetter(widths.length - 1)}${firstRow + lines}` } }
        : {}),
    },
  };
}
