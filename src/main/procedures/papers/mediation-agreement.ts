import type { CaseId } from '#shared/contract/ids.ts';
import {
  checkMediationAgreement,
  type MediationAgreementFacts,
  mediationAgreement,
} from '#shared/documents/mediation-agreement.ts';
import type { ReadableDb } from '../../register/query.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { agreedLabels, headLabels, originLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

/** Of the agreement in whichever written form. */
export const agreementLabels: FactLabels<MediationAgreementFacts> = {
  ...headLabels,
  origin: originLabel,
  sessions: '调解过程',
  ...agreedLabels,
  finalSettlement: '一次性了结',
  outcome: '效力与司法确认',
  recorderSigns: '记录人签名',
  signedOn: '签订日期',
  agreedAmount: '协议金额',
};

export function mediationAgreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  return paperOf(checkMediationAgreement(agreementDraft(db, caseId)), mediationAgreement);
}
