import type { WriteSheet } from 'hucre/xlsx';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import type { ReportRow, ReportTable } from '#shared/domain/statistics/tables.ts';
import type { ReportPaper } from '../report.ts';
import { heldBy, styleOf } from './cells.ts';
import { signatoryLines } from './foot.ts';
import { addRow, addSpans, emptyGrid, type Grid, merge, type Span } from './grid.ts';
import { pageBreaks, pageCapacity, scaleOf, widthOf } from './pages.ts';
import { bold, fitted, page, pageNumber, small, styles } from './styles.ts';

/** How a table lies on paper: its columns on one sheet, or on two side by side, each with the columns that name a row. */
type Plan = {
  readonly table: ReportTable;
  /** Columns that the printer repeats on the second sheet; 0 where there is none. */
  readonly repeated: number;
  /** Where the second sheet begins; the number of columns where there is none. */
  readonly split: number;
  readonly scale: number;
};

function planOf(table: ReportTable): Plan {
  const widths = table.columns.map(({ width }) => width);
  const second = table.columns.findIndex(({ sheet }) => sheet === 2);
  if (second < 0) return { table, repeated: 0, split: widths.length, scale: scaleOf(widths) };
  const repeated = 2;
  const sheets = [widths.slice(0, second), [...widths.slice(0, repeated), ...widths.slice(second)]];
  return { table, repeated, split: second, scale: Math.min(...sheets.map(scaleOf)) };
}

/** The title and the line under it, which say on every sheet of paper what it is. */
function addTitle(grid: Grid, { table, repeated, split }: Plan, { report }: ReportPaper): void {
  const rest = table.columns.length - split;
  const filter = report.filterWords === null ? '' : `　筛选：${report.filterWords}`;
  const period = `统计期间：${formatPeriod(report.current.period)}${filter}`;
  const unit = `单位：${table.unit}`;
  if (repeated === 0) {
    addSpans(grid, [{ text: table.title, columns: split, style: styles.title }], 42);
    const end = Math.min(4, split - 1);
    addSpans(
      grid,
      [
        { text: `${table.number}　${period}`, columns: split - end, style: styles.aside },
        { text: unit, columns: end, style: styles.asideEnd },
      ],
      20,
    );
    return;
  }
  addSpans(
    grid,
    [
      { text: table.number, columns: repeated, style: styles.tableNumber },
      { text: table.title, columns: split - repeated, style: styles.title },
      { text: `${table.title}（续）`, columns: rest, style: styles.title },
    ],
    42,
  );
  addSpans(
    grid,
    [
      { text: unit, columns: repeated, style: styles.aside },
      { text: period, columns: split - repeated, style: styles.aside },
      { text: period, columns: rest, style: styles.aside },
    ],
    20,
  );
}

function addHead(grid: Grid, { columns }: ReportTable): number {
  const first = grid.rows.length;
  const lines = Math.max(...columns.map(({ head, width }) => Math.ceil((head.length * 2) / width)));
  const height = 6 + 14 * Math.min(4, lines);
  if (columns.every(({ group }) => group === null)) {
    addRow(
      grid,
      columns.map(({ head }) => head),
      styles.head,
      Math.max(32, height),
    );
    return 1;
  }
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
  return 2;
}

/** In figures, which column widths are counted in; a Chinese character is as wide as two. */
function lengthOf(line: string): number {
  return Array.from(line).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}

/** The programs that people use do not make a row higher by themselves when they open a file. */
function heightOf(row: ReportRow, { columns }: ReportTable, lineHeight: number): number {
  const lines = row.cells.map((cell, index) =>
    cell.kind === 'text' && cell.text.length > 2
      ? cell.text
          .split('\n')
          .reduce(
            (sum, line) =>
              sum + Math.max(1, Math.ceil(lengthOf(line) / ((columns[index]?.width ?? 1) + 0.5))),
            0,
          )
      : 1,
  );
  return 4 + lineHeight * Math.max(1, ...lines);
}

