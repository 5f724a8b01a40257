import { z } from 'zod';
import { caseMarkSchema } from '../domain/case-mark.ts';
import { takenMoveSchema } from '../domain/case-move.ts';
import { caseNumberSchema } from '../domain/case-number.ts';
import { caseStatusSchema } from '../domain/case-status.ts';
import { caseSourceSchema, channelSchema, procedureKindSchema } from '../domain/channel.ts';
import { closingCodeSchema } from '../domain/closing.ts';
import { contactRuleSchema } from '../domain/contact.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { fenSchema } from '../domain/money.ts';
import { caseAfterSchema } from './after.ts';
import { agreementSchema } from './agreements.ts';
import {
  caseCursorSchema,
  caseFilterSchema,
  caseRowSchema,
  claimSchema,
  historyEntrySchema,
} from './cases/list.ts';
import { consentSchema } from './consents.ts';
import { contactSchema } from './contacts.ts';
import { disclosureSchema } from './disclosures.ts';
import {
  caseIdSchema,
  courtIdSchema,
  documentIdSchema,
  doubtIdSchema,
  importIdSchema,
  mediatorIdSchema,
  organisationIdSchema,
  paymentIdSchema,
  studioIdSchema,
} from './ids.ts';
import { linkSchema } from './links.ts';
import { partyFactsSchema, partyInputSchema, partySchema } from './parties.ts';
import { procedure, text } from './procedure.ts';
import { referralSchema } from './referrals.ts';
import { sessionSchema } from './sessions.ts';

export {
  type CaseCursor,
  type CaseFilter,
  type CaseRow,
  type Claim,
  type Counted,
  caseCursorSchema,
  caseFilterSchema,
  caseRowSchema,
  claimSchema,
  countedSchema,
  type HistoryEntry,
  historyEntrySchema,
  narrowingShape,
} from './cases/list.ts';

export const causeRefSchema = z.object({ edition: z.enum(['2020', '2025']), name: text(100) });
export type CauseRef = z.infer<typeof causeRefSchema>;

/** The facts of a case (domain.md §2.6). Court and cause may be open at first; a court is needed for channels A and B. */
export const caseFactsSchema = z.object({
  channel: channelSchema,
  source: caseSourceSchema,
  courtId: courtIdSchema.nullable(),
  tribunal: text(50).nullable(),
  judge: text(50).nullable(),
  clerk: text(50).nullable(),
  courtNumbers: z.array(caseNumberSchema).max(10),
  platformNumber: text(50).nullable(),
  letterNumber: text(50).nullable(),
  /** The date of the letter; in channel C the day of the transfer or of the application. */
  letterOn: localDateSchema.nullable(),
  /** 移送单位: who sent the parties here, in channel C. */
  transferredBy: text(100).nullable(),
  procedureKind: procedureKindSchema.nullable(),
  /** 收案日期 of the court, where it told one. */
  filedOn: localDateSchema.nullable(),
  /** 接收日: the day on which the receipt was signed (法释〔2016〕14号 第27条); figures count by it. */
  receivedOn: localDateSchema.nullable(),
  cause: causeRefSchema.nullable(),
  claim: claimSchema,
  claims: text(20000).nullable(),
  facts: text(20000).nullable(),
  district: text(50).nullable(),
  marks: z.array(caseMarkSchema),
  mediatorId: mediatorIdSchema.nullable(),
  assistingMediatorIds: z.array(mediatorIdSchema).max(10),
  studioId: studioIdSchema.nullable(),
  organisationId: organisationIdSchema.nullable(),
  remarks: text(5000).nullable(),
});
export type CaseFacts = z.infer<typeof caseFactsSchema>;

export const closingFactsSchema = z.object({
  code: closingCodeSchema,
  closedOn: localDateSchema,
  /** 部分达成: a mark on a successful closing, shown in a column of its own. */
  partly: z.boolean(),
  reason: text(2000).nullable(),
});
export type ClosingFacts = z.infer<typeof closingFactsSchema>;

export const paymentFactsSchema = z.object({
  /** null: 日期不详. */
  paidOn: localDateSchema.nullable(),
  amountFen: fenSchema,
  voucher: text(200).nullable(),
  remarks: text(500).nullable(),
});
export type PaymentFacts = z.infer<typeof paymentFactsSchema>;
export const paymentSchema = paymentFactsSchema.extend({
  id: paymentIdSchema,
  basis: z.enum(['entered', 'ledger']),
});

export const doubtSchema = z.object({
  id: doubtIdSchema,
  code: z.string(),
  sentence: z.string(),
  raisedAt: z.string(),
  settled: z.object({ at: z.string(), by: z.string(), settlement: z.string() }).nullable(),
});
export type Doubt = z.infer<typeof doubtSchema>;

export const issuedDocumentSchema = z.object({
  id: documentIdSchema,
  kind: z.string(),
  title: z.string(),
  sha256: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string(),
  /** The session, party or visit that it is about; null: the case. */
  subjectId: z.int().nullable(),
  /** replaced: a newer one of the same kind and subject was issued. Only a current one can differ from the register. */
  state: z.enum(['current', 'replaced', 'withdrawn']),
  withdrawn: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
  /** Labels of what has changed in the register since; empty: 文书与登记一致. */
  differences: z.array(z.string()),
});
export type IssuedDocument = z.infer<typeof issuedDocumentSchema>;

