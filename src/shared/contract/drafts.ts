import { z } from 'zod';
import { draftIdSchema } from './ids.ts';
import { procedure } from './procedure.ts';

/** A half-typed form: no facts, no event; kept so that a crash costs nothing. */
export const drafts = {
  list: procedure.output(
    z.array(z.object({ id: draftIdSchema, content: z.json(), savedAt: z.string(), savedBy: z.string() })),
  ),
  save: procedure
    .input(z.object({ id: draftIdSchema.nullable(), content: z.json() }))
    .output(z.object({ id: draftIdSchema })),
  discard: procedure.input(z.object({ id: draftIdSchema })).output(z.object({ id: draftIdSchema })),
};
