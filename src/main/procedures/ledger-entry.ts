import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import { closings } from '#shared/domain/closing.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import type { LedgerCaseFacts } from '#shared/domain/ledger/facts.ts';
import { saveAgreement } from '../register/agreements.ts';
import { caseWithNumber } from '../register/case-numbers.ts';
import { insertCase } from '../register/cases.ts';
import { insertDoubt } from '../register/doubts.ts';
import { officeProfile } from '../register/office.ts';
import { insertClosing, insertPayment, saveConfirmation } from '../register/outcomes.ts';
import { insertParties } from '../register/parties.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import type { LedgerEntry } from './ledger-facts.ts';
import { type Entering, mediatorOf } from './ledger-mediators.ts';

/** A court number of an entry that another live case bears: entered all the same it would be counted twice. */
export function takenNumber(db: ReadableDb, { facts }: LedgerEntry): string | undefined {
  return facts.courtNumbers.find((number) => caseWithNumber(db, 'court', number) !== undefined);
}

/** A platform's number that is another case's stays in 备注, since the register holds each number once. */
function withFreeNumber(db: ReadableDb, facts: CaseFacts): CaseFacts {
  const { platformNumber, remarks } = facts;
  if (platformNumber === null || caseWithNumber(db, 'platform', platformNumber) === undefined) return facts;
  const note = `台账案号栏：${platformNumber}`;
  return { ...facts, platformNumber: null, remarks: remarks === null ? note : `${remarks}；${note}` };
}

/** Closing, money and confirmation as they are entered, and as the case's history tells them. */
function outcomeOf({ closing, agreedFen, paid, confirmedOn, confirmationNumber }: LedgerCaseFacts) {
  const succeeded = closing !== undefined && closings[closing.code].outcome === 'success';
  const hasPaid = paid !== undefined && paid.fen > 0;
  return {
    code: closing?.code ?? null,
    closedOn: closing?.closedOn ?? null,
    partly: succeeded && closing.partly,
    agreedFen: agreedFen ?? null,
    paidFen: hasPaid ? paid.fen : null,
    paidOn: hasPaid ? (paid.on ?? null) : null,
    confirmedOn: confirmedOn ?? null,
    number: confirmationNumber ?? null,
  };
}

function insertOutcome(db: WritableDb, id: CaseId, outcome: ReturnType<typeof outcomeOf>): void {
  const { code, closedOn, partly, agreedFen, paidFen, paidOn, confirmedOn, number } = outcome;
  if (agreedFen !== null) {
    saveAgreement(db, id, null, {
      form: code === 'C12' ? 'oral' : 'written',
      agreedFen,
      signedOn: null,
      mainFacts: null,
      disputedMatters: null,
      defaultClause: null,
      costClause: null,
      finalSettlement: false,
      effect: null,
      effectCourtId: null,
      terms: [],
    });
  }
  if (code !== null && closedOn !== null) insertClosing(db, id, { code, closedOn, partly, reason: null });
  if (paidFen !== null) {
    insertPayment(db, id, { paidOn, amountFen: paidFen, voucher: null, remarks: null }, 'ledger');
  }
  if (confirmedOn !== null || number !== null) {
    saveConfirmation(db, id, { confirmedOn, courtId: null, number });
  }
}

/**
 * Enters one ledger row: the case with its parties, its closing, money and confirmation, and its doubts (待核), with one
 * event that tells all of them. The caller has seen that no court number is taken.
 */
export function enterLedgerRow(entering: Entering, { row, ...entry }: LedgerEntry): CaseId {
  const { db } = entering;
  const sector = row.facts.sector ?? null;
  // The sector column tells of the presiding mediator; the assisting ones keep their own.
  const [mediatorId = null, ...assistingMediatorIds] = row.facts.mediatorNames.map((name, place) =>
    mediatorOf(entering, name, place === 0 ? sector : null),
  );
  const facts = withFreeNumber(db, { ...entry.facts, mediatorId, assistingMediatorIds });
  const outcome = outcomeOf(row.facts);
  const status = statusAfter({
    received: true,
    sessions: 0,
    agreed: outcome.agreedFen !== null,
    closed: outcome.code !== null,
  });
  const { id, internalNumber } = insertCase(db, {
    uid: entering.newId(),
    prefix: officeProfile(db)?.numberPrefix ?? '',
    year: Number(row.facts.receivedOn.slice(0, 4)),
    facts,
    status,
    receivedBasis: row.facts.receivedBasis,
    sector,
    registeredOn: entering.today,
    registeredBy: db.command.staffName,
    imported: { id: entering.importId, row: row.row },
  });
  insertParties(db, id, entry.parties);
  insertOutcome(db, id, outcome);
  for (const doubt of row.doubts) insertDoubt(db, id, doubt);
  db.event({
    subject: 'case',
    subjectId: id,
    what: 'imported',
    after: {
      internalNumber: formatInternalNumber(internalNumber),
      ...facts,
      sector,
      parties: entry.parties,
      ...outcome,
      status,
      doubts: row.doubts.map(({ sentence }) => sentence),
    },
  });
  return id;
}
