import { z } from 'zod';
import { caseStatusSchema } from '../../domain/case-status.ts';
import { channelSchema } from '../../domain/channel.ts';
import { closingCodeSchema } from '../../domain/closing.ts';
import { localDateSchema } from '../../domain/local-date.ts';
import { fenSchema } from '../../domain/money.ts';
import { periodSchema } from '../../domain/reporting-period.ts';
import { amountNameSchema, caseGroupSchema, figureNameSchema, sliceSchema } from '../../domain/statistics.ts';
import { caseIdSchema, courtIdSchema, importIdSchema, mediatorIdSchema } from '../ids.ts';

/** 诉争标的额: an amount, 无财产内容, or simply not stated; never a zero that nobody wrote. */
export const claimSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), fen: fenSchema }),
  z.object({ kind: z.literal('noProperty') }),
  z.object({ kind: z.literal('notStated') }),
]);
export type Claim = z.infer<typeof claimSchema>;

const days = z.int().nonnegative();

/** Which of the cases of a figure are meant: those of a row, of a band of days, of a line of a table. */
export const narrowingShape = {
  /** The rows in all of which the cases lie. */
  slices: z.array(sliceSchema).max(20),
  /** Of each dimension named here, the rows in at least one of which they lie. */
  anyOf: z.array(sliceSchema).min(1).max(200).optional(),
  /** The rows in none of which they lie: what a table sums up as 其余. */
  noneOf: z.array(sliceSchema).min(1).max(200).optional(),
  /** The group that they belong to. */
  group: caseGroupSchema.optional(),
  /** From the receipt to the closing, or to the end of the period while pending; both ends included, null: none. */
  days: z.object({ from: days, to: days.nullable() }).optional(),
  /** Who assisted in them; each counts for whoever led it. */
  assistedBy: z.int().positive().optional(),
};

/** The cases behind one number of a report: figure and period, and which of them. */
export const countedSchema = z.object({
  figure: figureNameSchema,
  period: periodSchema,
  ...narrowingShape,
  /** The sum that the number is, where it is one: the list then says what each case adds to it. */
  summed: amountNameSchema.optional(),
});
export type Counted = z.infer<typeof countedSchema>;

export const caseFilterSchema = z.object({
  /** Two characters, pinyin initials, the tail of a number, phone or ID; several words are all needed. */
  search: z.string().max(100).nullable(),
  statuses: z.array(caseStatusSchema),
  courtId: courtIdSchema.nullable(),
  mediatorId: mediatorIdSchema.nullable(),
  causeName: z.string().nullable(),
  channel: channelSchema.nullable(),
  /** Days between which the case was received (registered, where it has no receipt day). */
  listed: periodSchema.nullable(),
  doubtedOnly: z.boolean(),
  removedOnly: z.boolean(),
  importId: importIdSchema.nullable(),
  counted: countedSchema.nullable(),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const caseRowSchema = z.object({
  id: caseIdSchema,
  internalNumber: z.string(),
  courtNumber: z.string().nullable(),
  status: caseStatusSchema,
  channel: channelSchema,
  courtShortName: z.string().nullable(),
  causeName: z.string().nullable(),
  applicants: z.string(),
  respondents: z.string(),
  mediatorName: z.string().nullable(),
  claim: claimSchema,
  receivedOn: localDateSchema.nullable(),
  listedOn: localDateSchema,
  closingCode: closingCodeSchema.nullable(),
  closedOn: localDateSchema.nullable(),
  agreedFen: fenSchema.nullable(),
  paidFen: fenSchema,
  doubts: z.int(),
  /** What it adds to the sum that the list is asked for, money in fen; nothing where it is asked for none. */
  adds: z.int().optional(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Lists page by key: the last row of the page before, never an offset. Newest first; of a sum what adds most. */
export const caseCursorSchema = z.object({ listedOn: localDateSchema, id: caseIdSchema });
export type CaseCursor = z.infer<typeof caseCursorSchema>;

export const historyEntrySchema = z.object({
  id: z.int(),
  at: z.string(),
  staffName: z.string(),
  command: z.string(),
  what: z.string(),
  /** Only what changed, field by field. */
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
