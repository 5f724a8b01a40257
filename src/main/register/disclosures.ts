import type { Disclosure, DisclosureFacts } from '#shared/contract/disclosures.ts';
import type { CaseId, DisclosureId, MediatorId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, idOf } from './values.ts';

function columns(disclosure: DisclosureFacts) {
  return {
    mediator_id: disclosure.mediatorId,
    matter: disclosure.matter,
    disclosed_on: disclosure.disclosedOn,
    applicants_consented_on: disclosure.applicantsConsentedOn,
    respondents_consented_on: disclosure.respondentsConsentedOn,
    consent_form: disclosure.consentForm,
    decision: disclosure.decision,
    decided_by: disclosure.decidedBy,
  };
}

export function insertDisclosure(db: WritableDb, caseId: CaseId, disclosure: DisclosureFacts): DisclosureId {
  return idOf<DisclosureId>(db.insert('disclosures', { ...columns(disclosure), case_id: caseId }));
}

/** Writes an amended disclosure; false when somebody else amended it since `version` was read. */
export function updateDisclosure(
  db: WritableDb,
  id: DisclosureId,
  version: number,
  disclosure: DisclosureFacts,
): boolean {
  const query = db.updateTable('disclosures').set({ ...columns(disclosure), version: version + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version)).changes === 1;
}

export function caseOfDisclosure(db: ReadableDb, id: DisclosureId): CaseId | undefined {
  return db.first(db.selectFrom('disclosures').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** What mediators disclosed in a case, in the order of the days. */
export function disclosuresOfCase(db: ReadableDb, caseId: CaseId): Disclosure[] {
  const query = db
    .selectFrom('disclosures')
    .innerJoin('mediators', 'mediators.id', 'disclosures.mediator_id')
    .selectAll('disclosures')
    .select('mediators.name as mediator_name')
    .where('disclosures.case_id', '=', caseId)
    .orderBy('disclosures.disclosed_on')
    .orderBy('disclosures.id');
  return db.all(query).map((row) => ({
    id: idOf<DisclosureId>(row.id),
    version: row.version,
    mediatorId: idOf<MediatorId>(row.mediator_id),
    mediatorName: row.mediator_name,
    matter: row.matter,
    disclosedOn: dayOf(row.disclosed_on),
    applicantsConsentedOn: dayOrNull(row.applicants_consented_on),
    respondentsConsentedOn: dayOrNull(row.respondents_consented_on),
    consentForm: row.consent_form,
    decision: row.decision,
    decidedBy: row.decided_by,
  }));
}
