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

/** Shares columns out by weight, each at least one; the last takes what is left. */
function shared(columns: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.max(1, Math.floor((columns * weight) / all)));
  const rest = columns - counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
  return [...counts.slice(0, -1), Math.max(1, rest)];
}

/** The two lines under a table over so many columns: 填报单位（盖章）, 填报日期; 负责人, 审核人, 填表人, 电话. */
export function signatoryLines(
  who: Signatories,
  reportedOn: LocalDate | null,
  columns: number,
): readonly (readonly Span[])[] {
  const day = reportedOn === null ? '______年____月____日' : formatLocalDate(reportedOn);
  const line = (parts: readonly (readonly [label: string, value: string, weight: number])[]) => {
    const counts = shared(
      columns,
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
