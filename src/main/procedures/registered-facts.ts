import type { CaseId } from '#shared/contract/ids.ts';
import type { Court } from '#shared/contract/office.ts';
import type { Party } from '#shared/contract/parties.ts';
import type { LedgerCaseFacts, LedgerCourt } from '#shared/domain/ledger/facts.ts';
import {
  type ComparedFacts,
  type ComparedParty,
  identityOfLedgerRow,
  type LedgerIdentity,
} from '#shared/domain/ledger/identity.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { caseWithNumber } from '../register/case-numbers.ts';
import { readCase } from '../register/cases.ts';
import { amendedCasesAsImported, type CaseAsImported, liveCasesReceivedOn } from '../register/imports.ts';
import { mediatorSector } from '../register/mediators.ts';
import { courts } from '../register/office.ts';
import { closingOfCase, confirmationOfCase, paymentsOfCase } from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { found } from './errors.ts';

/** How ledgers name a court of the register: by its code, or its name where it has none. */
export function courtKey(court: Pick<Court, 'code' | 'name'>): string {
  return court.code ?? court.name;
}

function ledgerCourt(allCourts: readonly Court[], courtId: number | null): LedgerCourt {
  const court = allCourts.find((one) => one.id === courtId);
  return court === undefined
    ? { kind: 'none' }
    : { kind: 'known', code: courtKey(court), shortName: court.shortName };
}

type Stated<Facts> = { readonly [Key in keyof Facts]?: Exclude<Facts[Key], null> };

/** What is stated: a ledger's facts are absent where the register's are null. */
function stated<Facts extends Readonly<Record<string, unknown>>>(facts: Facts): Stated<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Stated<Facts>;
}

function comparedParties(parties: readonly Party[], role: PartyRole): readonly ComparedParty[] {
  return parties
    .filter((party) => party.role === role)
    .map(({ name, phones, idNumber, address }) => ({ name, phones, ...stated({ idNumber, address }) }));
}

function paidOf(db: ReadableDb, id: CaseId): ComparedFacts['paid'] {
  const payments = paymentsOfCase(db, id);
  if (payments.length === 0) return undefined;
  const fen = payments.reduce((sum, payment) => sum + payment.amountFen, 0) as Fen;
  return { fen, ...stated({ on: payments.findLast(({ paidOn }) => paidOn !== null)?.paidOn ?? null }) };
}

/** The facts of a registered case that a ledger row is compared with. */
function comparedFacts(db: ReadableDb, allCourts: readonly Court[], id: CaseId): ComparedFacts {
  const { facts, receivedBasis, sector } = found(readCase(db, id), 'case');
  const { receivedOn, filedOn, tribunal, judge, clerk, letterNumber, letterOn } = facts;
  const { mediatorId, assistingMediatorIds } = facts;
  const parties = partiesOfCase(db, id);
  const confirmation = confirmationOfCase(db, id);
  const mediatorIds = mediatorId === null ? assistingMediatorIds : [mediatorId, ...assistingMediatorIds];
  return {
    receivedBasis: receivedBasis ?? 'receipt',
    channel: facts.channel,
    court: ledgerCourt(allCourts, facts.courtId),
    caseNumbers: facts.courtNumbers,
    cause: { name: facts.cause?.name ?? '' },
    claim: facts.claim,
    applicants: comparedParties(parties, 'applicant'),
    respondents: comparedParties(parties, 'respondent'),
    thirdParties: comparedParties(parties, 'thirdParty'),
    mediatorNames: mediatorIds.map((one) => mediatorSector(db, one)?.name ?? ''),
    ...stated({ receivedOn, filedOn, tribunal, judge, clerk, letterNumber, letterOn, sector }),
    ...stated({
      closing: closingOfCase(db, id),
      agreedFen: agreementOfCase(db, id)?.agreedFen ?? null,
      paid: paidOf(db, id) ?? null,
      confirmedOn: confirmation?.confirmedOn ?? null,
      confirmationNumber: confirmation?.number ?? null,
    }),
  };
}

/** The live case that a ledger row is; `amendedSince`: it is known only by what an import once entered. */
export type Twin = { readonly id: CaseId; readonly facts: ComparedFacts; readonly amendedSince: boolean };

type Imported = LedgerIdentity & { readonly id: CaseId };

function importedIdentity({ id, receivedOn, courtNumbers, cause, claim, parties }: CaseAsImported): Imported {
  const identity = identityOfLedgerRow({
    caseNumbers: courtNumbers,
    cause: { name: cause?.name ?? '' },
    claim,
    applicants: parties.filter(({ role }) => role === 'applicant'),
    respondents: parties.filter(({ role }) => role === 'respondent'),
    ...stated({ receivedOn }),
  });
  return { id, ...identity };
}

/**
 * Finds the live case that a ledger row is: the one with any of its court numbers, whenever it was received, else one
 * that has the same receipt day, parties, cause and claim, else one that had all of these when it was imported and was
 * amended since. Where the row has a number, only a case without one can be it, or one that was imported under it; where
 * the row has none, the case may have been given its number since. The finder reads a case once, so it holds for as long
 * as nothing is entered.
 */
export function twinFinder(db: ReadableDb): (facts: LedgerCaseFacts) => Twin | undefined {
  const allCourts = courts(db);
  const read = new Map<string, ReadonlyMap<string, readonly Twin[]>>();
  let imported: ReadonlyMap<string, readonly Imported[]> | undefined;
  function twin(id: CaseId, amendedSince: boolean): Twin {
    return { id, facts: comparedFacts(db, allCourts, id), amendedSince };
  }
  function alike({ receivedOn, cause, claim }: LedgerCaseFacts): ReadonlyMap<string, readonly Twin[]> {
    const claimFen = claim.kind === 'amount' ? claim.fen : null;
    const key = `${receivedOn} ${claimFen} ${cause.name}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const all = liveCasesReceivedOn(db, receivedOn, cause.name, claimFen).map((id) => twin(id, false));
    const cases = Map.groupBy(all, (one) => identityOfLedgerRow(one.facts).withoutNumber);
    read.set(key, cases);
    return cases;
  }
  function onceImported({ caseNumbers, withoutNumber }: LedgerIdentity): Twin | undefined {
    imported ??= Map.groupBy(amendedCasesAsImported(db).map(importedIdentity), (one) => one.withoutNumber);
    const equal = imported.get(withoutNumber) ?? [];
    const unnumbered = equal.find((one) => one.caseNumbers.length === 0);
    if (caseNumbers.length === 0) {
      const id = (unnumbered ?? equal[0])?.id;
      return id === undefined ? undefined : twin(id, true);
    }
    const sameNumber = equal.find((one) => one.caseNumbers.some((number) => caseNumbers.includes(number)));
    if (sameNumber !== undefined) return twin(sameNumber.id, true);
    const found = unnumbered === undefined ? undefined : twin(unnumbered.id, true);
    return found?.facts.caseNumbers.length === 0 ? found : undefined;
  }
  return (facts) => {
    const identity = identityOfLedgerRow(facts);
    const { caseNumbers, withoutNumber } = identity;
    for (const number of caseNumbers) {
      const id = caseWithNumber(db, 'court', number);
      if (id !== undefined) return twin(id, false);
    }
    const equal = alike(facts).get(withoutNumber) ?? [];
    const unnumbered = equal.find((one) => one.facts.caseNumbers.length === 0);
    const present = caseNumbers.length === 0 ? (unnumbered ?? equal[0]) : unnumbered;
    return present ?? onceImported(identity);
  };
}
