import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { mediationRecord, mediationRecordFactsSchema } from '#shared/documents/mediation-record.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { found } from '../errors.ts';
import { type Paper, paperOf } from './paper.ts';

export function mediationRecordPaper(db: ReadableDb, caseId: CaseId, sessionId: number | null): Paper {
  const all = sessionsOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === sessionId);
  const session = found(all[place], 'session');
  const meets = session.form === 'onSite' || session.form === 'visit';
  const { heldOn, form, notes, disputed, undisputed, proposals, result, nextOn } = session;
  const draft = {
    ...caseHeadDraft(db, caseId),
    ordinal: place + 1,
    heldOn,
    form,
    startedAt: session.startedAt ?? byHand,
    endedAt: session.endedAt ?? byHand,
    place: session.place ?? (meets ? byHand : null),
    attendance: session.attendance ?? byHand,
    notes,
    disputed,
    undisputed,
    proposals,
    result,
    nextOn,
  };
  return paperOf(checkDraft(mediationRecordFactsSchema, draft), mediationRecord);
}
