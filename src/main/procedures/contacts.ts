import type { ContactFacts } from '#shared/contract/contacts.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { cancelContact, caseOfContact, contactsOfCase, insertContact } from '../register/contacts.ts';
import type { ReadableDb } from '../register/query.ts';
import { liveCase } from './case-of.ts';
import { found, invalid, notFound } from './errors.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';
import { partyOfCase } from './party-of-case.ts';

/** As the history tells it: by the party's name, which may change later. */
function told(db: ReadableDb, caseId: CaseId, contact: ContactFacts) {
  const { partyId, person, contactedOn, contactedAt, means, reachedAt, result, remarks } = contact;
  return {
    party: partyId === null ? null : partyOfCase(db, caseId, partyId).name,
    person,
    contactedOn,
    contactedAt,
    means,
    reachedAt,
    contactResult: result,
    remarks,
  };
}

const procedures = contract.contacts;

export const contacts = {
  record: command('contacts.record', procedures.record, (db, { caseId, contact }, { desk }) => {
    liveCase(db, caseId);
    refuseNotYet('contact', contact.contactedOn, desk.today());
    if (contact.partyId === null && contact.person === null) {
      throw invalid({ path: 'contact.person', message: '请写明联系的是哪一方当事人或者什么人。' });
    }
    const after = told(db, caseId, contact);
    const id = insertContact(db, caseId, contact);
    db.event({ subject: 'case', subjectId: caseId, what: 'contactRecorded', after });
    return { id };
  }),

  cancel: command('contacts.cancel', procedures.cancel, (db, { id, reason }) => {
    const caseId = found(caseOfContact(db, id), 'contact');
    liveCase(db, caseId);
    const standing = found(
      contactsOfCase(db, caseId).find((one) => one.id === id),
      'contact',
    );
    const before = told(db, caseId, standing);
    if (!cancelContact(db, id, reason)) throw notFound('contact');
    db.event({ subject: 'case', subjectId: caseId, what: 'contactCancelled', before, after: { reason } });
    return { id };
  }),
};
