import type { CaseNumber } from '../case-number.ts';
import type { Channel } from '../channel.ts';
import { type ClosingCode, closings } from '../closing.ts';
import type { LocalDate } from '../local-date.ts';
import type { Fen } from '../money.ts';
import { foldForSearch } from '../names.ts';
import type { LedgerClaim, LedgerCourt } from './facts.ts';
import { type LedgerField, ledgerFieldFacts, type Person, personFields } from './fields.ts';

export type ComparedParty = {
  readonly name: string;
  readonly idNumber?: string;
  readonly phones: readonly string[];
  readonly address?: string;
};

/** What a case is known again by, and compared by. A ledger row's facts are such facts, and so is a registered case. */
export type ComparedFacts = {
  /** Absent: a registered case that has not been received. */
  readonly receivedOn?: LocalDate;
  readonly receivedBasis: 'receipt' | 'ledger';
  readonly filedOn?: LocalDate;
  readonly channel: Channel;
  readonly court: LedgerCourt;
  readonly tribunal?: string;
  readonly caseNumbers: readonly CaseNumber[];
  readonly cause: { readonly name: string };
  readonly claim: LedgerClaim;
  readonly applicants: readonly ComparedParty[];
  readonly respondents: readonly ComparedParty[];
  readonly thirdParties: readonly ComparedParty[];
  readonly mediatorNames: readonly string[];
  readonly sector?: string;
  readonly closing?: { readonly code: ClosingCode; readonly closedOn: LocalDate; readonly partly: boolean };
  readonly agreedFen?: Fen;
  readonly paid?: { readonly fen: Fen; readonly on?: LocalDate };
  readonly confirmedOn?: LocalDate;
  readonly confirmationNumber?: string;
  readonly judge?: string;
  readonly clerk?: string;
  readonly letterNumber?: string;
  readonly letterOn?: LocalDate;
};

/** What alone a case is known again by: the receipt day, parties, cause, claim and court numbers. */
export type IdentifyingFacts = Pick<ComparedFacts, 'receivedOn' | 'caseNumbers' | 'cause' | 'claim'> & {
  readonly applicants: readonly { readonly name: string }[];
  readonly respondents: readonly { readonly name: string }[];
};

/** How a case is known again: by any of its court numbers, else by `withoutNumber`. */
export type LedgerIdentity = {
  readonly caseNumbers: readonly CaseNumber[];
  /** Day of receipt, parties, cause and claim in one text. */
  readonly withoutNumber: string;
};

/** What a ledger row, or a case of the register, is known again by. */
export function identityOfLedgerRow(facts: IdentifyingFacts): LedgerIdentity {
  return {
    caseNumbers: facts.caseNumbers,
    withoutNumber: [
      facts.receivedOn ?? '',
      foldNames(facts.applicants),
      foldNames(facts.respondents),
      facts.cause.name,
      foldClaim(facts.claim),
    ].join('|'),
  };
}

/** A fact as a text to be compared; empty where it is not stated. */
const comparisons: readonly {
  readonly field: LedgerField;
  readonly value: (facts: ComparedFacts) => string;
}[] = [
  { field: 'channel', value: (facts) => facts.channel },
  { field: 'tribunal', value: (facts) => foldForSearch(facts.tribunal ?? '') },
  { field: 'cause', value: (facts) => facts.cause.name },
  { field: 'applicants', value: (facts) => foldNames(facts.applicants) },
  { field: 'respondents', value: (facts) => foldNames(facts.respondents) },
  { field: 'thirdParties', value: (facts) => foldNames(facts.thirdParties) },
  { field: 'claim', value: (facts) => (facts.claim.kind === 'notStated' ? '' : foldClaim(facts.claim)) },
  { field: 'mediators', value: (facts) => facts.mediatorNames.map(foldForSearch).join('、') },
  { field: 'sector', value: (facts) => foldForSearch(facts.sector ?? '') },
  { field: 'result', value: (facts) => foldResult(facts.closing) },
  { field: 'closedOn', value: (facts) => facts.closing?.closedOn ?? '' },
  { field: 'agreedAmount', value: (facts) => foldSum(facts.agreedFen) },
  { field: 'paidAmount', value: (facts) => foldSum(facts.paid?.fen) },
  { field: 'paidOn', value: (facts) => facts.paid?.on ?? '' },
  { field: 'judge', value: (facts) => foldForSearch(facts.judge ?? '') },
  { field: 'clerk', value: (facts) => foldForSearch(facts.clerk ?? '') },
  { field: 'letterNumber', value: (facts) => foldForSearch(facts.letterNumber ?? '') },
  { field: 'letterOn', value: (facts) => facts.letterOn ?? '' },
];

