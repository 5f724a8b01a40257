import { type Fen, formatWan } from '../money.ts';
import {
  type CountedValues,
  formatGrowth,
  formatRatio,
  isAmount,
  isRatio,
  type MeasureName,
  measure,
  ratioOf,
} from '../statistics.ts';

/** What a table of several offices shows of each, in its order. */
export const rollupColumns = [
  'opening',
  'received',
  'closed',
  'returned',
  'closing',
  'succeeded',
  'ofClosed',
  'ofAccepted',
  'averageDays',
  'claimFenOfClosed',
  'agreedFen',
  'paidFen',
] as const satisfies readonly MeasureName[];
export type RollupColumn = (typeof rollupColumns)[number];

/** The head of a column with its unit where it is not 件 or %. */
export function columnHead(name: RollupColumn): string {
  const { label, unit } = measure(name);
  return unit === '件' || unit === '%' ? label : `${label}（${unit}）`;
}

/** A number of a column as it is written: sums in 万元 with two decimals, rates with one. */
export function columnText(values: CountedValues, name: RollupColumn): string {
  if (isRatio(name)) return formatRatio(name, ratioOf(values, name));
  return isAmount(name) ? formatWan(values[name] as Fen) : String(values[name]);
}

/** 上年同期成功 and 同比 of 成功; — where a year before nothing is known. */
export function growthTexts(
  values: CountedValues,
  yearBefore: CountedValues | null,
): readonly [string, string] {
  return [
    yearBefore === null ? '—' : String(yearBefore.succeeded),
    formatGrowth(values.succeeded, yearBefore?.succeeded ?? null),
  ];
}
