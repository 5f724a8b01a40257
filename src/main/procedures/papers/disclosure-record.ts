import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { disclosureRecord, disclosureRecordFactsSchema } from '#shared/documents/disclosure-record.ts';
import { byHand } from '#shared/documents/facts.ts';
import { disclosuresOfCase } from '../../register/disclosures.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { type Paper, paperOf } from './paper.ts';

/** What was not said or decided yet is left to be filled in by hand. */
export function disclosureRecordPaper(db: ReadableDb, caseId: CaseId, subjectId: number | null): Paper {
  const disclosure = disclosuresOfCase(db, caseId).find(({ id }) => id === subjectId);
  const { mediators: _mediators, ...head } = caseHeadDraft(db, caseId);
  const draft = {
    ...head,
    mediatorName: disclosure?.mediatorName,
    matter: disclosure?.matter,
    disclosedOn: disclosure?.disclosedOn,
    applicantsConsentedOn: disclosure?.applicantsConsentedOn ?? byHand,
    respondentsConsentedOn: disclosure?.respondentsConsentedOn ?? byHand,
    consentForm: disclosure?.consentForm ?? byHand,
    decision: disclosure?.decision ?? byHand,
    decidedBy: disclosure?.decidedBy ?? byHand,
  };
  return paperOf(checkDraft(disclosureRecordFactsSchema, draft), disclosureRecord);
}