export const caseDetailSchema = z.object({
  id: caseIdSchema,
  version: z.int(),
  /** The parties have a version of their own, so that saving the facts beside them is no conflict. */
  partiesVersion: z.int(),
  /** 鄂政法调〔2026〕12号 */
  internalNumber: z.string(),
  status: caseStatusSchema,
  registeredOn: localDateSchema,
  registeredBy: z.string(),
  importId: importIdSchema.nullable(),
  removed: z.object({ at: z.string(), reason: z.string() }).nullable(),
  facts: caseFactsSchema,
  receivedBasis: z.enum(['receipt', 'ledger']).nullable(),
  sector: z.string().nullable(),
  courtName: z.string().nullable(),
  courtShortName: z.string().nullable(),
  mediatorName: z.string().nullable(),
  organisationName: z.string().nullable(),
  parties: z.array(partySchema),
  sessions: z.array(sessionSchema),
  agreement: agreementSchema.nullable(),
  payments: z.array(paymentSchema),
  closing: closingFactsSchema.nullable(),
  confirmation: z
    .object({
      confirmedOn: localDateSchema.nullable(),
      courtId: courtIdSchema.nullable(),
      number: z.string().nullable(),
    })
    .nullable(),
  doubts: z.array(doubtSchema),
  documents: z.array(issuedDocumentSchema),
  /** All moves in the order in which they were recorded; see `caseLife`. */
  moves: z.array(takenMoveSchema),
  /** Those that were not cancelled, in the order of their days; see `consentState`. */
  consents: z.array(consentSchema),
  contacts: z.array(contactSchema),
  /** What the office calls 联系不上; see `contactTally`. */
  contactRule: contactRuleSchema,
  disclosures: z.array(disclosureSchema),
  /** Cases that belong to this one. */
  links: z.array(linkSchema),
  /** 此前的分流 */
  referrals: z.array(referralSchema),
  /** What followed the closing; entries that were cancelled are in the history only. */
  after: caseAfterSchema,
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

const versioned = { caseId: caseIdSchema, version: z.int() };
const moved = z.object({ version: z.int() });

export const cases = {
  list: procedure
    .input(
      z.object({
        filter: caseFilterSchema,
        after: caseCursorSchema.nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(caseRowSchema), next: caseCursorSchema.nullable() })),
  /** How many cases there are, and what they come to where the list is asked for a sum (money in fen). */
  count: procedure
    .input(z.object({ filter: caseFilterSchema }))
    .output(z.object({ count: z.int(), sum: z.int().optional() })),
  get: procedure.input(z.object({ id: caseIdSchema })).output(caseDetailSchema),
  history: procedure.input(z.object({ id: caseIdSchema })).output(z.array(historyEntrySchema)),
  /** Cases that share a party's ID number, phone, or name and opponent: shown while typing, never refused. */
  related: procedure
    .input(
      z.object({
        except: caseIdSchema.nullable(),
        parties: z.array(
          z.object({ name: z.string(), idNumber: z.string().nullable(), phones: z.array(z.string()) }),
        ),
        courtNumbers: z.array(caseNumberSchema),
      }),
    )
    .output(
      z.array(
        z.object({
          row: caseRowSchema,
          because: z.enum(['courtNumber', 'idNumber', 'phone', 'name']),
          /** The number that both bear, or the name of whoever has the same ID, phone or opponent. */
          shared: z.string(),
        }),
      ),
    ),
  /** Parties of earlier cases by name or ID number, so that a known party is filled in. */
  knownParties: procedure
    .input(z.object({ search: z.string().min(1).max(50) }))
    .output(z.array(partyFactsSchema)),
  register: procedure
    .input(
      z.object({
        facts: caseFactsSchema,
        parties: z.array(partyFactsSchema).min(1).max(200),
        draftId: z.int().nullable(),
        /** The case that this one was copied from: both are linked as a series, and each counts. */
        seriesOf: caseIdSchema.nullable().default(null),
      }),
    )
    .output(z.object({ id: caseIdSchema, internalNumber: z.string() })),
  /** `reason` is needed where the receipt day or the channel of a case that has gone on is corrected. */
  amend: procedure
    .input(z.object({ ...versioned, facts: caseFactsSchema, reason: text(500).nullable().default(null) }))
    .output(moved),
  /** `version` is the case's `partiesVersion`. */
  saveParties: procedure
    .input(z.object({ ...versioned, parties: z.array(partyInputSchema).min(1).max(200) }))
    .output(moved),
  close: procedure.input(z.object({ ...versioned, closing: closingFactsSchema })).output(moved),
  /** 误操作更正: takes a closing back, with the reason; the figures follow the corrected register. */
  correctClosing: procedure.input(z.object({ ...versioned, reason: text(500) })).output(moved),
  recordPayment: procedure
    .input(z.object({ caseId: caseIdSchema, payment: paymentFactsSchema }))
    .output(z.object({ id: paymentIdSchema })),
  cancelPayment: procedure
    .input(z.object({ id: paymentIdSchema, reason: text(500) }))
    .output(z.object({ id: paymentIdSchema })),
  recordConfirmation: procedure
    .input(
      z.object({
        caseId: caseIdSchema,
        confirmedOn: localDateSchema,
        courtId: courtIdSchema.nullable(),
        number: text(50).nullable(),
      }),
    )
    .output(z.object({ caseId: caseIdSchema })),
  settleDoubt: procedure
    .input(z.object({ id: doubtIdSchema, settlement: text(500) }))
    .output(z.object({ id: doubtIdSchema })),
  /** Into the recycle bin, with a reason; the internal number stays taken. */
  remove: procedure.input(z.object({ ...versioned, reason: text(500) })).output(moved),
  restore: procedure.input(z.object(versioned)).output(moved),
};
