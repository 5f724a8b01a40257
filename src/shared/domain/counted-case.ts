import type { CaseNumber } from './case-number.ts';
import type { Channel } from './channel.ts';
import type { ClosingCode } from './closing.ts';
import type { LocalDate } from './local-date.ts';
import type { Fen } from './money.ts';
import type { PartyKind, PartyRole } from './party.ts';
import type { FigureName } from './statistics.ts';

/** One case behind the figures of a period, as the 明细 of a report lists it: how it stood at the end of the period. */
export type CountedCase = {
  readonly internalNumber: string;
  readonly courtNumbers: readonly CaseNumber[];
  readonly channel: Channel;
  readonly courtShortName: string | null;
  readonly causeName: string | null;
  readonly parties: readonly { readonly role: PartyRole; readonly kind: PartyKind; readonly name: string }[];
  readonly mediatorName: string | null;
  /** 书记员 */
  readonly clerk: string | null;
  readonly sector: string | null;
  readonly receivedOn: LocalDate | null;
  /** The last day of the mediation period. */
  readonly dueOn: LocalDate | null;
  /** 诉争标的额; null where it has no property content or is not stated. */
  readonly claimFen: Fen | null;
  /** How it ended, where it ended by the end of the period. */
  readonly ending: {
    readonly on: LocalDate;
    readonly code: ClosingCode;
    readonly partly: boolean;
    readonly agreedFen: Fen | null;
    /** Paid so far, whenever that was. */
    readonly paidFen: Fen;
  } | null;
  readonly confirmedOn: LocalDate | null;
  readonly confirmationNumber: string | null;
  /** The figures of the period in which it is counted. */
  readonly counted: readonly FigureName[];
};

/** The same with the case as it is today, which a list on the screen leads to. */
export type ListedCase = CountedCase & { readonly caseId: number };
