import type { Contact, ContactFacts } from '#shared/contract/contacts.ts';
import type { CaseId, ContactId, PartyId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, idOf, idOrNull } from './values.ts';

export function insertContact(db: WritableDb, caseId: CaseId, contact: ContactFacts): ContactId {
  const id = db.insert('contacts', {
    case_id: caseId,
    party_id: contact.partyId,
    person: contact.person,
    contacted_on: contact.contactedOn,
    contacted_at: contact.contactedAt,
    means: contact.means,
    reached_at: contact.reachedAt,
    result: contact.result,
    remarks: contact.remarks,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<ContactId>(id);
}

/** Cancels a try that was entered wrongly; false when it is cancelled already. */
export function cancelContact(db: WritableDb, id: ContactId, reason: string): boolean {
  const query = db
    .updateTable('contacts')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function caseOfContact(db: ReadableDb, id: ContactId): CaseId | undefined {
  return db.first(db.selectFrom('contacts').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** The tries of a case that stand, in the order in which they were made. */
export function contactsOfCase(db: ReadableDb, caseId: CaseId): Contact[] {
  const query = db
    .selectFrom('contacts')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .orderBy('contacted_on')
    .orderBy('contacted_at', (order) => order.asc().nullsFirst())
    .orderBy('id');
  return db.all(query).map((row) => ({
    id: idOf<ContactId>(row.id),
    partyId: idOrNull<PartyId>(row.party_id),
    person: row.person,
    contactedOn: dayOf(row.contacted_on),
    contactedAt: row.contacted_at,
    means: row.means,
    reachedAt: row.reached_at,
    result: row.result,
    remarks: row.remarks,
  }));
}
