import { z } from 'zod';
import { localDateSchema } from '../local-date.ts';
import { suspensionGroundSchema } from '../period.ts';

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const mediatorId = z.int().positive();

/** How a statement of the parties was made. */
export const consentFormSchema = z.enum(['written', 'oral', 'electronic']);
export type ConsentForm = z.infer<typeof consentFormSchema>;
export const consentForms = {
  written: { label: '书面' },
  oral: { label: '口头（记入笔录）' },
  electronic: { label: '电子' },
} as const satisfies Record<ConsentForm, { label: string }>;

/** How the mediator was found (法释〔2016〕14号 第12条). */
export const appointmentWaySchema = z.enum(['chosenByParties', 'namedByOrganisation', 'namedByCourt']);
export type AppointmentWay = z.infer<typeof appointmentWaySchema>;
export const appointmentWays = {
  chosenByParties: { label: '双方协商选定（点单）' },
  namedByOrganisation: { label: '调解组织指定（派单）' },
  namedByCourt: { label: '法院指定' },
} as const satisfies Record<AppointmentWay, { label: string }>;

/** Who it was before, filled in by the office, so that a move taken back restores them. */
const former = {
  formerMediatorId: mediatorId.nullable().default(null),
  formerAssistingMediatorIds: z.array(mediatorId).max(10).default([]),
};

const retentionSchema = z.enum([
  'permanent',
  'longTerm',
  'thirtyYears',
  'fifteenYears',
  'tenYears',
  'fiveYears',
]);
export type Retention = z.infer<typeof retentionSchema>;

/**
 * What each move records beside its day. `on` is the day on which it happened: for `accept` the day of receipt, for
 * `suspend` the first day that does not count, for `resume` the last.
 */
export const moveDetailSchemas = {
  dispatch: z.object({ papers: z.array(text(100)).max(50) }),
  decline: z.object({ reason: text(500) }),
  accept: z.object({ receivedBy: text(50).nullable(), online: z.boolean() }),
  seekConsent: z.object({}),
  appoint: z.object({
    mediatorId,
    assistingMediatorIds: z.array(mediatorId).max(10),
    way: appointmentWaySchema,
    /** What the recusal check said, and why the appointment stands nevertheless; null: nothing was found. */
    recusalNote: text(1000).nullable(),
    ...former,
  }),
  replace: z.object({
    mediatorId,
    assistingMediatorIds: z.array(mediatorId).max(10),
    requestedBy: text(100),
    reason: text(500),
    decidedBy: text(100),
    recusalNote: text(1000).nullable(),
    ...former,
  }),
  /** 权利义务告知 (法释〔2016〕14号 第14条). */
  inform: z.object({ form: consentFormSchema }),
  mediate: z.object({}),
  suspend: z.object({
    ground: suspensionGroundSchema,
    reportedTo: text(100).nullable(),
    note: text(1000).nullable(),
  }),
  resume: z.object({ note: text(1000).nullable() }),
  extend: z.object({
    days: z.int().min(1).max(3650),
    requestedBy: text(100).nullable(),
    applicantsConsentedOn: localDateSchema.nullable(),
    respondentsConsentedOn: localDateSchema.nullable(),
    consentForm: consentFormSchema,
    voucher: text(200).nullable(),
  }),
  agree: z.object({}),
  reopen: z.object({ reason: text(500) }),
  close: z.object({ code: z.string() }),
  archive: z.object({
    volumeNumber: text(50),
    pages: z.int().min(1).max(100000).nullable(),
    retention: retentionSchema.nullable(),
    place: text(100).nullable(),
  }),
} as const;

export type MoveCode = keyof typeof moveDetailSchemas;
export const moveCodes = Object.keys(moveDetailSchemas) as [MoveCode, ...MoveCode[]];
export const moveCodeSchema = z.enum(moveCodes);
export type MoveDetails = { readonly [Code in MoveCode]: z.infer<(typeof moveDetailSchemas)[Code]> };

/**
 * No law says how long a dossier of mediation is kept: courts write 永久, 长期 and 短期 of 5, 10 or 15 years, offices that
 * follow the archives' rules 30 or 10 years (domain.md §5.13). The office knows its own.
 */
export const retentions = {
  permanent: { label: '永久' },
  longTerm: { label: '长期' },
  thirtyYears: { label: '30 年' },
  fifteenYears: { label: '15 年' },
  tenYears: { label: '10 年' },
  fiveYears: { label: '5 年' },
} as const satisfies Record<Retention, { label: string }>;
