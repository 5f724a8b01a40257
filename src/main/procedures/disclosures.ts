import type { DisclosureFacts } from '#shared/contract/disclosures.ts';
import { contract } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  caseOfDisclosure,
  disclosuresOfCase,
  insertDisclosure,
  updateDisclosure,
} from '../register/disclosures.ts';
import { mediatorSector } from '../register/mediators.ts';
import type { ReadableDb } from '../register/query.ts';
import { liveCase } from './case-of.ts';
import { conflict, found } from './errors.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';

function check(db: ReadableDb, disclosure: DisclosureFacts, today: LocalDate): void {
  found(mediatorSector(db, disclosure.mediatorId), 'mediator');
  refuseNotYet('disclosed', disclosure.disclosedOn, today);
  refuseNotYet('consent', disclosure.applicantsConsentedOn, today);
  refuseNotYet('consent', disclosure.respondentsConsentedOn, today);
}

/** As the history tells it, beside the other things that are called a matter. */
function told({ matter, ...rest }: DisclosureFacts) {
  return { disclosedMatter: matter, ...rest };
}

const procedures = contract.disclosures;

export const disclosures = {
  record: command('disclosures.record', procedures.record, (db, { caseId, disclosure }, { desk }) => {
    liveCase(db, caseId);
    check(db, disclosure, desk.today());
    const id = insertDisclosure(db, caseId, disclosure);
    db.event({ subject: 'case', subjectId: caseId, what: 'disclosureRecorded', after: told(disclosure) });
    return { id };
  }),

  amend: command('disclosures.amend', procedures.amend, (db, { id, version, disclosure }, { desk }) => {
    const caseId = found(caseOfDisclosure(db, id), 'disclosure');
    liveCase(db, caseId);
    check(db, disclosure, desk.today());
    const standing = disclosuresOfCase(db, caseId).find((one) => one.id === id);
    if (!updateDisclosure(db, id, version, disclosure)) throw conflict('disclosure');
    const { id: _id, version: _version, mediatorName: _name, ...before } = found(standing, 'disclosure');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'disclosureAmended',
      before: told(before),
      after: told(disclosure),
    });
    return { version: version + 1 };
  }),
};
