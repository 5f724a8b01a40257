import type { WriteSheet } from 'hucre/xlsx';
import type { Figures, Report } from '#shared/contract/statistics.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { sliceDimensions } from '#shared/domain/statistics.ts';
import { columns, nothing } from './columns.ts';
import { addRow, addSpans, emptyGrid, type Grid, merge } from './grid.ts';
import { pageBreaks, pageCapacity, type Together } from './pages.ts';
import { bold, page, pageNumber, styles } from './styles.ts';

const labelWidth = 25;
/** Of label and figures together. */
export const width = columns.length + 1;

export function periodWords(period: Period): string {
  return `${formatLocalDate(period.from)}至${formatLocalDate(period.to)}`;
}

/** One line of a table; figures are null where the register reaches back to nothing of that period. */
export type Line = { readonly label: string; readonly figures: Figures | null };

export type Table = {
  readonly title: string;
  readonly lines: readonly Line[];
  /** 合计, last. */
  readonly total: Figures | null;
};

function addHead(grid: Grid): void {
  const first = grid.rows.length;
  addRow(grid, ['项目', ...columns.map((column) => column.group ?? column.head)], styles.head, 20);
  addRow(
    grid,
    [null, ...columns.map((column) => (column.group === null ? null : column.head))],
    styles.head,
    30,
  );
  merge(grid, { row: first, column: 0, rows: 2, columns: 1 });
  for (let start = 0; start < columns.length; ) {
    const group = columns[start]?.group ?? null;
    let end = start + 1;
    while (group !== null && columns[end]?.group === group) end += 1;
    const place = { row: first, column: start + 1 };
    merge(
      grid,
      group === null ? { ...place, rows: 2, columns: 1 } : { ...place, rows: 1, columns: end - start },
    );
    start = end;
  }
}

function addLine(grid: Grid, line: Line, emphasis = false): void {
  const shown = columns.map((column) => (line.figures === null ? nothing : column.show(line.figures)));
  const all = [{ value: line.label, style: styles.label }, ...shown];
  addRow(
    grid,
    all.map(({ value }) => value),
    (column) => {
      const style = all[column]?.style ?? styles.none;
      return emphasis ? bold(style) : style;
    },
    // Two lines of a long label; a character of a Chinese label is two wide.
    line.label.length * 2 > labelWidth ? 30 : 18,
  );
}

function addTable(grid: Grid, table: Table): readonly Together[] {
  const band = addSpans(grid, [{ text: table.title, columns: width, style: styles.band }], 19);
  for (const line of table.lines) addLine(grid, line);
  if (table.total !== null) addLine(grid, { label: '合计', figures: table.total }, true);
  const last = grid.rows.length - 1;
  return [
    { from: band, to: Math.min(band + 3, last) },
    { from: last - 1, to: last },
  ];
}

/** The tables of a report by court, cause, mediator, sector and channel, each with its 合计. */
export function sliceTables(report: Report, of: 'current' | 'yearToDate' | 'yearBefore'): readonly Table[] {
  return report.tables
    .filter(({ dimension }) => dimension !== 'closing')
    .map(({ dimension, rows }) => ({
      title: `按${sliceDimensions[dimension].label}`,
      lines: rows.map((row) => ({ label: row.label, figures: row[of] })),
      total: report[of].figures,
    }));
}

const ordinals = [...'一二三四五六七八'];

export type FiguresSheet = {
  readonly name: string;
  readonly title: string;
  readonly period: Period;
  readonly tables: readonly Table[];
  /** What stands under the tables. */
  readonly foot: (grid: Grid) => void;
};

/** Draws a sheet of tables under one head, which the printer repeats on every page. */
export function figuresSheet(sheet: FiguresSheet): WriteSheet {
  const grid = emptyGrid();
  addSpans(grid, [{ text: sheet.title, columns: width, style: styles.title }], 40);
  const left = 9;
  addSpans(
    grid,
    [
      { text: `统计期间：${periodWords(sheet.period)}`, columns: left, style: styles.aside },
      { text: '单位：件、万元', columns: width - left, style: styles.asideEnd },
    ],
    20,
  );
  addHead(grid);
  const headRows = grid.rows.length;
  const together = sheet.tables.flatMap((table, index) =>
    addTable(grid, { ...table, title: `${ordinals[index] ?? ''}、${table.title}` }),
  );
  const foot = grid.rows.length;
  sheet.foot(grid);
  const widths = [labelWidth, ...columns.map((column) => column.width)];
  const heights = grid.rows.map((_, row) => grid.rowDefs.get(row)?.height ?? 0);
  const head = heights.slice(headRows - 2, headRows).reduce((sum, height) => sum + height, 0);
  const kept = [...together, { from: foot, to: grid.rows.length - 1 }];
  return {
    name: sheet.name,
    rows: grid.rows,
    cells: grid.cells,
    merges: grid.merges,
    rowDefs: grid.rowDefs,
    columns: widths.map((each) => ({ width: each })),
    rowBreaks: pageBreaks(heights, kept, pageCapacity(widths), head),
    freezePane: { rows: headRows, columns: 1 },
    pageSetup: { ...page, printTitlesRow: `$${headRows - 1}:$${headRows}` },
    headerFooter: pageNumber,
  };
}
