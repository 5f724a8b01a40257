import type { CaseId, ReferralId } from '#shared/contract/ids.ts';
import type { Referral, ReferralFacts } from '#shared/contract/referrals.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { caseIdOf, dayOrNull, idOf } from './values.ts';

export function insertReferral(
  db: WritableDb,
  caseId: CaseId,
  { unit, referredOn, number, result }: ReferralFacts,
  fromCaseId: CaseId | null = null,
): ReferralId {
  const id = db.insert('referrals', {
    case_id: caseId,
    unit,
    referred_on: referredOn,
    number,
    result,
    cancelled_at: null,
    cancelled_reason: null,
    from_case_id: fromCaseId,
  });
  return idOf<ReferralId>(id);
}

/** Cancels a referral; false when it is cancelled already. */
export function cancelReferral(db: WritableDb, id: ReferralId, reason: string): boolean {
  const query = db
    .updateTable('referrals')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

function standing(db: ReadableDb) {
  return db.selectFrom('referrals').selectAll().where('cancelled_at', 'is', null);
}

type Row = Parameters<typeof referralOf>[0];
function referralOf(row: {
  readonly id: number;
  readonly unit: string;
  readonly referred_on: string | null;
  readonly number: string | null;
  readonly result: string | null;
  readonly from_case_id: number | null;
}): Referral {
  return {
    id: idOf<ReferralId>(row.id),
    unit: row.unit,
    referredOn: dayOrNull(row.referred_on),
    number: row.number,
    result: row.result,
    fromCaseId: row.from_case_id === null ? null : caseIdOf(row.from_case_id),
  };
}

export type ReferralOfCase = { readonly caseId: CaseId; readonly referral: Referral };

function withCase(row: (Row & { readonly case_id: number }) | undefined): ReferralOfCase | undefined {
  return row === undefined ? undefined : { caseId: caseIdOf(row.case_id), referral: referralOf(row) };
}

export function referralOfId(db: ReadableDb, id: ReferralId): ReferralOfCase | undefined {
  return withCase(db.first(standing(db).where('id', '=', id)));
}

/** The referral by which a merged case lives on in the one that was kept. */
export function referralFrom(db: ReadableDb, caseId: CaseId): ReferralOfCase | undefined {
  return withCase(db.first(standing(db).where('from_case_id', '=', caseId)));
}

/** The earlier referrals of a case that stand, in the order of their days. */
export function referralsOfCase(db: ReadableDb, caseId: CaseId): Referral[] {
  const query = standing(db).where('case_id', '=', caseId);
  return db.all(query.orderBy('referred_on').orderBy('id')).map(referralOf);
}
