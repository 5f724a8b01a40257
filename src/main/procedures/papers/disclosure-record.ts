import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type DisclosureRecordFacts,
  disclosureRecord,
  disclosureRecordFactsSchema,
} from '#shared/documents/disclosure-record.ts';
import { byHand } from '#shared/documents/facts.ts';
import { disclosuresOfCase } from '../../register/disclosures.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const disclosureRecordLabels: FactLabels<DisclosureRecordFacts> = {
  ...caseLabels,
  mediatorName: '披露的调解员',
  matter: '披露事项',
  disclosedOn: '披露日期',
  applicantsConsentedOn: '申请人一方同意日期',
  respondentsConsentedOn: '被申请人一方同意日期',
  consentForm: '同意形式',
  decision: '决定',
  decidedBy: '决定的组织或者法院',
};

/** What was not said or decided yet is left to be filled in by hand. */
export function disclosureRecordPaper(db: ReadableDb, caseId: CaseId, subjectId: number | null): Paper {
  const disclosure = disclosuresOfCase(db, caseId).find(({ id }) => id === subjectId);
  const draft = {
    ...caseHeadDraft(db, caseId),
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
