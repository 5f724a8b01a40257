import { z } from 'zod';
import { closingCodeSchema } from '../../domain/closing.ts';
import { localDateSchema } from '../../domain/local-date.ts';
import { fenSchema } from '../../domain/money.ts';
import { caseHeadFields } from '../case-head.ts';
import { type Draft, lineSchema, listSchema, nameSchema, orByHand, proseSchema } from '../facts.ts';
import { separateFactsSchema, sessionForms } from '../mediation-agreement/facts.ts';

const { origin, terms, defaultClause, costs } = separateFactsSchema.shape;

export const reportedEffects = [
  'judicialConfirmation',
  'noConfirmation',
  'conciliationStatement',
  'withdrawal',
  'performedAtOnce',
] as const;

const sessionSchema = z.object({
  heldOn: localDateSchema,
  form: z.enum(sessionForms),
  /** null: no place belongs to the form, as with video. */
  place: lineSchema.nullable(),
  attendance: lineSchema.nullable(),
});

/** A party that was tried in vain, and on how many days. */
const unreachedSchema = z.object({
  party: nameSchema,
  tries: z.int().min(1),
  days: z.int().min(1),
  firstOn: localDateSchema,
  lastOn: localDateSchema,
});

export const closingReportFactsSchema = z.object({
  ...caseHeadFields,
  /** Empty where the case ended before anybody was appointed. */
  mediators: z.array(caseHeadFields.mediators.element),
  /** Who sent the case is told; what a party asked for stays in the file. */
  origin,
  /** null: it ended before the papers were signed for. */
  receivedOn: localDateSchema.nullable(),
  /** null: no law sets a period (channel C), or it never began. */
  period: z
    .object({
      /** By hand while it stood still. */
      endsOn: orByHand(localDateSchema),
      extendedDays: z.int().min(0),
      suspendedDays: z.int().min(0),
    })
    .nullable(),
  /** Calendar days from the day after the receipt; null where there was none. */
  daysUsed: z.int().min(0).nullable(),
  sessions: listSchema(sessionSchema),
  closing: z.object({
    code: closingCodeSchema,
    closedOn: localDateSchema,
    /** 部分达成 */
    partly: z.boolean(),
    /** null: nothing more is to be said of a success. */
    reason: orByHand(proseSchema).nullable(),
  }),
  unreached: listSchema(unreachedSchema),
  /** null: none was reached, or the case ended without it. */
  agreement: z
    .object({
      signedOn: orByHand(localDateSchema),
      /** null: it is not about money. */
      agreedAmount: fenSchema.nullable(),
      effect: z.enum(reportedEffects).nullable(),
    })
    .nullable(),
  /** Empty where the register does not have them one by one; the agreement itself goes with the report. */
  terms: z.array(terms.element),
  defaultClause,
  costs,
  /** 到位金额: what was paid by the time of the report. */
  paid: fenSchema,
  /** Whether the sessions noted facts that nobody disputes. */
  undisputedNoted: z.boolean(),
  disputed: orByHand(z.array(proseSchema).min(1)),
  /** What the court handed over and gets back; null: no court sent the case. */
  papers: orByHand(z.array(lineSchema).min(1)).nullable(),
});
export type ClosingReportFacts = z.infer<typeof closingReportFactsSchema>;
export type ClosingReportDraft = Draft<z.input<typeof closingReportFactsSchema>>;
