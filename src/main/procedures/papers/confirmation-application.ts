import type { Agreement } from '#shared/contract/agreements.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type ConfirmationApplicationFacts,
  confirmationApplication,
  confirmationApplicationFactsSchema,
} from '#shared/documents/confirmation-application.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import { afterStepsOfCase } from '../../register/after-steps.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import { documentsOfCase } from '../../register/documents.ts';
import { courts } from '../../register/office.ts';
import type { ReadableDb } from '../../register/query.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { caseOf } from '../case-of.ts';
import { agreedLabels, headLabels, originLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const confirmationApplicationLabels: FactLabels<ConfirmationApplicationFacts> = {
  ...headLabels,
  origin: originLabel,
  sessions: '调解过程',
  ...agreedLabels,
  signedOn: '签订日期',
  court: '受理司法确认的法院',
  agreementPaper: '协议文书',
};

/** To the court that was asked already, or else to the one that the agreement names, or else to the one that sent the case. */
export function confirmationApplicationPaper(db: ReadableDb, caseId: CaseId): Paper {
  const asked = afterStepsOfCase(db, caseId).findLast(
    ({ matter, courtId }) => matter === 'confirmation' && courtId !== null,
  );
  const agreement = agreementOfCase(db, caseId);
  const courtId = asked?.courtId ?? agreement?.effectCourtId ?? caseOf(db, caseId).facts.courtId;
  const { outcome: _outcome, ...agreed } = agreementDraft(db, caseId);
  const draft = {
    ...agreed,
    court: courts(db).find(({ id }) => id === courtId)?.name,
    agreementPaper: agreement === null ? undefined : paperOfAgreement(db, caseId, agreement),
  };
  return paperOf(
    checkDraft(confirmationApplicationFactsSchema, draft, inconsistencies),
    confirmationApplication,
  );
}

/** The form in which a written agreement was handed out last and stands; the common one where none was yet. */
function paperOfAgreement(
  db: ReadableDb,
  caseId: CaseId,
  { form }: Agreement,
): ConfirmationApplicationFacts['agreementPaper'] {
  if (form === 'oral') return 'oralAgreement';
  const issued = documentsOfCase(db, caseId).find(
    ({ kind, withdrawn }) =>
      withdrawn === null && (kind === 'mediationAgreement' || kind === 'peoplesAgreement'),
  );
  return issued?.kind === 'peoplesAgreement' ? 'peoplesAgreement' : 'mediationAgreement';
}
