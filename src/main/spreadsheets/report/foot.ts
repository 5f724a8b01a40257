import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { Span } from './grid.ts';
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

function orLine(value: string | null, underscores: number): string {
  return value ?? '_'.repeat(underscores);
}

/** Shares columns out so that the widths go by weight, each part at least one column. */
function shared(widths: readonly number[], weights: readonly number[]): readonly number[] {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const counts: number[] = [];
  let taken = 0;
  let width = 0;
  let until = 0;
  for (const [index, one] of weights.entries()) {
    until += (one / weight) * all;
    const left = weights.length - index - 1;
    let count = 0;
    while (taken < widths.length - left) {
      const next = widths[taken] ?? 0;
      if (left > 0 && count > 0 && width + next / 2 > until) break;
      width += next;
      taken += 1;
      count += 1;
    }
    counts.push(Math.max(1, count));
  }
  return counts;
}

/** The two lines under a table over columns of these widths: 填报单位（盖章）, 填报日期; 负责人, 审核人, 填表人, 电话. */
export function signatoryLines(
  who: Signatories,
  reportedOn: LocalDate | null,
  widths: readonly number[],
): readonly (readonly Span[])[] {
  const day = reportedOn === null ? '______年____月____日' : formatLocalDate(reportedOn);
  const line = (parts: readonly (readonly [label: string, value: string, weight: number])[]) => {
    const counts = shared(
      widths,
      parts.map(([, , weight]) => weight),
    );
    return parts.map(([label, value], index) => ({
      text: `${label}：${value}`,
      columns: counts[index] ?? 1,
      style: styles.foot,
    }));
  };
  return [
    line([
      ['填报单位（盖章）', orLine(who.reportingUnit ?? who.name, 40), 3],
      ['填报日期', day, 2],
    ]),
    line([
      ['负责人', orLine(who.head, 14), 1],
      ['审核人', orLine(who.reviewer, 14), 1],
      ['填表人', orLine(who.preparer, 14), 1],
      ['电话', orLine(who.phone, 18), 1.2],
    ]),
  ];
}
