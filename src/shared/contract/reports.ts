import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { reportStateSchema } from '../domain/report-duty.ts';
import { namedPeriodKindSchema, periodRequestSchema, periodSchema } from '../domain/reporting-period.ts';
import { handedInIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** A report that went out. */
export const handedInSchema = z.object({
  id: handedInIdSchema,
  on: localDateSchema,
  /** Who said so, and when (UTC instant). */
  by: z.string(),
  at: z.string(),
  remarks: z.string().nullable(),
});
export type HandedIn = z.infer<typeof handedInSchema>;

/** One line of 报送日历; of what was handed in, with the words and days of that time. */
export const reportLineSchema = z.object({
  duty: z.string(),
  name: z.string(),
  of: namedPeriodKindSchema,
  recipients: z.string(),
  request: periodRequestSchema,
  periodName: z.string(),
  period: periodSchema,
  dueOn: localDateSchema,
  state: reportStateSchema,
  /** Where the due day is a rest day: which, and the last working day before it. The day itself is not moved. */
  restDay: z
    .object({
      name: z.string(),
      workingDayBefore: localDateSchema,
      uncertainYears: z.array(z.int()),
    })
    .nullable(),
  handedIn: handedInSchema.nullable(),
});
export type ReportLine = z.infer<typeof reportLineSchema>;

/** 报送日历: which table is due on which day, and whether it was handed in. */
export const reports = {
  /** What is due from one day to another, earliest first; at most ten years. */
  calendar: procedure
    .input(
      periodSchema.refine(
        ({ from, to }) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 10,
        '最多十年',
      ),
    )
    .output(z.array(reportLineSchema)),
  /** What is not handed in and overdue, or due within three working days. */
  due: procedure.output(z.array(reportLineSchema)),
  /** Refused with `alreadyHandedIn` where it was, with `notYet` for a day to come. */
  handIn: procedure
    .input(
      z.object({
        duty: z.string().min(1).max(40),
        request: periodRequestSchema,
        on: localDateSchema,
        remarks: text(500).nullable(),
      }),
    )
    .output(z.object({ id: handedInIdSchema })),
  takeBack: procedure
    .input(z.object({ id: handedInIdSchema, reason: text(500) }))
    .output(z.object({ id: handedInIdSchema })),
};
