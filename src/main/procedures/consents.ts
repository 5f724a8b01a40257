import type { ConsentFacts } from '#shared/contract/consents.ts';
import type { CaseId, ConsentId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { cancelConsent, caseOfConsent, consentsOfCase, insertConsent } from '../register/consents.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { liveCase } from './case-of.ts';
import { found, notFound } from './errors.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';
import { partyOfCase } from './party-of-case.ts';

/** As the history tells it: by the party's name, which may change later. */
function told(db: ReadableDb, caseId: CaseId, consent: ConsentFacts) {
  const { agreed, form, givenOn, beforeReferral, remarks } = consent;
  const { name } = partyOfCase(db, caseId, consent.partyId);
  return { party: name, agreed, consentForm: form, givenOn, beforeReferral, remarks };
}

function record(db: WritableDb, caseId: CaseId, consent: ConsentFacts, today: LocalDate): ConsentId {
  refuseNotYet('consent', consent.givenOn, today);
  const after = told(db, caseId, consent);
  const id = insertConsent(db, caseId, consent);
  db.event({ subject: 'case', subjectId: caseId, what: 'consentRecorded', after });
  return id;
}

const procedures = contract.consents;

export const consents = {
  record: command('consents.record', procedures.record, (db, { caseId, consent }, { desk }) => {
    liveCase(db, caseId);
    return { id: record(db, caseId, consent, desk.today()) };
  }),

  recordAll: command(
    'consents.recordAll',
    procedures.recordAll,
    (db, { caseId, consents: all }, { desk }) => {
      liveCase(db, caseId);
      return { ids: all.map((consent) => record(db, caseId, consent, desk.today())) };
    },
  ),

  cancel: command('consents.cancel', procedures.cancel, (db, { id, reason }) => {
    const caseId = found(caseOfConsent(db, id), 'consent');
    liveCase(db, caseId);
    const standing = found(
      consentsOfCase(db, caseId).find((one) => one.id === id),
      'consent',
    );
    const before = told(db, caseId, standing);
    if (!cancelConsent(db, id, reason)) throw notFound('consent');
    db.event({ subject: 'case', subjectId: caseId, what: 'consentCancelled', before, after: { reason } });
    return { id };
  }),
};
