import type { CaseNumber } from '../case-number.ts';
import type { CauseEdition, CauseIndex } from '../cause-of-action.ts';
import type { CaseSource, Channel } from '../channel.ts';
import type { ClosingCode } from '../closing.ts';
import type { CourtFacts } from '../court.ts';
import type { LocalDate } from '../local-date.ts';
import type { Fen } from '../money.ts';
import type { PartyKind } from '../party.ts';
import type { LedgerDoubt } from './doubt.ts';

/** What a ledger's words are matched against; `today` is the last day on which anything can have happened. */
export type LedgerReference = {
  readonly causes: CauseIndex;
  readonly courts: readonly CourtFacts[];
  readonly today: LocalDate;
};

export type LedgerParty = {
  readonly name: string;
  readonly kind: PartyKind;
  readonly idNumber?: string;
  readonly phones: readonly string[];
  readonly address?: string;
};

/** 诉争标的额: a sum, 无财产内容, or left open in the ledger. */
export type LedgerClaim =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'noProperty' }
  | { readonly kind: 'notStated' };

/** A court of the list by its code (内0602), or by its name where nobody knows its code. */
export type LedgerCourt =
  | { readonly kind: 'known'; readonly code: string; readonly shortName: string }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'none' };

/** The facts that one row of a ledger states; what it leaves blank is absent. */
export type LedgerCaseFacts = {
  /** The day that figures count by; 'ledger': taken from 收案日期, because the ledger has no 接收日期. */
  readonly receivedOn: LocalDate;
  readonly receivedBasis: 'receipt' | 'ledger';
  readonly filedOn?: LocalDate;
  readonly channel: Channel;
  readonly source: CaseSource;
  /** 案件来源 as written. */
  readonly sourceText?: string;
  readonly court: LedgerCourt;
  readonly tribunal?: string;
  readonly caseNumbers: readonly CaseNumber[];
  /** What stands under 案号 and is no court's number (a platform's number). */
  readonly otherNumber?: string;
  readonly internalNumber?: string;
  readonly cause: { readonly edition: CauseEdition; readonly name: string };
  readonly claim: LedgerClaim;
  readonly claims?: string;
  readonly facts?: string;
  readonly applicants: readonly LedgerParty[];
  readonly respondents: readonly LedgerParty[];
  readonly thirdParties: readonly LedgerParty[];
  /** The presiding one first. */
  readonly mediatorNames: readonly string[];
  readonly sector?: string;
  /** Absent: still open. `partly`: 部分达成. */
  readonly closing?: { readonly code: ClosingCode; readonly closedOn: LocalDate; readonly partly: boolean };
  readonly agreedFen?: Fen;
  /** Without `on`: 日期不详. */
  readonly paid?: { readonly fen: Fen; readonly on?: LocalDate };
  readonly confirmedOn?: LocalDate;
  /** The ruling's number, where the ledger has it in place of the day. */
  readonly confirmationNumber?: string;
  readonly judge?: string;
  readonly clerk?: string;
  readonly letterNumber?: string;
  readonly letterOn?: LocalDate;
  readonly remarks?: string;
};

/** A cell that is refused or warned of: where it stands, what is in it, and why, as a Chinese sentence. */
export type Problem = {
  readonly sheet: string;
  readonly row: number;
  /** The head as it is written in the sheet. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};

/** A head and the value under it, as they are shown. */
export type ShownCell = { readonly column: string; readonly value: string };

/** A court number with the cell that it stands in. */
export type ShownNumber = ShownCell & { readonly number: CaseNumber };

/** A row that was read; `rowsBelow`: how many rows of further persons below it belong to it. */
export type CaseRow = {
  readonly kind: 'case';
  readonly sheet: string;
  readonly row: number;
  readonly rowsBelow: number;
  readonly facts: LedgerCaseFacts;
  readonly warned: readonly Problem[];
  readonly doubts: readonly LedgerDoubt[];
  /** The cells that a repetition is shown at: where each court number stands, and the day of receipt. */
  readonly shown: { readonly numbers: readonly ShownNumber[]; readonly receivedOn: ShownCell };
};

export type RefusedRow = {
  readonly kind: 'refused';
  readonly sheet: string;
  readonly row: number;
  readonly rowsBelow: number;
  readonly problems: readonly Problem[];
};

export type OtherRow = {
  readonly kind: 'notACase';
  readonly sheet: string;
  readonly row: number;
  readonly rowsBelow: number;
  readonly why: 'blank' | 'total' | 'repeatedHead' | 'note';
};

export type ReadRow = CaseRow | RefusedRow | OtherRow;
