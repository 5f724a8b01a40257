import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import {
  type OralAgreementFacts,
  oralAgreement,
  oralAgreementFactsSchema,
} from '#shared/documents/oral-agreement.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import type { ReadableDb } from '../../register/query.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { agreedLabels, headLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const oralAgreementLabels: FactLabels<OralAgreementFacts> = {
  ...headLabels,
  agreementForm: '协议形式',
  agreedOn: '达成口头协议的日期',
  ...agreedLabels,
  finalSettlement: '一次性了结',
};

export function oralAgreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  // The sheet tells neither where the case came from nor what follows: they cannot contradict it.
  const {
    outcome: _outcome,
    origin: _origin,
    signedOn,
    documentNumber,
    ...agreed
  } = agreementDraft(db, caseId);
  const draft = {
    ...agreed,
    documentNumber: typeof documentNumber === 'string' ? documentNumber : undefined,
    agreementForm: agreementOfCase(db, caseId)?.form,
    agreedOn: signedOn,
  };
  return paperOf(checkDraft(oralAgreementFactsSchema, draft, inconsistencies), oralAgreement);
}
