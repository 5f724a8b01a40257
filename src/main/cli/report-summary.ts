import type { PeriodFigures, Report } from '#shared/contract/statistics.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { figures, formatRate, type RatioValue, ratioOf } from '#shared/domain/statistics.ts';

/** A report in a few lines for a person at the terminal. */
export function reportSummary(report: Report, files: readonly string[]): string[] {
  const { current, yearToDate, yearBefore } = report;
  const compared = (title: string, figures: PeriodFigures) =>
    isCovered(report, figures) ? figuresInWords(title, figures) : [`${named(title, figures)}：—`];
  return [
    ...figuresInWords('本期', current),
    ...(report.request.kind === 'year' ? [] : ['', ...compared('本年累计', yearToDate)]),
    '',
    ...compared('上年同期', yearBefore),
    ...files.map((file) => `已保存 ${file}`),
  ];
}

/** Whether the register reaches back to any day of a period: where it does not, a zero would be invented. */
function isCovered({ covered }: Report, { period }: PeriodFigures): boolean {
  return covered !== null && covered.from <= period.to;
}

function named(title: string, { period }: PeriodFigures): string {
  return `${title}（${period.from} 至 ${period.to}）`;
}

function figuresInWords(title: string, of: PeriodFigures): string[] {
  const { figures: total } = of;
  const { undated, beforeReceipt } = total;
  const count = (name: 'opening' | 'received' | 'closed' | 'returned' | 'closing' | 'succeeded') =>
    `${figures[name].label} ${total[name]}`;
  return [
    named(title, of),
    `  ${(['opening', 'received', 'closed', 'returned', 'closing'] as const).map(count).join('，')}`,
    `  ${count('succeeded')}（其中部分达成 ${total.partly}，自行和解 ${total.settledThemselves}），司法确认 ${total.confirmed}`,
    `  成功率：÷结案 ${percent(ratioOf(total, 'ofClosed'))}，÷受理 ${percent(ratioOf(total, 'ofAccepted'))}，÷实际调解 ${percent(ratioOf(total, 'ofMediated'))}`,
    `  诉争标的额 ${formatYuan(total.claimFenOfClosed)} 元，协议金额 ${formatYuan(total.agreedFen)} 元，到位金额 ${formatYuan(total.paidFen)} 元`,
    ...(undated + beforeReceipt === 0
      ? []
      : [`  未计入：待接收 ${undated} 件，接收前终止 ${beforeReceipt} 件`]),
  ];
}

function percent(rate: RatioValue): string {
  return rate.denominator === 0 ? '—' : `${formatRate(rate)}（${rate.numerator}/${rate.denominator}）`;
}
