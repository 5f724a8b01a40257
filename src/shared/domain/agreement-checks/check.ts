import type { CaseMark } from '../case-mark.ts';
import type { CauseRestriction } from '../cause-of-action/restriction.ts';
import type { Channel } from '../channel.ts';
import type { LocalDate } from '../local-date.ts';
import type { Fen } from '../money.ts';
import type { AgentAuthority, PartyRole } from '../party.ts';
import type { CheckCode } from './codes.ts';
import type { LoanPrimeRate } from './loan-prime-rate.ts';

/** Forbidden by law: the agreement is not issued until it is mended or overridden; a warning never stands in the way. */
export type CheckSeverity = 'forbidden' | 'warning';

/** One thing that somebody has to look at before an agreement goes over the table. The field is its path in the draft. */
export type AgreementCheck = {
  readonly code: CheckCode;
  readonly severity: CheckSeverity;
  readonly sentence: string;
  readonly article: string | null;
  readonly field: string;
  /** Whether the law leaves room, so that the office may go on with a reason. */
  readonly overridable: boolean;
};

/** What a rule finds; where it says nothing of severity or room, `checkRules` does. */
export type Finding = Pick<AgreementCheck, 'code' | 'field' | 'sentence'> &
  Partial<Pick<AgreementCheck, 'severity' | 'overridable'>>;
export type Findings = Iterable<Finding>;

export type CheckedParty = {
  /** As the paper calls the party: 申请人张三. */
  readonly calling: string;
  readonly role: PartyRole | null;
  readonly name: string;
  readonly natural: boolean;
  readonly birthOn: LocalDate | null;
  readonly guardians: number;
  /** 委托代理人; an authority that is not stated is null. */
  readonly agents: readonly { readonly name: string; readonly authority: AgentAuthority | null }[];
};

export type CheckedTerm =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'payment';
      readonly payers: number;
      readonly amount: Fen | null;
      readonly liability: 'shares' | 'joint' | null;
      readonly purpose: string | null;
      readonly method: string | null;
      readonly hasWayToPay: boolean;
      readonly schedule: 'single' | 'onSigning' | 'instalments' | null;
      /** The days on which something falls due, in the order of the terms. */
      readonly dueOn: readonly LocalDate[];
    };

export type CheckedEffect =
  | 'judicialConfirmation'
  | 'noConfirmation'
  | 'conciliationStatement'
  | 'withdrawal'
  | 'performedAtOnce';

/** Words of the agreement that stand outside its terms, with their field. */
export type CheckedClause = { readonly field: string; readonly place: string; readonly words: string };

/** An agreement as far as it is known; null is “not known yet”, which no rule judges. */
export type AgreementToCheck = {
  readonly channel: Channel | null;
  readonly cause: string | null;
  readonly restriction: CauseRestriction | null;
  readonly marks: readonly CaseMark[];
  readonly organisationName: string | null;
  readonly parties: readonly CheckedParty[];
  readonly heldOn: readonly LocalDate[];
  /** Who was there, as each session's record says. */
  readonly attendance: readonly string[];
  readonly mainFacts: string | null;
  readonly terms: readonly CheckedTerm[];
  /** 违约责任, 费用负担. */
  readonly clauses: readonly CheckedClause[];
  readonly effect: CheckedEffect | null;
  /** null: open, or left to be filled in by hand. */
  readonly signedOn: LocalDate | null;
  /** Left open on purpose, to be filled in when the parties sign. */
  readonly signedByHand: boolean;
  readonly agreedFen: Fen | null;
  readonly loanPrimeRates: readonly LoanPrimeRate[];
  /** Whether the office lets an agreement of channel B be confirmed after all, with a reason. */
  readonly confirmationInChannelB: boolean;
};
