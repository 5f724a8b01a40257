import { z } from 'zod';
import { caseNumberSchema } from '../../domain/case-number.ts';
import { channelSchema } from '../../domain/channel.ts';
import { localDateSchema } from '../../domain/local-date.ts';
import { fenSchema } from '../../domain/money.ts';
import { organisationKindSchema } from '../../domain/organisation-kind.ts';
import {
  courtNameSchema,
  type Draft,
  flagSchema,
  lineSchema,
  listSchema,
  nameSchema,
  orByHand,
  proseSchema,
} from '../facts.ts';
import { partyFactsSchema } from '../parties.ts';

const sumSchema = fenSchema.refine((amount) => amount > 0, '金额须大于零');

/** Parties by their places, counted from 0. */
const placesSchema = z.array(z.int().min(0)).min(1);

const letterSchema = lineSchema.nullable().default(null);

/** How the dispute came to be mediated. The court's consent question is asked of the parties: 法释〔2016〕14号 第11条. */
const originSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('courtReferral'),
    court: courtNameSchema,
    referredOn: orByHand(localDateSchema),
    letterNumber: letterSchema,
    consented: flagSchema,
  }),
  z.object({
    kind: z.literal('transfer'),
    transferredBy: nameSchema,
    transferredOn: orByHand(localDateSchema),
    letterNumber: letterSchema,
  }),
  z.object({
    kind: z.literal('application'),
    appliedOn: orByHand(localDateSchema),
    applicants: placesSchema,
  }),
]);

export const mediatorTitles = ['特邀调解员', '人民调解员', '调解员'] as const;

const mediatorSchema = z.object({
  name: nameSchema,
  /** null: 特邀调解员 after 委派 and 委托, 调解员 where the office took the case on itself. */
  title: z.enum(mediatorTitles).nullable().default(null),
  part: z.enum(['principal', 'assisting']),
});

export const sessionForms = ['onSite', 'telephone', 'video', 'message', 'visit'] as const;
export type SessionForm = (typeof sessionForms)[number];

const sessionSchema = z.object({
  heldOn: localDateSchema,
  form: z.enum(sessionForms),
  /** null: no place belongs to the form, as with video. */
  place: lineSchema.nullable().default(null),
});

const instalmentSchema = z.object({ dueOn: localDateSchema, amount: sumSchema });

const scheduleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), dueOn: localDateSchema }),
  z.object({ kind: z.literal('onSigning') }),
  z.object({ kind: z.literal('instalments'), instalments: z.array(instalmentSchema).min(1) }),
]);

const termSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    payers: placesSchema,
    payees: placesSchema,
    /** Of several payers: 按份 (民法典 第517条) or 连带 (第518条), as they agreed; null where one pays. */
    liability: z.enum(['shares', 'joint']).nullable().default(null),
    /** What the money is for: 货款. */
    purpose: lineSchema.nullable().default(null),
    amount: sumSchema,
    schedule: scheduleSchema,
    /** How it is paid: 银行转账. null: not agreed. */
    method: orByHand(lineSchema).nullable().default(null),
    /** To which account: holder, bank and number. null: not agreed. */
    account: orByHand(lineSchema).nullable().default(null),
  }),
  z.object({ kind: z.literal('text'), text: proseSchema }),
]);
export type AgreementTerm = z.infer<typeof termSchema>;
export type PaymentTerm = Extract<AgreementTerm, { kind: 'payment' }>;

const percentSchema = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, '须写数字，如 3.45');

/** What follows a default: 民法典 第585条; the rate of a loan is bounded by 法释〔2020〕17号 第25条. */
const defaultClauseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('text'), text: proseSchema }),
  z
    .object({
      kind: z.literal('structured'),
      /** All that is left falls due at once. */
      acceleration: z.boolean(),
      penalty: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('annualRate'), percent: percentSchema }),
          z.object({ kind: z.literal('loanPrimeRate'), multiple: percentSchema }),
          z.object({ kind: z.literal('fixed'), amount: sumSchema }),
        ])
        .nullable(),
    })
    .refine((clause) => clause.acceleration || clause.penalty !== null, '须写明违约后果'),
]);
export type DefaultClause = z.infer<typeof defaultClauseSchema>;

const costsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('eachOwn') }),
  /** 诉讼费用交纳办法 第15条: half the fee when a case is mediated or withdrawn; the amount is what is owed. */
  z.object({ kind: z.literal('courtFee'), amount: sumSchema, bearers: placesSchema }),
  z.object({ kind: z.literal('text'), text: proseSchema }),
]);

/**
 * What the parties do with the agreement. After 委派 and on application: 司法确认 (民事诉讼法 第205条、第206条).
 * After 委托 the case is before the court: 调解书 or withdrawal (法释〔2016〕14号 第20条, 民事诉讼法 第101条).
 * In every channel it may be performed at once.
 */
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('judicialConfirmation'), court: courtNameSchema }),
  z.object({ kind: z.literal('noConfirmation') }),
  z.object({ kind: z.literal('conciliationStatement'), court: courtNameSchema }),
  z.object({
    kind: z.literal('withdrawal'),
    court: courtNameSchema,
    withdrawnBy: localDateSchema.nullable().default(null),
  }),
  /** The court is told where the case is before it. */
  z.object({ kind: z.literal('performedAtOnce'), court: courtNameSchema.nullable().default(null) }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * Everything that a mediation agreement states, each fact for itself (`mediationAgreementFactsSchema` looks at them
 * together). 法释〔2016〕14号 第24条: parties, facts and disputed matters, result.
 */
export const separateFactsSchema = z.object({
  documentNumber: orByHand(lineSchema),
  courtCaseNumbers: listSchema(caseNumberSchema),
  channel: channelSchema,
  parties: z.array(partyFactsSchema).min(2),
  /** The name of the cause of action: 买卖合同纠纷. */
  cause: lineSchema,
  origin: originSchema,
  /** It seals the agreement; the court never does. */
  mediationOrganisation: z.object({
    name: nameSchema,
    /** Agreements of a 人民调解委员会 take effect otherwise. */
    kind: organisationKindSchema,
  }),
  mediators: z.array(mediatorSchema).min(1),
  sessions: z.array(sessionSchema).min(1),
  mainFacts: proseSchema,
  disputedMatters: proseSchema,
  terms: z.array(termSchema).min(1),
  defaultClause: defaultClauseSchema,
  costs: costsSchema,
  /** 双方就本纠纷再无其他争议. */
  finalSettlement: z.boolean(),
  outcome: outcomeSchema,
  /** Whether a person who took the record signs too; no law asks for it. */
  recorderSigns: flagSchema,
  signedOn: orByHand(localDateSchema),
  /** The agreed amount (协议金额) in the register, to be compared with the terms; null: there is none. */
  agreedAmount: fenSchema.nullable().default(null),
});

export type MediationAgreementFacts = z.infer<typeof separateFactsSchema>;

/**
 * What a case knows so far; the way from the register to the paper.
 * - undefined, '' and an empty list of telephones are “not known yet” and will be listed; null is “there is none” where
 *   the facts allow it and otherwise “not known yet”, so that rows can be handed over as they are; `byHand` leaves room.
 * - Payers, payees, bearers and applicants are places in `parties`, counted from 0.
 * - A legal person's, an organisation's and a sole trader's `idNumber` is the credit code; of a sole trader `sex`,
 *   `ethnicity`, `birthOn` and `representativeIdNumber` are the operator's.
 * - An agent who is a 法定代理人 goes into `guardians`, every other one into `agents`.
 * - A payment with instalments in the register is `schedule: { kind: 'instalments' }`, one without `{ kind: 'single' }`.
 */
export type MediationAgreementDraft = Draft<z.input<typeof separateFactsSchema>>;
