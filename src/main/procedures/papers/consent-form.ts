import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type ConsentFormFacts,
  consentForm,
  consentFormFactsSchema,
} from '#shared/documents/consent-form.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { caseLabels, referringCourtLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const consentFormLabels: FactLabels<ConsentFormFacts> = {
  ...caseLabels,
  court: referringCourtLabel,
  procedureKind: '适用程序',
};

export function consentFormPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { channel, ...head } = caseHeadDraft(db, caseId);
  const { facts } = caseOf(db, caseId);
  const draft = {
    ...head,
    channel: channel === 'C' ? undefined : channel,
    procedureKind: channel === 'B' ? facts.procedureKind : null,
  };
  return paperOf(checkDraft(consentFormFactsSchema, draft), consentForm);
}
