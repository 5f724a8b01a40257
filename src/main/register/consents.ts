import type { Consent, ConsentFacts } from '#shared/contract/consents.ts';
import type { CaseId, ConsentId, PartyId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, flag, idOf } from './values.ts';

export function insertConsent(db: WritableDb, caseId: CaseId, consent: ConsentFacts): ConsentId {
  const id = db.insert('consents', {
    case_id: caseId,
    party_id: consent.partyId,
    agreed: flag(consent.agreed),
    form: consent.form,
    given_on: consent.givenOn,
    before_referral: flag(consent.beforeReferral),
    remarks: consent.remarks,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<ConsentId>(id);
}

/** Cancels a consent that was entered wrongly; false when it is cancelled already. */
export function cancelConsent(db: WritableDb, id: ConsentId, reason: string): boolean {
  const query = db
    .updateTable('consents')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function caseOfConsent(db: ReadableDb, id: ConsentId): CaseId | undefined {
  return db.first(db.selectFrom('consents').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** The consents of a case that stand, in the order of their days. */
export function consentsOfCase(db: ReadableDb, caseId: CaseId): Consent[] {
  const query = db
    .selectFrom('consents')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('given_on').orderBy('id')).map((row) => ({
    id: idOf<ConsentId>(row.id),
    partyId: idOf<PartyId>(row.party_id),
    agreed: row.agreed === 1,
    form: row.form,
    givenOn: dayOf(row.given_on),
    beforeReferral: row.before_referral === 1,
    remarks: row.remarks,
  }));
}
