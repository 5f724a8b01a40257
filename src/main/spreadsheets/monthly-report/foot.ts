import type { Report } from '#shared/contract/statistics.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type FigureName,
  figureNames,
  figures,
  rateNames,
  rates,
} from '#shared/domain/statistics.ts';
import { periodWords, width } from './figures-sheet.ts';
import { addSpans, type Grid } from './grid.ts';
import { styles } from './styles.ts';

/** Who signs under a report; what is not set is left as a line to write on. */
export type Signatories = {
  readonly name: string | null;
  readonly reportingUnit: string | null;
  readonly head: string | null;
  readonly reviewer: string | null;
  readonly preparer: string | null;
  readonly phone: string | null;
};

const charactersOfLine = 88;

function addNote(grid: Grid, text: string): void {
  const lines = Math.ceil((text.length + 2) / charactersOfLine);
  addSpans(grid, [{ text, columns: width, style: styles.note }], 4 + lines * 13);
}

function defined(name: FigureName): string {
  return `${figures[name].label}：${figures[name].formula}`;
}

/** How each figure and rate is counted, from the same table that counts it. */
export function definitionNotes(): readonly string[] {
  const outside: readonly FigureName[] = ['undated', 'beforeReceipt'];
  const counted = figureNames.filter((name) => !outside.includes(name));
  const amount = (name: AmountName) => `${amounts[name].label}：${amounts[name].formula}`;
  return [
    `计数：一件案件登记计 1 件；收案按接收日、结案按终结日，之后的司法确认、履行和归档不改变结案的月份。${counted.map(defined).join('；')}。`,
    `成功率：${rateNames.map((name) => `${rates[name].label}＝${rates[name].formula}`).join('；')}。分母为零记“—”，百分数保留一位小数，四舍五入只在最后一步。`,
    `金额：${amountNames.map(amount).join('；')}。金额以分计算，单元格内是准确的万元数，只显示两位小数；合计由分加总，可能与各行显示的数相差 0.01。`,
  ];
}

/** What is true of this report's numbers alone. */
function reportNotes(report: Report): readonly string[] {
  const { figures: total, mediatorsWithCases } = report.current;
  const { undated, beforeReceipt } = total;
  const outside = (name: FigureName, count: number) =>
    `${figures[name].label} ${count} 件（${figures[name].formula}）`;
  const covered = report.covered;
  const before = report.yearBefore.period;
  const missing =
    covered !== null && covered.from > before.from
      ? [
          `登记簿里最早的接收日、终结日为${formatLocalDate(covered.from)}，${periodWords(before)}的数据不全或没有。`,
        ]
      : [];
  return [
    `核对：旧存 ${total.opening}＋新收 ${total.received}＝结案 ${total.closed}＋退回 ${total.returned}＋未结 ${total.closing}，已逐案核对。本期有案件（旧存或新收）的调解员 ${mediatorsWithCases} 人。`,
    `未计入：${outside('undated', undated)}；${outside('beforeReceipt', beforeReceipt)}。`,
    ...missing,
  ];
}

export function addNotes(grid: Grid, report: Report): void {
  addSpans(grid, [{ text: '说明', columns: width, style: styles.noteHead }], 18);
  for (const [index, note] of [...reportNotes(report), ...definitionNotes()].entries()) {
    addNote(grid, `${index + 1}．${note}`);
  }
}

function orLine(value: string | null, underscores: number): string {
  return value ?? '_'.repeat(underscores);
}

/** 填报单位（盖章）、负责人、审核人、填表人、电话、填报日期. */
export function addSignatories(grid: Grid, who: Signatories, reportedOn: LocalDate | null): void {
  const day = reportedOn === null ? '______年____月____日' : formatLocalDate(reportedOn);
  const part = (label: string, value: string, columns: number) => ({
    text: `${label}：${value}`,
    columns,
    style: styles.foot,
  });
  addSpans(
    grid,
    [
      part('填报单位（盖章）', orLine(who.reportingUnit ?? who.name, 40), 11),
      part('填报日期', day, width - 11),
    ],
    34,
  );
  addSpans(
    grid,
    [
      part('负责人', orLine(who.head, 18), 3),
      part('审核人', orLine(who.reviewer, 18), 4),
      part('填表人', orLine(who.preparer, 18), 4),
      part('电话', orLine(who.phone, 22), width - 11),
    ],
    28,
  );
}
