import { z } from 'zod';
import { localDateSchema, monthSchema } from '../domain/local-date.ts';
import {
  adjustingEventsSchema,
  adjustmentKindSchema,
  countedNameSchema,
} from '../domain/month-adjustment.ts';
import { periodSchema } from '../domain/reporting-period.ts';
import { comparedPeriodSchema } from '../domain/statistics/tables.ts';
import { amountNameSchema, figureNameSchema, sliceDimensionSchema } from '../domain/statistics.ts';
import { narrowingShape } from './cases.ts';
import { caseIdSchema } from './ids.ts';
import { procedure, refusalReasonSchema, text } from './procedure.ts';
import { filterSchema, reportSchema } from './statistics.ts';

const count = z.int().nonnegative();

/** One closing of a month; a reopened one stays, and closing again makes another with the next sequence. */
export const monthClosingSchema = z.object({
  sequence: z.int().positive(),
  /** The days of the month as they were then, whatever the settings say now. */
  period: periodSchema,
  /** UTC instant, and who was at work. */
  at: z.string(),
  by: z.string(),
  fileName: z.string(),
  /** SHA-256 of the file as it was made then. */
  sha256: z.string(),
  /** SHA-256 of all that it froze besides the file: the fingerprint that the papers of the month bear. */
  contentSha256: z.string(),
  reopened: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type MonthClosing = z.infer<typeof monthClosingSchema>;

export const monthStateSchema = z.object({
  month: monthSchema,
  period: periodSchema,
  /** The closing that stands. */
  closing: monthClosingSchema.nullable(),
  /** Those that were reopened, oldest first. */
  reopened: z.array(monthClosingSchema),
  /** Why it cannot be closed now; null where it can, or is. */
  hindrance: z.object({ reason: refusalReasonSchema, detail: z.record(z.string(), z.string()) }).nullable(),
  /** Whether it is the newest closed month: only that one can be reopened. */
  reopenable: z.boolean(),
  /** The month in whose 上期调整 a change made today appears; null while no month is closed. */
  adjustedIn: monthSchema.nullable(),
});
export type MonthState = z.infer<typeof monthStateSchema>;

/** How much a count or sum became more, or less (negative); money in fen. */
const figureChangeSchema = z.object({ name: countedNameSchema, by: z.int() });

export const monthAdjustmentSchema = z.object({
  /** The closed month that would be counted otherwise now. */
  month: monthSchema,
  caseId: caseIdSchema,
  internalNumber: z.string(),
  kind: adjustmentKindSchema,
  /** Whether the month counted the case, and would count it now. */
  counted: z.object({ before: z.boolean(), after: z.boolean() }),
  changes: z.array(figureChangeSchema),
  /** The tables in which the case stands in another row. */
  moves: z.array(
    z.object({
      dimension: sliceDimensionSchema,
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
  /** What was done with the case since the closing before; empty where only rules or settings changed. */
  events: adjustingEventsSchema,
});
export type MonthAdjustment = z.infer<typeof monthAdjustmentSchema>;

export const monthAdjustmentsSchema = z.object({
  month: monthSchema,
  /** Of a closed month as they were frozen; of the first open month as of now; of later months none. */
  state: z.enum(['frozen', 'open', 'none']),
  adjustments: z.array(monthAdjustmentSchema),
  /** The same in sums, for each month adjusted. */
  totals: z.array(z.object({ month: monthSchema, changes: z.array(figureChangeSchema) })),
  /** 上月未结＋调整＝本月旧存; null where the month before is not closed. */
  carried: z
    .object({
      month: monthSchema,
      closing: count,
      adjusted: z.int(),
      opening: count,
      /** Whether the month begins on the day after the one before ended: only then the sum holds. */
      connected: z.boolean(),
    })
    .nullable(),
});
export type MonthAdjustments = z.infer<typeof monthAdjustmentsSchema>;

/** A case as a closing froze it. */
export const frozenCaseSchema = z.object({
  caseId: caseIdSchema,
  internalNumber: z.string(),
  courtNumbers: z.array(z.string()),
  causeName: z.string().nullable(),
  mediatorName: z.string().nullable(),
  endedOn: localDateSchema.nullable(),
  /** The figures that counted it, and what it added to the sums (money in fen, nothing where it added 0). */
  figures: z.array(figureNameSchema),
  sums: z.partialRecord(amountNameSchema, z.int()),
});
export type FrozenCase = z.infer<typeof frozenCaseSchema>;

/** What became different of it since, in the 上期调整 of which months. */
export const frozenCaseChangeSchema = z.object({
  caseId: caseIdSchema,
  parts: z.array(
    z.object({ in: monthSchema, kind: adjustmentKindSchema, changes: z.array(figureChangeSchema) }),
  ),
});
export type FrozenCaseChange = z.infer<typeof frozenCaseChangeSchema>;

/** 锁定: what a month said when somebody closed it, and what became different since (上期调整). */
export const months = {
  of: procedure.input(z.object({ month: monthSchema })).output(monthStateSchema),
  /** The closed months that count a case, and the month in whose 上期调整 a change of it appears; null: none is closed. */
  counting: procedure
    .input(z.object({ caseId: caseIdSchema }))
    .output(z.object({ months: z.array(monthSchema), adjustedIn: monthSchema.nullable() })),
  /** Every month that was ever closed, newest first. */
  list: procedure.output(z.array(monthStateSchema)),
  /** What is said before a month is closed. Refused like `statistics.report`. */
  preview: procedure.input(z.object({ month: monthSchema })).output(
    z.object({
      /** 待接收, 超期未结, and counted cases with something in doubt (待核). */
      undated: count,
      overdue: count,
      doubted: count,
      /** Cases that the closing freezes. */
      cases: count,
      adjustments: monthAdjustmentsSchema,
    }),
  ),
  /**
   * Freezes the month: the report with all tables, the list of cases, the masked xlsx, and the adjustments of earlier
   * months. Months are closed in their order; the first may be any. Refused with `monthNotOver`, `monthClosed`,
   * `monthOutOfOrder`, and like `statistics.report`; CONFLICT where others kept registering meanwhile.
   */
  close: procedure
    .input(z.object({ month: monthSchema }))
    .output(z.object({ sequence: z.int(), sha256: z.string(), contentSha256: z.string() })),
  /** Refused with `monthNotClosed`, and with `monthNotNewest` where a later month is closed. */
  reopen: procedure
    .input(z.object({ month: monthSchema, reason: text(500) }))
    .output(z.object({ sequence: z.int() })),
  /** The frozen report, never counted anew. NOT_FOUND where the month is not closed, as with `file` and `cases`. */
  report: procedure.input(z.object({ month: monthSchema })).output(reportSchema),
  /** The frozen file, byte for byte; `sequence` for one that was reopened. */
  file: procedure
    .input(z.object({ month: monthSchema, sequence: z.int().positive().nullable().default(null) }))
    .output(z.object({ file: z.file(), sha256: z.string() })),
  /** The cases behind a number of the frozen report, as they were; NOT_FOUND too for a column without a frozen list. */
  cases: procedure
    .input(
      z.object({
        month: monthSchema,
        /** The column of the frozen report. */
        of: comparedPeriodSchema.default('current'),
        figure: figureNameSchema,
        ...narrowingShape,
        slices: filterSchema.default([]),
      }),
    )
    .output(z.array(frozenCaseSchema)),
  /** The cases of a closed month that were changed since, with the months in whose 上期调整 they stand. */
  changedCases: procedure.input(z.object({ month: monthSchema })).output(z.array(frozenCaseChangeSchema)),
  /** 上期调整 that stand in a month. */
  adjustments: procedure.input(z.object({ month: monthSchema })).output(monthAdjustmentsSchema),
  /**
   * What counting a closed month anew gives beside what it says, and in which later month each part stands; nothing where
   * the month is not closed.
   */
  difference: procedure.input(z.object({ month: monthSchema })).output(
    z.object({
      changes: z.array(figureChangeSchema),
      parts: z.array(
        z.object({
          in: monthSchema,
          frozen: z.boolean(),
          cases: count,
          changes: z.array(figureChangeSchema),
        }),
      ),
    }),
  ),
};