function addRows(grid: Grid, { table }: Plan): void {
  const isList = table.name === 'cases';
  const aligns = table.columns.map(({ align }) => align);
  for (const row of table.rows) {
    addRow(
      grid,
      row.cells.map(heldBy),
      (column) => {
        const cell = row.cells[column];
        const style = cell === undefined ? styles.none : styleOf(cell, aligns[column] ?? 'end');
        return isList ? small(style) : row.kind === 'total' ? bold(style) : style;
      },
      Math.max(isList ? 0 : 18, heightOf(row, table, isList ? 12.5 : 14)),
    );
  }
}

/** The notes of a table, and who answers for it: under the table, or beside them on the second sheet. */
function addFoot(grid: Grid, { table, repeated, split }: Plan, paper: ReportPaper): void {
  const isList = table.name === 'cases';
  const rest = table.columns.length - split;
  const columns = split - repeated;
  const signatories = isList
    ? []
    : signatoryLines(paper.profile, paper.reportedOn, rest > 0 ? rest : columns);
  const notes = [
    ...(table.leftOut > 0 ? [`另有 ${table.leftOut} 件没有列出。`] : []),
    ...table.notes,
    ...(isList ? [] : paper.report.notes),
  ];
  const widths = table.columns.slice(repeated, split).map(({ width }) => width);
  const charactersOfLine = Math.floor(widthOf(widths) / 9.7);
  const before = (text: string): Span[] =>
    repeated === 0 ? [] : [{ text, columns: repeated, style: styles.noteHead }];
  for (const [index, note] of notes.entries()) {
    const text = `${repeated === 0 && index === 0 ? '说明：' : ''}${index + 1}．${note}`;
    const beside = rest > 0 ? (signatories[index] ?? [{ text: '', columns: rest, style: {} }]) : [];
    const lines = Math.ceil((lengthOf(text) / 2 + 1) / charactersOfLine);
    addSpans(
      grid,
      [...before(index === 0 ? '说明' : ''), { text, columns, style: styles.note }, ...beside],
      Math.max(beside.length > 0 && index < signatories.length ? 30 : 0, 4 + lines * 13),
    );
  }
  if (rest > 0) return;
  for (const spans of signatories) addSpans(grid, spans, 30);
}

/** Draws a table of a report as a sheet that prints on A4 landscape; the head is repeated on every page. */
export function tableSheet(table: ReportTable, paper: ReportPaper): WriteSheet {
  const grid = emptyGrid();
  const plan = planOf(table);
  const { repeated, split, scale } = plan;
  addTitle(grid, plan, paper);
  const titleRows = grid.rows.length;
  const _headRows = addHead(grid, table);
  const firstRow = grid.rows.length;
  addRows(grid, plan);
  const foot = grid.rows.length;
  addFoot(grid, plan, paper);
  const heights = grid.rows.map((_, row) => grid.rowDefs.get(row)?.height ?? 0);
  const head = heights.slice(titleRows, firstRow).reduce((sum, height) => sum + height, 0);
  const last = grid.rows.length - 1;
  const total = table.rows.findIndex(({ kind }) => kind === 'total');
  const capacity = pageCapacity(scale);
  const footHeight = heights.slice(foot).reduce((sum, height) => sum + height, 0);
  const kept = [
    ...(total > 0 ? [{ from: firstRow + total - 1, to: foot - 1 }] : []),
    // Signatures stand with what they are under; notes longer than a page cannot be kept together.
    { from: foot, to: footHeight > capacity - head ? foot : last },
  ];
  return {
    name: table.tab,
    rows: grid.rows,
    cells: grid.cells,
    merges: grid.merges,
    rowDefs: grid.rowDefs,
    columns: table.columns.map(({ width }) => ({ width })),
    rowBreaks: table.name === 'cases' ? [] : pageBreaks(heights, kept, capacity, head),
    ...(repeated === 0 ? {} : { colBreaks: [split - 1] }),
    freezePane: { rows: firstRow, columns: 2 },
    pageSetup: {
      ...page,
      ...(repeated === 0
        ? fitted
        : { scale: Math.floor(scale * 100), printTitlesColumn: `$A:$${'ABCDEFG'[repeated - 1]}` }),
      printTitlesRow: repeated === 0 ? `$${titleRows + 1}:$${firstRow}` : `$1:$${firstRow}`,
    },
    headerFooter: pageNumber,
  };
}
