import { z } from 'zod';
import { obstacleCodes } from '../../domain/assignment.ts';
import { recusalKindCodes } from '../../domain/recusal.ts';
import { mediatorIdSchema } from '../ids.ts';

/** One reason to look twice at a mediator in a case; a warning with its article. */
export const recusalFindingSchema = z.object({
  kind: z.enum(recusalKindCodes),
  severity: z.enum(['recuse', 'clarify']),
  sentence: z.string(),
  source: z.string(),
});
export type RecusalFinding = z.infer<typeof recusalFindingSchema>;

/** A mediator weighed for a case, with every reason that the score is the sum of. */
export const suggestionSchema = z.object({
  mediatorId: mediatorIdSchema,
  name: z.string(),
  /** 界别, 单位职务 and the like, to know somebody by. */
  sector: z.string().nullable(),
  pinyin: z.string(),
  pendingCases: z.int(),
  score: z.int(),
  reasons: z.array(z.object({ points: z.int(), sentence: z.string() })),
  /** Why they are not suggested; empty for those who are. */
  obstacles: z.array(z.object({ code: z.enum(obstacleCodes), sentence: z.string() })),
  findings: z.array(recusalFindingSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
