import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type MediationRecordFacts,
  mediationRecord,
  mediationRecordFactsSchema,
} from '#shared/documents/mediation-record.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { found } from '../errors.ts';
import { headLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const mediationRecordLabels: FactLabels<MediationRecordFacts> = {
  ...headLabels,
  ordinal: '第几次调解',
  heldOn: '调解日期',
  startedAt: '开始时间',
  endedAt: '结束时间',
  form: '调解方式',
  place: '调解地点',
  attendance: '到场人',
  notes: '调解经过',
  disputed: '争议焦点',
  undisputed: '无争议事实',
  proposals: '调解方案',
  result: '调解结果',
  nextOn: '下次调解日期',
};

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
