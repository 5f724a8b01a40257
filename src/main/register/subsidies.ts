import type { Subsidy } from '#shared/contract/after.ts';
import type { CaseId, MediatorId, SubsidyId } from '#shared/contract/ids.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, fenOf, idOf } from './values.ts';

export function insertSubsidy(
  db: WritableDb,
  caseId: CaseId,
  grant: {
    readonly mediatorId: MediatorId;
    readonly rule: string;
    readonly amountFen: Fen;
    readonly grantedOn: LocalDate;
  },
): SubsidyId {
  const id = db.insert('subsidies', {
    case_id: caseId,
    mediator_id: grant.mediatorId,
    rule: grant.rule,
    amount_fen: grant.amountFen,
    granted_on: grant.grantedOn,
    paid_on: null,
    voucher: null,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<SubsidyId>(id);
}

/** Writes that a subsidy was paid; false when it was paid or cancelled already. */
export function paySubsidy(
  db: WritableDb,
  id: SubsidyId,
  payment: { readonly paidOn: LocalDate; readonly voucher: string | null },
): boolean {
  const query = db
    .updateTable('subsidies')
    .set({ paid_on: payment.paidOn, voucher: payment.voucher })
    .where('id', '=', id)
    .where('paid_on', 'is', null)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

/** Cancels a subsidy that was entered wrongly; false when it is cancelled already. */
export function cancelSubsidy(db: WritableDb, id: SubsidyId, reason: string): boolean {
  const query = db
    .updateTable('subsidies')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function caseOfSubsidy(db: ReadableDb, id: SubsidyId): CaseId | undefined {
  return db.first(db.selectFrom('subsidies').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** The subsidies of a case that stand, in the order in which they were granted. */
export function subsidiesOfCase(db: ReadableDb, caseId: CaseId): Subsidy[] {
  const query = db
    .selectFrom('subsidies')
    .innerJoin('mediators', 'mediators.id', 'subsidies.mediator_id')
    .selectAll('subsidies')
    .select('mediators.name')
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('subsidies.id')).map((row) => ({
    id: idOf<SubsidyId>(row.id),
    mediatorId: idOf<MediatorId>(row.mediator_id),
    mediatorName: row.name,
    rule: row.rule,
    amountFen: fenOf(row.amount_fen),
    grantedOn: dayOf(row.granted_on),
    paidOn: dayOrNull(row.paid_on),
    voucher: row.voucher,
  }));
}
