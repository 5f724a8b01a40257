import type { ClosingFacts, PaymentFacts } from '#shared/contract/cases.ts';
import type { CaseId, CourtId, PaymentId } from '#shared/contract/ids.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, fenOf, flag, idOf, idOrNull } from './values.ts';

/** How a case ended, what was paid, and its judicial confirmation. */
export function insertClosing(db: WritableDb, caseId: CaseId, closing: ClosingFacts): void {
  db.insert('closings', {
    case_id: caseId,
    code: closing.code,
    closed_on: closing.closedOn,
    partly: flag(closing.partly),
    reason: closing.reason,
  });
}

/** Takes a closing back (误操作更正); the event keeps what it said. */
export function deleteClosing(db: WritableDb, caseId: CaseId): void {
  db.run(db.deleteFrom('closings').where('case_id', '=', caseId));
}

export function closingOfCase(db: ReadableDb, caseId: CaseId): ClosingFacts | null {
  const row = db.first(db.selectFrom('closings').selectAll().where('case_id', '=', caseId));
  if (row === undefined) return null;
  return {
    code: row.code as ClosingCode,
    closedOn: dayOf(row.closed_on),
    partly: row.partly === 1,
    reason: row.reason,
  };
}

export function insertPayment(
  db: WritableDb,
  caseId: CaseId,
  payment: PaymentFacts,
  basis: 'entered' | 'ledger',
): PaymentId {
  const id = db.insert('payments', {
    case_id: caseId,
    paid_on: payment.paidOn,
    amount_fen: payment.amountFen,
    basis,
    voucher: payment.voucher,
    remarks: payment.remarks,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<PaymentId>(id);
}

/** Cancels a payment that was entered wrongly; false when it is cancelled already. */
export function cancelPayment(db: WritableDb, id: PaymentId, at: string, reason: string): boolean {
  const query = db.updateTable('payments').set({ cancelled_at: at, cancelled_reason: reason });
  return db.run(query.where('id', '=', id).where('cancelled_at', 'is', null)).changes === 1;
}

export function caseOfPayment(db: ReadableDb, id: PaymentId): CaseId | undefined {
  return db.first(db.selectFrom('payments').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** Payments that count, undated ones last. */
export function paymentsOfCase(db: ReadableDb, caseId: CaseId) {
  const query = db
    .selectFrom('payments')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('paid_on', (order) => order.asc().nullsLast()).orderBy('id')).map((row) => ({
    id: idOf<PaymentId>(row.id),
    paidOn: dayOrNull(row.paid_on),
    amountFen: fenOf(row.amount_fen),
    voucher: row.voucher,
    remarks: row.remarks,
    basis: row.basis,
  }));
}

export type Confirmation = {
  /** null: only the ruling's number is known. */
  readonly confirmedOn: LocalDate | null;
  readonly courtId: CourtId | null;
  readonly number: string | null;
};

export function saveConfirmation(db: WritableDb, caseId: CaseId, confirmation: Confirmation): void {
  const values = {
    confirmed_on: confirmation.confirmedOn,
    court_id: confirmation.courtId,
    number: confirmation.number,
  };
  db.run(
    db
      .insertInto('judicial_confirmations')
      .values({ ...values, case_id: caseId })
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet(values)),
  );
}

/** Takes a confirmation back whose ruling was entered wrongly; the event keeps what it said. */
export function deleteConfirmation(db: WritableDb, caseId: CaseId): void {
  db.run(db.deleteFrom('judicial_confirmations').where('case_id', '=', caseId));
}

export function confirmationOfCase(db: ReadableDb, caseId: CaseId): Confirmation | null {
  const row = db.first(db.selectFrom('judicial_confirmations').selectAll().where('case_id', '=', caseId));
  if (row === undefined) return null;
  return {
    confirmedOn: dayOrNull(row.confirmed_on),
    courtId: idOrNull<CourtId>(row.court_id),
    number: row.number,
  };
}
