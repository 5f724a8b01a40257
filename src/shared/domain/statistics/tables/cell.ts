import { z } from 'zod';
import { handFigureNameSchema } from '../../hand-figure.ts';
import { type LocalDate, localDateSchema, type Month, monthSchema } from '../../local-date.ts';
import { fenSumSchema, formatWan, formatYuan } from '../../money.ts';
import { formatMonth } from '../../reporting-period/calendar-month.ts';
import { shiftMonth } from '../../reporting-period/statistical-calendar.ts';
import { amounts } from '../amounts.ts';
import { type Slice, sliceSchema } from '../dimensions.ts';
import {
  type CountedValues,
  formatGrowth,
  formatPoints,
  formatRate,
  isAmount,
  isRatio,
  type MeasureName,
  type RatioValue,
  ratioOf,
  ratios,
  tenths,
} from '../ratios.ts';
import { formatDayChange } from '../spread.ts';
import { isTold } from '../unrecorded.ts';

const count = z.int().nonnegative();
const ratioSchema = z.object({ numerator: count, denominator: count });
const text = z.string();

/**
 * What a cell of a report says: the number that it is made of, whole, and the words in which every screen and every
 * file shows it. Money in fen.
 */
export const reportCellSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text,
    /** The counts that it names, in their order: what stands in the text, and which of the row's cases they are. */
    counts: z.array(z.object({ words: z.string(), count, slices: z.array(sliceSchema) })).optional(),
  }),
  z.object({ kind: z.literal('count'), value: count, text }),
  /** The number of a row, and the points of a mediator with a decimal at most. */
  z.object({ kind: z.literal('number'), value: z.number(), text }),
  z.object({ kind: z.literal('wan'), fen: fenSumSchema, text }),
  z.object({ kind: z.literal('yuan'), fen: fenSumSchema, text }),
  ratioSchema.extend({ kind: z.literal('percent'), text }),
  ratioSchema.extend({ kind: z.literal('days'), text }),
  z.object({ kind: z.literal('growth'), now: count, base: count, text }),
  z.object({ kind: z.literal('points'), now: ratioSchema, base: ratioSchema, text }),
  z.object({ kind: z.literal('day'), day: localDateSchema, text }),
  /** There is nothing to tell: no denominator, no base, or the register does not reach back so far. */
  z.object({ kind: z.literal('none'), text }),
  /** A number that is kept by hand is not there for these months; none where the period is not one of whole months. */
  z.object({
    kind: z.literal('missing'),
    figure: handFigureNameSchema,
    months: z.array(monthSchema),
    text,
  }),
  /** To be written by hand, because the register cannot know it. */
  z.object({ kind: z.literal('blank'), text }),
]);
export type ReportCell = z.infer<typeof reportCellSchema>;

/** Nothing to tell. */
export const noCell: ReportCell = { kind: 'none', text: '—' };
/** To be written by hand. */
export const blankCell: ReportCell = { kind: 'blank', text: '' };

export function textCell(words: string | null): ReportCell {
  return { kind: 'text', text: words ?? '' };
}

/** 民间借贷纠纷3件、买卖合同纠纷2件: the cases of a row told apart, each with its count. */
export function countsCell(
  counts: readonly { readonly label: string; readonly count: number; readonly slice: Slice }[],
): ReportCell {
  const told = counts.map(({ label, count, slice }) => ({
    words: `${label}${count}件`,
    count,
    slices: [slice],
  }));
  return { kind: 'text', text: told.map(({ words }) => words).join('、'), counts: told };
}

export function countCell(value: number): ReportCell {
  return { kind: 'count', value, text: String(value).replace(/\B(?=(?:\d{3})+$)/g, ',') };
}

/** A sum in fen as 万元 with two decimals. */
export function wanCell(sum: number): ReportCell {
  const fen = fenSumSchema.parse(sum);
  return { kind: 'wan', fen, text: formatWan(fen) };
}

/** A sum in fen as 元. */
export function yuanCell(sum: number): ReportCell {
  const fen = fenSumSchema.parse(sum);
  return { kind: 'yuan', fen, text: formatYuan(fen) };
}

export function dayCell(day: LocalDate | null): ReportCell {
  return day === null ? textCell(null) : { kind: 'day', day, text: day };
}

export function percentCell(value: RatioValue): ReportCell {
  return value.denominator === 0 ? noCell : { kind: 'percent', ...value, text: formatRate(value) };
}

/** A number as it is written, without separators. */
export function numberCell(value: number): ReportCell {
  return { kind: 'number', value, text: String(value) };
}

/** 2026年1月至3月、5月: neighbouring months of one year together. */
export function monthsInWords(months: readonly Month[]): string {
  const spans: { readonly from: Month; to: Month }[] = [];
  for (const of of months) {
    const last = spans.at(-1);
    const follows =
      last !== undefined && shiftMonth(last.to, 1) === of && last.to.slice(0, 4) === of.slice(0, 4);
    if (follows) last.to = of;
    else spans.push({ from: of, to: of });
  }
  return spans
    .map(({ from, to }) => `${formatMonth(from)}${from === to ? '' : `至${Number(to.slice(5))}月`}`)
    .join('、');
}

/** What divides by a number that is kept by hand, while that is not there. */
export function missingCell(
  figure: z.infer<typeof handFigureNameSchema>,
  months: readonly Month[],
): ReportCell {
  const why = months.length === 0 ? '不是整月' : `缺${monthsInWords(months)}`;
  return { kind: 'missing', figure, months: [...months], text: `—（${why}）` };
}

/** A measure of a period as a cell; null values: the register knows nothing of that period. */
export function measureCell(name: MeasureName, values: CountedValues | null): ReportCell {
  if (values === null || !isTold(values, name)) return noCell;
  if (isRatio(name)) {
    const value = ratioOf(values, name);
    if (value.denominator === 0) return noCell;
    return ratios[name].as === 'percent'
      ? percentCell(value)
      : { kind: 'days', ...value, text: tenths(value.numerator, value.denominator, 1) };
  }
  if (isAmount(name) && amounts[name].unit === '万元') return wanCell(values[name]);
  return countCell(values[name]);
}

/** How a measure moved against a base: counts and sums in %, rates in 百分点, means of days in days. */
export function changeCell(
  name: MeasureName,
  now: CountedValues | null,
  base: CountedValues | null,
): ReportCell {
  if (now === null || base === null || !isTold(now, name) || !isTold(base, name)) return noCell;
  if (!isRatio(name)) {
    const value = { now: now[name], base: base[name] };
    return value.base === 0
      ? noCell
      : { kind: 'growth', ...value, text: formatGrowth(value.now, value.base) };
  }
  const value = { now: ratioOf(now, name), base: ratioOf(base, name) };
  if (ratios[name].as !== 'percent') {
    const words = formatDayChange(value.now, value.base);
    return words === noCell.text ? noCell : textCell(words);
  }
  return value.now.denominator === 0 || value.base.denominator === 0
    ? noCell
    : { kind: 'points', ...value, text: formatPoints(value.now, value.base) };
}
