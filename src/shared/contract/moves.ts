import { z } from 'zod';
import { wishedMoveSchema } from '../domain/case-move.ts';
import { caseIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

/** The moves of a case from state to state: legal is what the table of `domain/case-move` says (domain.md §2.2). */
export const moves = {
  /** Takes one move. REFUSED `illegalMove` says why not and what to do instead. */
  take: procedure
    .input(z.object({ caseId: caseIdSchema, version: z.int(), move: wishedMoveSchema }))
    .output(z.object({ version: z.int() })),
  /** 误操作更正: takes the last move back, with the reason; the case stands again where it stood. */
  takeBack: procedure
    .input(z.object({ caseId: caseIdSchema, version: z.int(), reason: text(500) }))
    .output(z.object({ version: z.int() })),
};
