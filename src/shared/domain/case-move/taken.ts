import { z } from 'zod';
import { caseStatusSchema } from '../case-status.ts';
import { localDateSchema } from '../local-date.ts';
import { type MoveCode, moveDetailSchemas } from './detail.ts';

function wish<Code extends MoveCode>(code: Code) {
  return z.object({ code: z.literal(code), on: localDateSchema, detail: moveDetailSchemas[code] });
}

function taken<Code extends MoveCode>(code: Code) {
  return wish(code).extend({
    id: z.int().positive(),
    from: caseStatusSchema,
    to: caseStatusSchema,
    recordedAt: z.string(),
    recordedBy: z.string(),
    takenBack: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  });
}

/** A move that somebody asks for. `close` has a command of its own, because it comes with the closing's facts. */
export const wishedMoveSchema = z.discriminatedUnion('code', [
  wish('dispatch'),
  wish('decline'),
  wish('accept'),
  wish('seekConsent'),
  wish('appoint'),
  wish('replace'),
  wish('inform'),
  wish('mediate'),
  wish('suspend'),
  wish('resume'),
  wish('extend'),
  wish('agree'),
  wish('reopen'),
  wish('archive'),
]);
export type WishedMove = z.infer<typeof wishedMoveSchema>;

/** A move as it was taken; one that was taken back stays on record and counts no more. */
export const takenMoveSchema = z.discriminatedUnion('code', [
  taken('dispatch'),
  taken('decline'),
  taken('accept'),
  taken('seekConsent'),
  taken('appoint'),
  taken('replace'),
  taken('inform'),
  taken('mediate'),
  taken('suspend'),
  taken('resume'),
  taken('extend'),
  taken('agree'),
  taken('reopen'),
  taken('close'),
  taken('archive'),
]);
export type TakenMove = z.infer<typeof takenMoveSchema>;
