import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type RightsNoticeFacts,
  rightsNotice,
  rightsNoticeFactsSchema,
} from '#shared/documents/rights-notice.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { headLabels, referringCourtLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const rightsNoticeLabels: FactLabels<RightsNoticeFacts> = {
  ...headLabels,
  court: referringCourtLabel,
  procedureKind: '适用程序',
  customaryDays: '调解期限',
};

/** The customary month for what no court sent (原《人民调解工作若干规定》 第33条), unless the office chose another. */
const customaryMonth = 30;

export function rightsNoticePaper(db: ReadableDb, caseId: CaseId): Paper {
  const head = caseHeadDraft(db, caseId);
  const { facts } = caseOf(db, caseId);
  const draft = {
    ...head,
    court: head.channel === 'C' ? null : head.court,
    procedureKind: head.channel === 'B' ? facts.procedureKind : null,
    customaryDays: readSetting(db, 'period').value.customaryDays ?? customaryMonth,
  };
  return paperOf(checkDraft(rightsNoticeFactsSchema, draft), rightsNotice);
}
