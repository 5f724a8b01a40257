import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { consentsOfCase } from '../register/consents.ts';
import { contactsOfCase } from '../register/contacts.ts';
import { disclosuresOfCase } from '../register/disclosures.ts';
import { doubtsOfCase } from '../register/doubts.ts';
import { mediatorSector } from '../register/mediators.ts';
import { movesOfCase } from '../register/moves.ts';
import { courts, organisations } from '../register/office.ts';
import { closingOfCase, confirmationOfCase, paymentsOfCase } from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { referralsOfCase } from '../register/referrals.ts';
import { sessionsWithPrivateNotes } from '../register/sessions.ts';
import { readSetting } from '../register/settings.ts';
import { whatFollowed } from './after-closing.ts';
import { caseOf } from './case-of.ts';
import { issuedDocuments } from './issued.ts';
import { linksOf } from './links.ts';

/** A case with all that hangs on it, as the case page shows it. */
export function detailOf(db: ReadableDb, id: CaseId): CaseDetail {
  const present = caseOf(db, id);
  const { facts } = present;
  const court = courts(db).find((one) => one.id === facts.courtId);
  const organisation = organisations(db).find((one) => one.id === facts.organisationId);
  return {
    id,
    version: present.version,
    partiesVersion: present.partiesVersion,
    internalNumber: formatInternalNumber(present.internalNumber),
    status: present.status,
    registeredOn: present.registeredOn,
    registeredBy: present.registeredBy,
    importId: present.importId as CaseDetail['importId'],
    removed: present.removed,
    facts,
    receivedBasis: present.receivedBasis,
    sector: present.sector,
    courtName: court?.name ?? null,
    courtShortName: court?.shortName ?? null,
    mediatorName: facts.mediatorId === null ? null : (mediatorSector(db, facts.mediatorId)?.name ?? null),
    organisationName: organisation?.name ?? null,
    parties: partiesOfCase(db, id),
    sessions: sessionsWithPrivateNotes(db, id),
    agreement: agreementOfCase(db, id),
    payments: paymentsOfCase(db, id),
    closing: closingOfCase(db, id),
    confirmation: confirmationOfCase(db, id),
    doubts: doubtsOfCase(db, id),
    documents: issuedDocuments(db, id),
    moves: movesOfCase(db, id),
    consents: consentsOfCase(db, id),
    contacts: contactsOfCase(db, id),
    contactRule: readSetting(db, 'contact').value,
    disclosures: disclosuresOfCase(db, id),
    links: linksOf(db, id),
    referrals: referralsOfCase(db, id),
    after: whatFollowed(db, present),
  };
}
