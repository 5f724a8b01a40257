import { z } from 'zod';
import { periodChoiceSchema } from '../domain/reporting-period.ts';
import { savedPivotIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';
import { pivotAskedSchema } from './statistics.ts';

/** What a table of one's own asks for, kept for later: the period may move with the day. */
export const keptPivotSchema = pivotAskedSchema
  .omit({ request: true })
  .extend({ period: periodChoiceSchema });
export type KeptPivot = z.infer<typeof keptPivotSchema>;

/** 方案: a table of one's own under a name. */
export const savedPivotSchema = z.object({
  id: savedPivotIdSchema,
  name: z.string(),
  pivot: keptPivotSchema,
  /** Who saved it last, and when (UTC instant). */
  savedBy: z.string(),
  savedAt: z.string(),
  version: z.int(),
});
export type SavedPivot = z.infer<typeof savedPivotSchema>;

const nameSchema = text(40);
const saved = z.object({ id: savedPivotIdSchema, version: z.int() });
const present = { id: savedPivotIdSchema, version: z.int() };

/** 方案: the tables of one's own that the office keeps by name, for everybody who works here. */
export const pivots = {
  /** In the order of their names. */
  list: procedure.output(z.array(savedPivotSchema)),
  /** Keeps a new one. Refused with `nameTaken`. */
  save: procedure.input(z.object({ name: nameSchema, pivot: keptPivotSchema })).output(saved),
  /** Keeps another table under the same name. */
  change: procedure.input(z.object({ ...present, pivot: keptPivotSchema })).output(saved),
  /** Refused with `nameTaken`. */
  rename: procedure.input(z.object({ ...present, name: nameSchema })).output(saved),
  /** Takes it out of the list; what it was stays in the history. */
  remove: procedure.input(z.object(present)).output(z.object({ id: savedPivotIdSchema })),
};
