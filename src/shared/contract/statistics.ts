import { z } from 'zod';
import { localDateSchema, monthSchema } from '../domain/local-date.ts';
import { fenSumSchema } from '../domain/money.ts';
import { periodSchema } from '../domain/reporting-period.ts';
import { procedure, text } from './procedure.ts';

const count = z.int().nonnegative();

export const rateSchema = z.object({ numerator: count, denominator: count });
export type Rate = z.infer<typeof rateSchema>;

/** The figures of one period, for the office or for one row of a table. Amounts in fen, of cases closed in the period. */
export const figuresSchema = z.object({
  opening: count,
  received: count,
  closed: count,
  returned: count,
  /** 未结 */
  closing: count,
  succeeded: count,
  partly: count,
  settledThemselves: count,
  mediated: count,
  claimFenOfClosed: fenSumSchema,
  agreedFen: fenSumSchema,
  paidFen: fenSumSchema,
  judicialConfirmations: count,
  rates: z.object({ ofClosed: rateSchema, ofAccepted: rateSchema, ofMediated: rateSchema }),
});
export type Figures = z.infer<typeof figuresSchema>;

/** One row of a table; `key` is what drill-down asks for, '' is 未填. */
export const sliceRowSchema = z.object({ key: z.string(), label: z.string(), figures: figuresSchema });
export type SliceRow = z.infer<typeof sliceRowSchema>;

export const periodFiguresSchema = z.object({
  period: periodSchema,
  total: figuresSchema,
  mediatorsWithCases: count,
  undated: count,
  beforeReceipt: count,
  byCourt: z.array(sliceRowSchema),
  byCause: z.array(sliceRowSchema),
  byMediator: z.array(sliceRowSchema),
  bySector: z.array(sliceRowSchema),
  byChannel: z.array(sliceRowSchema),
  byClosing: z.array(sliceRowSchema),
});
export type PeriodFigures = z.infer<typeof periodFiguresSchema>;

export const reportRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('month'), month: monthSchema }),
  z.object({ kind: z.literal('year'), year: z.int().min(1990).max(2199) }),
]);
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const reportSchema = z.object({
  request: reportRequestSchema,
  /** The month (or year) asked for. */
  current: periodFiguresSchema,
  /** The year to date: 1 January to the end of the month; null for a year's report. */
  yearToDate: periodFiguresSchema.nullable(),
  /** The same month last year (the year before, for a year's report). */
  yearBefore: periodFiguresSchema,
  /** First and last receipt or closing day in the register; null in an empty one. */
  covered: z.object({ from: localDateSchema, to: localDateSchema }).nullable(),
});
export type Report = z.infer<typeof reportSchema>;

export const statistics = {
  /** Refused with `reportDoesNotBalance`, naming the cases, where 旧存＋新收＝结案＋退回＋未结 does not hold. */
  report: procedure.input(z.object({ request: reportRequestSchema })).output(reportSchema),
  /** The figures of each of the twelve months of a year, without slices: what the year's plot shows. */
  months: procedure
    .input(z.object({ year: z.int().min(1990).max(2199) }))
    .output(z.array(z.object({ month: monthSchema, total: figuresSchema }))),
  /** The month's table as xlsx (A4 landscape, 明细 masked). `unmasked` needs a reason, which is recorded. */
  exportReport: procedure
    .input(z.object({ request: reportRequestSchema, unmasked: z.object({ reason: text(500) }).nullable() }))
    .output(z.object({ file: z.file() })),
};
