import type { CaseNumber } from '../case-number.ts';
import type { Channel } from '../channel.ts';
import type { ClosingCode } from '../closing.ts';
import type { LocalDate } from '../local-date.ts';
import type { Fen } from '../money.ts';
import { foldForSearch } from '../names.ts';
import type { LedgerClaim, LedgerCourt } from './facts.ts';
import { type LedgerField, ledgerFieldFacts } from './fields.ts';

/** What a case is known again by, and compared by: the facts that figures count. A ledger row's facts are such facts. */
export type ComparedFacts = {
  readonly receivedOn: LocalDate;
  readonly channel: Channel;
  readonly court: LedgerCourt;
  readonly caseNumbers: readonly CaseNumber[];
  readonly cause: { readonly name: string };
  readonly claim: LedgerClaim;
  readonly applicants: readonly { readonly name: string }[];
  readonly respondents: readonly { readonly name: string }[];
  readonly mediatorNames: readonly string[];
  readonly closing?: { readonly code: ClosingCode; readonly closedOn: LocalDate };
  readonly agreedFen?: Fen;
  readonly paid?: { readonly fen: Fen };
  readonly confirmedOn?: LocalDate;
};

/** How a case is known again: by any of its court numbers, else by `withoutNumber`. */
export type LedgerIdentity = {
  readonly caseNumbers: readonly CaseNumber[];
  /** Day of receipt, parties, cause and claim in one text. */
  readonly withoutNumber: string;
};

/** What a ledger row, or a case of the register, is known again by. */
export function identityOfLedgerRow(facts: ComparedFacts): LedgerIdentity {
  return {
    caseNumbers: facts.caseNumbers,
    withoutNumber: [
      facts.receivedOn,
      foldNames(facts.applicants),
      foldNames(facts.respondents),
      facts.cause.name,
      foldClaim(facts.claim),
    ].join('|'),
  };
}

const comparisons: readonly {
  readonly field: LedgerField;
  readonly value: (facts: ComparedFacts) => string;
}[] = [
  // Under the name that ledgers have for it.
  { field: 'filedOn', value: (facts) => facts.receivedOn },
  { field: 'channel', value: (facts) => facts.channel },
  { field: 'caseNumbers', value: (facts) => facts.caseNumbers.toSorted().join('、') },
  { field: 'cause', value: (facts) => facts.cause.name },
  { field: 'applicants', value: (facts) => foldNames(facts.applicants) },
  { field: 'respondents', value: (facts) => foldNames(facts.respondents) },
  { field: 'claim', value: (facts) => foldClaim(facts.claim) },
  { field: 'mediators', value: (facts) => facts.mediatorNames.map(foldForSearch).join('、') },
  { field: 'result', value: (facts) => facts.closing?.code ?? '' },
  { field: 'closedOn', value: (facts) => facts.closing?.closedOn ?? '' },
  { field: 'agreedAmount', value: (facts) => foldSum(facts.agreedFen) },
  { field: 'paidAmount', value: (facts) => foldSum(facts.paid?.fen) },
  { field: 'confirmedOn', value: (facts) => facts.confirmedOn ?? '' },
];

/**
 * The labels of the facts in which a ledger row and a registered case differ; empty when they are equal. A court that
 * is not on the list is compared with nothing, since the register has no place for it.
 */
export function differences(facts: ComparedFacts, registered: ComparedFacts): readonly string[] {
  const differing = comparisons
    .filter(({ value }) => value(facts) !== value(registered))
    .map(({ field }) => ledgerFieldFacts[field].label);
  return isOtherCourt(facts.court, registered.court)
    ? [...differing, ledgerFieldFacts.court.label]
    : differing;
}

function isOtherCourt(court: LedgerCourt, registered: LedgerCourt): boolean {
  if (court.kind === 'unknown' || registered.kind === 'unknown') {
    return false;
  }
  return court.kind === 'known' && registered.kind === 'known'
    ? court.code !== registered.code
    : court.kind !== registered.kind;
}

function foldNames(parties: readonly { readonly name: string }[]): string {
  return parties
    .map(({ name }) => foldForSearch(name))
    .toSorted()
    .join('、');
}

function foldClaim(claim: LedgerClaim): string {
  return claim.kind === 'amount' ? String(claim.fen) : claim.kind;
}

// Nothing agreed and a sum of zero are the same fact to every figure.
function foldSum(amount: Fen | undefined): string {
  return amount === undefined || amount === 0 ? '' : String(amount);
}
