import type { TakenMove } from './case-move.ts';
import type { CaseStatus } from './case-status.ts';
import type { Channel, ProcedureKind } from './channel.ts';
import type { ClosingCode } from './closing.ts';
import type { StatedConsent } from './consent.ts';
import type { ContactRule, StatedContact } from './contact.ts';
import type { LocalDate } from './local-date.ts';
import type { PartyRole } from './party.ts';

/** As much of a case as the rules of its course ask for: what is missing, and what comes next. */
export type CaseSoFar = {
  readonly status: CaseStatus;
  /** Not null: in the recycle bin. */
  readonly removed: object | null;
  readonly facts: {
    readonly channel: Channel;
    readonly procedureKind: ProcedureKind | null;
    readonly receivedOn: LocalDate | null;
    readonly letterNumber: string | null;
    readonly letterOn: LocalDate | null;
    readonly judge: string | null;
    readonly clerk: string | null;
    readonly courtNumbers: readonly string[];
    readonly cause: object | null;
    readonly claim: { readonly kind: string };
    readonly claims: string | null;
    readonly facts: string | null;
    readonly mediatorId: number | null;
  };
  readonly parties: readonly {
    readonly id: number;
    readonly role: PartyRole;
    readonly name: string;
    readonly serviceAddress: string | null;
    readonly electronicService: string | null;
  }[];
  readonly sessions: readonly {
    readonly heldOn: LocalDate;
    readonly result: string | null;
    readonly nextOn: LocalDate | null;
    readonly undisputed?: string | null | undefined;
  }[];
  readonly agreement: {
    readonly form: string;
    readonly agreedFen: number | null;
    readonly effect: string | null;
    readonly terms: readonly unknown[];
  } | null;
  /** The papers that were issued, with what has changed since; only a current one stands. */
  readonly documents: readonly {
    readonly kind: string;
    readonly state: 'current' | 'replaced' | 'withdrawn';
    readonly differences: readonly string[];
  }[];
  readonly closing: { readonly code: ClosingCode; readonly reason: string | null } | null;
  readonly payments: readonly { readonly amountFen: number }[];
  readonly confirmation: object | null;
  readonly moves: readonly TakenMove[];
  /** undefined: not asked of whoever calls, and then nothing is said of it. */
  readonly consents?: readonly StatedConsent[] | undefined;
  readonly contacts?: readonly StatedContact[] | undefined;
  /** When somebody counts as 联系不上, by the office's choice. */
  readonly contactRule?: ContactRule | undefined;
};

/** Where something is entered: a part of the case page and a field in it; of `move` the field is the move itself. */
export type CasePlace = {
  readonly section:
    | 'parties'
    | 'facts'
    | 'sessions'
    | 'agreement'
    | 'closing'
    | 'outcome'
    | 'after'
    | 'history'
    | 'move';
  readonly field: string;
};

const writtenAgreements: ReadonlySet<string> = new Set(['mediationAgreement', 'peoplesAgreement']);

/** The documents that are the agreement itself, each in its form. */
export const agreementPapers: ReadonlySet<string> = new Set([...writtenAgreements, 'oralAgreement']);

/** The agreement that was signed: it stands as the last one that was issued says, while nothing has changed since. */
export function hasCurrentAgreementPaper({ documents }: Pick<CaseSoFar, 'documents'>): boolean {
  return documents.some(
    ({ kind, state, differences }) =>
      writtenAgreements.has(kind) && state === 'current' && differences.length === 0,
  );
}

/** The session that was held last. */
export function lastSession({
  sessions,
}: Pick<CaseSoFar, 'sessions'>): CaseSoFar['sessions'][number] | undefined {
  return sessions.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn)).at(-1);
}
