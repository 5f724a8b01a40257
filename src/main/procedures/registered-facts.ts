import type { CaseId } from '#shared/contract/ids.ts';
import type { Court } from '#shared/contract/office.ts';
import type { LedgerCaseFacts, LedgerCourt } from '#shared/domain/ledger/facts.ts';
import { type ComparedFacts, identityOfLedgerRow } from '#shared/domain/ledger/identity.ts';
import type { Fen } from '#shared/domain/money.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { caseWithNumber } from '../register/case-numbers.ts';
import { readCase } from '../register/cases.ts';
import { unnumberedCasesOf } from '../register/imports.ts';
import { mediatorSector } from '../register/mediators.ts';
import { closingOfCase, confirmationOfCase, paymentsOfCase } from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';

/** How ledgers name a court of the register: by its code, or its name where it has none. */
export function courtKey(court: Pick<Court, 'code' | 'name'>): string {
  return court.code ?? court.name;
}

function ledgerCourt(courts: readonly Court[], courtId: number | null): LedgerCourt {
  const court = courts.find((one) => one.id === courtId);
  return court === undefined
    ? { kind: 'none' }
    : { kind: 'known', code: courtKey(court), shortName: court.shortName };
}

/** The facts of a registered case that a ledger row is compared with; undefined where the case has no receipt day. */
function comparedFacts(db: ReadableDb, courts: readonly Court[], id: CaseId): ComparedFacts | undefined {
  const present = readCase(db, id);
  if (present === undefined || present.facts.receivedOn === null) return undefined;
  const { facts } = present;
  const { receivedOn, mediatorId, assistingMediatorIds } = facts;
  if (receivedOn === null) return undefined;
  const parties = partiesOfCase(db, id);
  const closing = closingOfCase(db, id);
  const agreed = agreementOfCase(db, id)?.agreedFen ?? null;
  const payments = paymentsOfCase(db, id);
  const confirmation = confirmationOfCase(db, id);
  const mediatorIds = mediatorId === null ? assistingMediatorIds : [mediatorId, ...assistingMediatorIds];
  return {
    receivedOn,
    channel: facts.channel,
    court: ledgerCourt(courts, facts.courtId),
    caseNumbers: facts.courtNumbers,
    cause: { name: facts.cause?.name ?? '' },
    claim: facts.claim,
    applicants: parties.filter((party) => party.role === 'applicant'),
    respondents: parties.filter((party) => party.role === 'respondent'),
    mediatorNames: mediatorIds.map((one) => mediatorSector(db, one)?.name ?? ''),
    ...(closing === null ? {} : { closing }),
    ...(agreed === null ? {} : { agreedFen: agreed }),
    ...(payments.length === 0
      ? {}
      : { paid: { fen: payments.reduce((sum, payment) => sum + payment.amountFen, 0) as Fen } }),
    ...(confirmation === null || confirmation.confirmedOn === null
      ? {}
      : { confirmedOn: confirmation.confirmedOn }),
  };
}

/**
 * The live case that a ledger row is: the one with any of its court numbers, else the one without a court number that has
 * the same receipt day, parties, cause and claim.
 */
export function registeredTwin(
  db: ReadableDb,
  courts: readonly Court[],
  facts: LedgerCaseFacts,
): { readonly id: CaseId; readonly facts: ComparedFacts } | undefined {
  const identity = identityOfLedgerRow(facts);
  const candidates =
    identity.caseNumbers.length > 0
      ? identity.caseNumbers
          .map((number) => caseWithNumber(db, 'court', number))
          .filter((id) => id !== undefined)
      : unnumberedCasesOf(db, facts.receivedOn);
  for (const id of candidates) {
    const registered = comparedFacts(db, courts, id);
    if (registered === undefined) continue;
    if (identity.caseNumbers.length > 0) return { id, facts: registered };
    if (identityOfLedgerRow(registered).withoutNumber === identity.withoutNumber)
      return { id, facts: registered };
  }
  return undefined;
}
