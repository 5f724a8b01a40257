import type { ImportPreview, ImportProblem, ImportResult, LeftOutRow } from '#shared/contract/imports.ts';
import { leftOutRowLabels } from '#shared/domain/glossary.ts';

type LedgerOutcome = ImportPreview | ImportResult;
type Problem = Omit<ImportProblem, 'sheet'> & { readonly sheet?: string };

/** An import as `import-ledger --json` prints it; of a file with several sheets every problem names its own. */
export function importFigures({ sheets, imported, skipped, refused, warned }: LedgerOutcome): {
  readonly imported: number;
  readonly skipped: number;
  readonly refused: readonly Problem[];
  readonly warned: readonly Problem[];
} {
  const problem = ({ sheet, row, column, value, reason }: ImportProblem): Problem => ({
    ...(sheets.length > 1 ? { sheet } : {}),
    row,
    column,
    value,
    reason,
  });
  return { imported, skipped, refused: refused.map(problem), warned: warned.map(problem) };
}

/** An import in a few lines for a person at the terminal. */
export function importSummary(result: LedgerOutcome, dryRun: boolean): string[] {
  const { sheets, imported, skipped, refused, warned, doubts, newMediators, leftOut } = result;
  const inWords = ({ sheet, row, column, value, reason }: ImportProblem) =>
    `  ${sheets.length > 1 ? `${sheet} ` : ''}第${row}行 ${column}“${value}”：${reason}`;
  const refusedRows = new Set(refused.map(({ sheet, row }) => JSON.stringify([sheet, row]))).size;
  return [
    `${dryRun ? '试读（没有写入）：将导入' : '已导入'} ${imported} 件，已有而跳过 ${skipped} 件，拒绝 ${refusedRows} 行，提醒 ${warned.length} 处。`,
    ...(refused.length === 0 ? [] : ['拒绝的行：', ...refused.map(inWords)]),
    ...(warned.length === 0 ? [] : ['提醒核对：', ...warned.map(inWords)]),
    ...(leftOut.length === 0
      ? []
      : [`不是案件、没有读取的 ${leftOut.length} 行：${leftOutInWords(leftOut)}。`]),
    ...(doubts === 0 ? [] : [`另有 ${doubts} 处疑点记在案件的待核事项里。`]),
    ...(newMediators.length === 0 ? [] : [`名册新增（待完善）：${newMediators.join('、')}`]),
  ];
}

function leftOutInWords(leftOut: readonly LeftOutRow[]): string {
  const counts = Map.groupBy(leftOut, ({ why }) => why);
  return [...counts].map(([why, rows]) => `${leftOutRowLabels[why]} ${rows.length} 行`).join('，');
}
