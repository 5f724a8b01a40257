import { z } from 'zod';
import { channelSchema } from '../domain/channel.ts';
import { closingCodeSchema } from '../domain/closing.ts';
import { localDateSchema, monthSchema } from '../domain/local-date.ts';
import { fenSumSchema } from '../domain/money.ts';
import { periodRequestSchema, periodSchema } from '../domain/reporting-period.ts';
import { sliceDimensionSchema } from '../domain/statistics.ts';
import { procedure } from './procedure.ts';
import { figuresSchema, filterSchema, takenSchema } from './statistics.ts';

const count = z.int().nonnegative();

/** What the plots count; money in fen. */
const plottedSchema = figuresSchema.pick({
  opening: true,
  received: true,
  accepted: true,
  closed: true,
  returned: true,
  closing: true,
  overdue: true,
  succeeded: true,
  agreedFen: true,
  paidFen: true,
  daysToClose: true,
});
export type PlottedFigures = z.infer<typeof plottedSchema>;
export const plottedNames = Object.keys(plottedSchema.shape) as readonly (keyof PlottedFigures)[];

const measuredSchema = z.object({ period: periodSchema, figures: plottedSchema });
export type Measured = z.infer<typeof measuredSchema>;

/** Median and 90th percentile of the days to closing by nearest rank (`spreads`); null where nothing was closed. */
const spreadSchema = z.object({ median: count.nullable(), ninetieth: count.nullable() });
export type SpreadValues = z.infer<typeof spreadSchema>;

/** One statistical month of the plots of time. Money in fen. */
export const plotMonthSchema = z.object({
  month: monthSchema,
  period: periodSchema,
  received: count,
  closed: count,
  succeeded: count,
  claimFenOfClosed: fenSumSchema,
  agreedFen: fenSumSchema,
  paidFen: fenSumSchema,
  spread: spreadSchema,
  /** Whether the month is closed and these are the numbers of its closing; false: counted from the register. */
  frozen: z.boolean(),
});
export type PlotMonth = z.infer<typeof plotMonthSchema>;

const shareSchema = z.object({
  received: count,
  closed: count,
  succeeded: count,
  closing: count,
  overdue: count,
});
/** What a row of a plot by dimension shows of its cases. */
export type PlotShare = z.infer<typeof shareSchema>;

/** The largest rows by a dimension; all others are summed in `rest`, what is not filled in stands in `unfilled`. */
export const rankedSchema = z.object({
  dimension: sliceDimensionSchema,
  rows: z.array(shareSchema.extend({ key: z.string(), label: z.string() })),
  rest: shareSchema.extend({ rows: count }).nullable(),
  unfilled: shareSchema.extend({ label: z.string() }).nullable(),
});
export type Ranked = z.infer<typeof rankedSchema>;

/** Cases that were pending at the start or came in, by channel and by how they stood at the end; '' is 未结. */
const flowCellSchema = z.object({
  from: z.enum(['opening', 'received']),
  channel: channelSchema,
  state: z.union([closingCodeSchema, z.literal('')]),
  cases: count,
});
export type FlowCell = z.infer<typeof flowCellSchema>;

export const dashboardSchema = z.object({
  request: periodRequestSchema,
  filter: filterSchema,
  current: measuredSchema,
  /** The period before it (环比). */
  previous: measuredSchema,
  /** The same period a year earlier (同比). */
  yearBefore: measuredSchema,
  /** From which closed month these were taken, and as which of its columns; null: counted. */
  taken: z.object({ current: takenSchema, previous: takenSchema, yearBefore: takenSchema }),
  /** 24 statistical months up to the end of the period, or to today where that is earlier. */
  months: z.array(plotMonthSchema),
  causes: rankedSchema,
  mediators: rankedSchema,
  courts: rankedSchema,
  /** The closed cases of the period, by place in `closingTimeBands`. */
  closingTimes: z.object({ bands: z.array(count), spread: spreadSchema }),
  /** The pending cases at the end of the period, by place in `pendingAgeBands`. */
  pendingAges: z.array(z.object({ cases: count, overdue: count })),
  flow: z.array(flowCellSchema),
  /** First and last receipt or closing day in the register; null in an empty one. */
  covered: z.object({ from: localDateSchema, to: localDateSchema }).nullable(),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

export const plots = {
  /**
   * Everything that the page 工作概览 draws of a period and a filter, out of one reading of the register; of a closed month
   * as a whole, and of closed months among the 24, as they were frozen. Refused with `reportDoesNotBalance` like the
   * report.
   */
  dashboard: procedure
    .input(z.object({ request: periodRequestSchema, filter: filterSchema.default([]) }))
    .output(dashboardSchema),
};
