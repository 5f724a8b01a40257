import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type VisitRecordFacts,
  visitRecord,
  visitRecordFactsSchema,
} from '#shared/documents/visit-record.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { visitsOfCase } from '../../register/visits.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const visitRecordLabels: FactLabels<VisitRecordFacts> = {
  ...caseLabels,
  visitedOn: '回访日期',
  means: '回访方式',
  visited: '被回访人',
  performance: '履行情况',
  satisfaction: '满意程度',
  remarks: '情况说明',
  nextOn: '下次回访日期',
};

/** Of a visit that stands; what was not asked is left to be filled in by hand. */
export function visitRecordPaper(db: ReadableDb, caseId: CaseId, subjectId: number | null): Paper {
  const visit = visitsOfCase(db, caseId).find(({ id }) => id === subjectId);
  const visited = partiesOfCase(db, caseId).find(({ id }) => id === visit?.partyId);
  const draft = {
    ...caseHeadDraft(db, caseId),
    visitedOn: visit?.visitedOn,
    means: visit?.means,
    visited: visited?.name ?? byHand,
    performance: visit?.performance ?? byHand,
    satisfaction: visit?.satisfaction ?? byHand,
    remarks: visit?.remarks ?? byHand,
    nextOn: visit?.nextOn ?? null,
  };
  return paperOf(checkDraft(visitRecordFactsSchema, draft), visitRecord);
}
