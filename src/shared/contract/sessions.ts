import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { caseIdSchema, sessionIdSchema } from './ids.ts';
import { clockTimeSchema, procedure, text } from './procedure.ts';

export const sessionFormSchema = z.enum(['onSite', 'telephone', 'video', 'message', 'visit']);
export type SessionForm = z.infer<typeof sessionFormSchema>;
export const sessionResultSchema = z.enum(['agreed', 'continue', 'adjourned', 'failed']);
export type SessionResult = z.infer<typeof sessionResultSchema>;

/** 调解期日. `privateNotes` are the mediator's own and reach no document (peers.md §1.2). */
export const sessionFactsSchema = z.object({
  heldOn: localDateSchema,
  startedAt: clockTimeSchema.nullable(),
  endedAt: clockTimeSchema.nullable(),
  place: text(200).nullable(),
  form: sessionFormSchema,
  attendance: text(1000).nullable(),
  notes: text(50000).nullable(),
  privateNotes: text(50000).nullable(),
  result: sessionResultSchema.nullable(),
  nextOn: localDateSchema.nullable(),
  /** 争议焦点 */
  disputed: text(20000).nullable(),
  /**
   * 无争议事实: what both sides hold to be so. What somebody conceded for the sake of an agreement does not belong here
   * (法释〔2016〕14号 第22条；法释〔2021〕23号 第18条).
   */
  undisputed: text(20000).nullable(),
  /** 调解方案建议 (法释〔2016〕14号 第17条). */
  proposals: text(20000).nullable(),
});
export type SessionFacts = z.infer<typeof sessionFactsSchema>;

export const sessionSchema = sessionFactsSchema.extend({ id: sessionIdSchema, version: z.int() });
export type Session = z.infer<typeof sessionSchema>;

export const sessions = {
  record: procedure
    .input(z.object({ caseId: caseIdSchema, session: sessionFactsSchema }))
    .output(z.object({ id: sessionIdSchema })),
  amend: procedure
    .input(z.object({ id: sessionIdSchema, version: z.int(), session: sessionFactsSchema }))
    .output(z.object({ version: z.int() })),
};
