import { type Cell, emptyCell, type TableSheet, type Workbook } from './cells.ts';
import { isAmount, unitInText } from './columns.ts';
import type { Problem } from './facts.ts';
import type { LedgerMapping, SheetMapping } from './head.ts';
import { ledgerRecords } from './records.ts';

const reasonHead = '错误说明';

/**
 * The refused rows as they stand in the user's own sheets, with what is wrong with each in an added column, so that
 * they can be mended there and imported again. Sheets without refused rows are left out.
 */
export function refusedRowsTables(
  workbook: Workbook,
  mapping: LedgerMapping,
  problems: readonly Problem[],
): readonly TableSheet[] {
  const bySheet = Map.groupBy(problems, (problem) => problem.sheet);
  const records = Map.groupBy(ledgerRecords(workbook, mapping), ([sheet]) => sheet.name);
  return mapping.sheets.flatMap((sheet) => {
    const byRow = Map.groupBy(bySheet.get(sheet.name) ?? [], (problem) => problem.row);
    const refused = (records.get(sheet.name) ?? []).filter(([, record]) => byRow.has(record.row));
    if (refused.length === 0) {
      return [];
    }
    const width = Math.max(...sheet.columns.map(({ index }) => index)) + 1;
    const rows = refused.map(([, record]) => [
      ...pad(record.cells, width),
      textCell(sentenceOf(byRow.get(record.row) ?? [])),
    ]);
    return [{ name: sheet.name, headRows: 1, rows: [headRow(sheet, width), ...rows], widths: widths(width) }];
  });
}

/** One row, even of a head of two, with the unit in it, since a line 单位：万元 above does not come along. */
function headRow(sheet: SheetMapping, width: number): readonly Cell[] {
  const cells: Cell[] = pad([], width);
  for (const { index, head, field, unit } of sheet.columns) {
    const missing = field !== 'ignore' && isAmount(field) && unitInText(head) === undefined;
    cells[index] = textCell(missing ? `${head}（${unit === 'wan' ? '万元' : '元'}）` : head);
  }
  return [...cells, textCell(reasonHead)];
}

function sentenceOf(problems: readonly Problem[]): string {
  return problems.map(({ column, reason }) => `${column}：${reason}`).join('\n');
}

function pad(cells: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? emptyCell);
}

function widths(columns: number): readonly number[] {
  return Array.from({ length: columns + 1 }, (_, index) => (index === columns ? 60 : 14));
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { kind: 'text', text };
}
