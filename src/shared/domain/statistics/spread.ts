import type { RatioValue } from './ratios.ts';

type Spread = {
  readonly label: string;
  readonly unit: '天';
  readonly percent: number;
  readonly formula: string;
};

function rankFormula(percent: number): string {
  return `本期结案案件按接收日至终结日的天数从短到长排，取第“件数×${percent}%”件（不足整数的进一）的天数`;
}

/** How the times to closing are spread, by nearest rank: a number of days that some case really took (peers.md §5). */
export const spreads = {
  median: { label: '天数中位数', unit: '天', percent: 50, formula: rankFormula(50) },
  ninetieth: { label: '90%案件的天数', unit: '天', percent: 90, formula: rankFormula(90) },
} as const satisfies Readonly<Record<string, Spread>>;
export type SpreadName = keyof typeof spreads;

/** Fewer closed cases than these have no spread: half and nine tenths of four are single cases. */
export const fewestSpread = 5;
/** What is said in place of a spread. */
export const tooFewWords = `结案不足${fewestSpread}件，不作分布`;

/** Whether so many closed cases are enough to say how their days are spread, or to compare their success rate. */
export function isSpreadTold(closed: number): boolean {
  return closed >= fewestSpread;
}

/**
 * The value at the nearest rank ⌈count×percent÷100⌉, where `counts[value]` says how many have it; null where nobody has
 * any. Percent in whole numbers from 1 to 100.
 */
export function nearestRank(counts: ArrayLike<number>, percent: number): number | null {
  let total = 0;
  for (let value = 0; value < counts.length; value += 1) total += counts[value] as number;
  if (total === 0) return null;
  let left = Math.ceil((total * percent) / 100);
  let value = 0;
  while (left > (counts[value] as number)) {
    left -= counts[value] as number;
    value += 1;
  }
  return value;
}

/** Spans of whole days one after another, the last without an end; `upTo` belongs to the band. */
export type DayBands = readonly { readonly label: string; readonly upTo: number }[];

/** How long closed cases took; the statutory periods (7, 15, 30 days and extensions) are ends of bands. */
export const closingTimeBands = [
  { label: '当日', upTo: 0 },
  { label: '1–7天', upTo: 7 },
  { label: '8–15天', upTo: 15 },
  { label: '16–30天', upTo: 30 },
  { label: '31–45天', upTo: 45 },
  { label: '46–60天', upTo: 60 },
  { label: '61–90天', upTo: 90 },
  { label: '90天以上', upTo: Number.POSITIVE_INFINITY },
] as const satisfies DayBands;

/** How long pending cases have waited at the end of the period. */
export const pendingAgeBands = [
  { label: '15天以内', upTo: 15 },
  { label: '16–30天', upTo: 30 },
  { label: '31–60天', upTo: 60 },
  { label: '61–90天', upTo: 90 },
  { label: '90天以上', upTo: Number.POSITIVE_INFINITY },
] as const satisfies DayBands;

/** The place of the band that so many days lie in. */
export function bandOfDays(bands: DayBands, days: number): number {
  return bands.findIndex(({ upTo }) => days <= upTo);
}

/** The days of the band at a place, both ends included; null: without an end. */
export function daysOfBand(
  bands: DayBands,
  place: number,
): { readonly from: number; readonly to: number | null } {
  const { upTo } = bands[place] ?? { upTo: Number.POSITIVE_INFINITY };
  return {
    from: (bands[place - 1]?.upTo ?? -1) + 1,
    to: Number.isFinite(upTo) ? upTo : null,
  };
}

/** How much a mean of days moved: +1.2 天; — where one of them has nothing to divide by. */
export function formatDayChange(now: RatioValue, base: RatioValue | null): string {
  if (base === null || base.denominator === 0 || now.denominator === 0) return '—';
  const change =
    BigInt(now.numerator) * BigInt(base.denominator) - BigInt(base.numerator) * BigInt(now.denominator);
  const whole = BigInt(now.denominator) * BigInt(base.denominator);
  const size = change < 0n ? -change : change;
  const rounded = Number((size * 20n + whole) / (whole * 2n));
  const sign = rounded === 0 ? '' : change > 0n ? '+' : '−';
  return `${sign}${Math.floor(rounded / 10)}.${rounded % 10} 天`;
}
