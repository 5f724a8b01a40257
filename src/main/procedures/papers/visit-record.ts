import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { visitRecord, visitRecordFactsSchema } from '#shared/documents/visit-record.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { visitsOfCase } from '../../register/visits.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { type Paper, paperOf } from './paper.ts';

/** Of a visit that stands; what was not asked is left to be filled in by hand. */
export function visitRecordPaper(db: ReadableDb, caseId: CaseId, subjectId: number | null): Paper {
  const visit = visitsOfCase(db, caseId).find(({ id }) => id === subjectId);
  const { mediators: _mediators, ...head } = caseHeadDraft(db, caseId);
  const visited = partiesOfCase(db, caseId).find(({ id }) => id === visit?.partyId);
  const draft = {
    ...head,
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
