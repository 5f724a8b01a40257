import { z } from 'zod';
import { handFigureNameSchema, handFigureValueSchema } from '../domain/hand-figure.ts';
import { monthSchema } from '../domain/local-date.ts';
import { procedure } from './procedure.ts';

/** A number of a month that somebody wrote down. */
export const handFigureSchema = z.object({
  month: monthSchema,
  name: handFigureNameSchema,
  /** null: taken out again, as good as never filled in. */
  value: handFigureValueSchema.nullable(),
  savedAt: z.string(),
  savedBy: z.string(),
  version: z.int(),
});
export type HandFigure = z.infer<typeof handFigureSchema>;

/** Numbers kept by hand, a statistical month each: what this register cannot count. */
export const handFigures = {
  /** What was filled in for these months; a number that nobody touched is in no row. */
  read: procedure
    .input(z.object({ months: z.array(monthSchema).min(1).max(120) }))
    .output(z.array(handFigureSchema)),
  /** Saves one number; `version` is the one that was read, null where there was none. */
  save: procedure
    .input(
      z.object({
        month: monthSchema,
        name: handFigureNameSchema,
        value: handFigureValueSchema.nullable(),
        version: z.int().nullable(),
      }),
    )
    .output(z.object({ version: z.int() })),
};
