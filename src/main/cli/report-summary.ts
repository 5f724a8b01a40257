import type { PeriodFigures, Rate, Report } from '#shared/contract/statistics.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { figures } from '#shared/domain/statistics.ts';

/** A report in a few lines for a person at the terminal. */
export function reportSummary(
  { current, yearToDate, yearBefore }: Report,
  files: readonly string[],
): string[] {
  return [
    ...figuresInWords('本期', current),
    ...(yearToDate === null ? [] : ['', ...figuresInWords('本年累计', yearToDate)]),
    '',
    ...figuresInWords('上年同期', yearBefore),
    ...files.map((file) => `已保存 ${file}`),
  ];
}

function figuresInWords(title: string, { period, total, undated, beforeReceipt }: PeriodFigures): string[] {
  const count = (name: 'opening' | 'received' | 'closed' | 'returned' | 'closing' | 'succeeded') =>
    `${figures[name].label} ${total[name]}`;
  return [
    `${title}（${period.from} 至 ${period.to}）`,
    `  ${(['opening', 'received', 'closed', 'returned', 'closing'] as const).map(count).join('，')}`,
    `  ${count('succeeded')}（其中部分达成 ${total.partly}，自行和解 ${total.settledThemselves}），司法确认 ${total.judicialConfirmations}`,
    `  成功率：÷结案 ${percent(total.rates.ofClosed)}，÷受理 ${percent(total.rates.ofAccepted)}，÷实际调解 ${percent(total.rates.ofMediated)}`,
    `  诉争标的额 ${formatYuan(total.claimFenOfClosed)} 元，协议金额 ${formatYuan(total.agreedFen)} 元，到位金额 ${formatYuan(total.paidFen)} 元`,
    ...(undated + beforeReceipt === 0
      ? []
      : [`  未计入：待接收 ${undated} 件，接收前终止 ${beforeReceipt} 件`]),
  ];
}

function percent({ numerator, denominator }: Rate): string {
  return denominator === 0
    ? '—'
    : `${((numerator / denominator) * 100).toFixed(2)}%（${numerator}/${denominator}）`;
}