/**
 * The labels of the facts that a ledger row states and in which a registered case differs; empty when there are none. A
 * blank cell says nothing, and a court that is not on the list is compared with nothing, since the register has no place
 * for it.
 */
export function differences(facts: ComparedFacts, registered: ComparedFacts): readonly string[] {
  const differing = comparisons.filter(({ value }) => {
    const stated = value(facts);
    return stated !== '' && stated !== value(registered);
  });
  return [
    ...receiptDifference(facts, registered),
    ...(facts.caseNumbers.every((number) => registered.caseNumbers.includes(number))
      ? []
      : [ledgerFieldFacts.caseNumbers.label]),
    ...differing.map(({ field }) => ledgerFieldFacts[field].label),
    ...confirmationDifference(facts, registered),
    ...personDifferences('applicant', facts.applicants, registered.applicants),
    ...personDifferences('respondent', facts.respondents, registered.respondents),
    ...personDifferences('thirdParty', facts.thirdParties, registered.thirdParties),
    ...(isOtherCourt(facts.court, registered.court) ? [ledgerFieldFacts.court.label] : []),
  ];
}

/** Under the name that the ledger has for the day; 收案日期 beside it is compared only where both have one. */
function receiptDifference(facts: ComparedFacts, registered: ComparedFacts): readonly string[] {
  if (facts.receivedOn !== registered.receivedOn) {
    const field =
      registered.receivedOn === undefined || facts.receivedBasis === 'receipt' ? 'receivedOn' : 'filedOn';
    return [ledgerFieldFacts[field].label];
  }
  return facts.receivedBasis === 'receipt' &&
    facts.filedOn !== undefined &&
    facts.filedOn !== registered.filedOn
    ? [ledgerFieldFacts.filedOn.label]
    : [];
}

function confirmationDifference(facts: ComparedFacts, registered: ComparedFacts): readonly string[] {
  const { confirmedOn, confirmationNumber } = facts;
  return (confirmedOn !== undefined && confirmedOn !== registered.confirmedOn) ||
    (confirmationNumber !== undefined && confirmationNumber !== registered.confirmationNumber)
    ? [ledgerFieldFacts.confirmedOn.label]
    : [];
}

function personDifferences(
  person: Person,
  stated: readonly ComparedParty[],
  registered: readonly ComparedParty[],
): readonly string[] {
  const fields = personFields[person];
  const labels = new Set<string>();
  const free = [...registered];
  for (const party of stated) {
    const sameName = free.filter((each) => foldForSearch(each.name) === foldForSearch(party.name));
    const other = sameName.find((each) => each.idNumber === party.idNumber) ?? sameName[0];
    if (other === undefined) {
      // Other names are told as such.
      continue;
    }
    free.splice(free.indexOf(other), 1);
    if (party.idNumber !== undefined && party.idNumber !== other.idNumber) {
      labels.add(ledgerFieldFacts[fields.id].label);
    }
    if (!party.phones.every((phone) => other.phones.includes(phone))) {
      labels.add(ledgerFieldFacts[fields.phone].label);
    }
    if (party.address !== undefined && foldForSearch(party.address) !== foldForSearch(other.address ?? '')) {
      labels.add(ledgerFieldFacts[fields.address].label);
    }
  }
  return [...labels];
}

function isOtherCourt(court: LedgerCourt, registered: LedgerCourt): boolean {
  return (
    court.kind === 'known' &&
    registered.kind !== 'unknown' &&
    (registered.kind === 'none' || court.code !== registered.code)
  );
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

// 部分达成 belongs to the result; the register keeps it on a success only.
function foldResult(closing: ComparedFacts['closing']): string {
  return closing === undefined
    ? ''
    : `${closing.code}${closing.partly && closings[closing.code].outcome === 'success' ? '，部分达成' : ''}`;
}

// Nothing agreed and a sum of zero are the same fact to every figure.
function foldSum(amount: Fen | undefined): string {
  return amount === undefined || amount === 0 ? '' : String(amount);
}
