import type { ReportTables } from '#shared/contract/statistics.ts';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import type { ReportCell, ReportTable } from '#shared/domain/statistics/tables.ts';
import { storedArchive } from './stored-archive.ts';

/** Without it spreadsheet programs take UTF-8 for the code page of the machine. */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet program would take for the beginning of a formula; an apostrophe makes text of it. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** A cell as plain words: numbers without separators and sums to the fen, so that a program can go on with them. */
function plain(cell: ReportCell): string {
  switch (cell.kind) {
    case 'count':
    case 'number':
      return String(cell.value);
    case 'wan':
      return decimal(cell.fen, 6);
    case 'yuan':
      return decimal(cell.fen, 2);
    case 'text':
    case 'missing':
      return harmless(cell.text);
    default:
      return cell.text;
  }
}

function decimal(fen: number, places: 2 | 6): string {
  const unit = 10 ** places;
  return `${Math.floor(fen / unit)}.${String(fen % unit).padStart(places, '0')}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One table: its title, its period, one line of heads, the rows and the notes. */
export function tableCsv(table: ReportTable, report: ReportTables): string {
  const filter = report.filterWords === null ? [] : [`筛选：${report.filterWords}`];
  const heads = table.columns.map(({ group, head }) => (group === null ? head : `${group}：${head}`));
  const lines = [
    [`${table.number}　${table.title}`],
    [`统计期间：${formatPeriod(report.current.period)}`, `单位：${table.unit}`, ...filter],
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
export function reportCsv(report: ReportTables): Uint8Array {
  return storedArchive(
    new Map(
      report.tables.map((table) => [
        `${table.number}-${table.tab}.csv`,
        new TextEncoder().encode(tableCsv(table, report)),
      ]),
    ),
  );
}
