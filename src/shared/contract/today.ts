import { z } from 'zod';
import { caseMatterSchema, todayGroupSchema } from '../domain/case-dates.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseRowSchema } from './cases.ts';
import { mediatorIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

/** One matter of a case that has to be looked at; what to do about it is in `caseMatters`. */
export const todayRowSchema = z.object({
  matter: caseMatterSchema,
  /** The last day for it, or the day since which it waits (`caseMatters[matter].day`). */
  dueOn: localDateSchema,
  case: caseRowSchema,
});
export type TodayRow = z.infer<typeof todayRowSchema>;

/** 今日: what is due, overdue and waiting. */
export const today = {
  /** The first rows of the groups asked for, and how many matters every group has. */
  list: procedure
    .input(
      z.object({
        /** null: the whole office. */
        mediatorId: mediatorIdSchema.nullable(),
        groups: z.array(todayGroupSchema).max(20),
        /** Rows of each group. */
        limit: z.int().min(1).max(1000),
      }),
    )
    .output(
      z.object({
        today: localDateSchema,
        counts: z.record(todayGroupSchema, z.int()),
        groups: z.array(z.object({ group: todayGroupSchema, rows: z.array(todayRowSchema) })),
      }),
    ),
};
