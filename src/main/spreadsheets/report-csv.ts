import type { ReportTables } from '#shared/contract/statistics.ts';
import { type ReportStanding, standingWords } from '#shared/domain/report-standing.ts';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import type { ReportCell } from '#shared/domain/statistics/tables.ts';
import type { PaperTable, ReportPaper } from './report/paper.ts';
import { storedArchive } from './stored-archive.ts';

/** Without it spreadsheet programs take UTF-8 for the code page of the machine. */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet program would take for the beginning of a formula; an apostrophe makes text of it. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** A number as it is shown, in the form that spreadsheet programs read as one: no separators, the ordinary minus. */
function readable(shown: string): string {
  return withoutPlus(shown.replaceAll(',', '').replace(/^−(?=[\d.]+%?$)/, '-'));
}

/** A plus before a number begins a formula where a unit follows it. */
function withoutPlus(shown: string): string {
  return shown.replace(/^\+(?=\d)/, '');
}

/** How days moved is said in words. */
const daysMoved = /^\+[\d.]+ 天$/;

/** A cell as plain words, as precise as everywhere else. */
function plain(cell: ReportCell): string {
  switch (cell.kind) {
    case 'count':
    case 'number':
      return String(cell.value);
    case 'wan':
    case 'yuan':
    case 'growth':
      return readable(cell.text);
    case 'points':
      return withoutPlus(cell.text);
    case 'text':
    case 'missing':
      return daysMoved.test(cell.text) ? withoutPlus(cell.text) : harmless(cell.text);
    default:
      return cell.text;
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What is said of the numbers of a table. */
export type CsvPaper = {
  readonly report: Pick<ReportPaper['report'], 'current' | 'filterWords' | 'notes'>;
  readonly standing: ReportStanding;
};

/** One table: its title, its period, one line of heads, the rows and the notes. */
export function tableCsv(table: PaperTable, { report, standing }: CsvPaper): string {
  const filter = report.filterWords === null ? [] : [`筛选：${report.filterWords}`];
  const heads = table.columns.map(({ group, head }) => harmless(group === null ? head : `${group}：${head}`));
  const lines = [
    [table.number === '' ? harmless(table.title) : `${table.number}　${table.title}`],
    [
      `统计期间：${formatPeriod(report.current.period)}`,
      `单位：${table.unit}`,
      ...filter,
      standingWords(standing),
    ],
    heads,
    ...table.rows.map(({ cells }) => cells.map(plain)),
    ...[...table.notes, ...(table.name === 'cases' ? [] : report.notes)].map((note) => [`说明：${note}`]),
  ];
  return csvText(lines);
}

/** Lines of cells as a csv file with its byte order mark. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return byteOrderMark + lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Words that no spreadsheet program takes for a formula. */
export function harmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** A zip of a csv file (UTF-8) for each table of a report; the same report gives the same bytes. */
export function reportCsv(paper: CsvPaper & { readonly report: ReportTables }): Uint8Array {
  return storedArchive(
    new Map(
      paper.report.tables.map((table) => [
        `${table.number}-${table.tab}.csv`,
        new TextEncoder().encode(tableCsv(table, paper)),
      ]),
    ),
  );
}
