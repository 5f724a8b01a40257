import type { CaseId } from '#shared/contract/ids.ts';
import { checkMediationAgreement, mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import type { ReadableDb } from '../register/query.ts';
import { agreementDraft } from './agreement-draft.ts';
import { confirmationApplicationPaper } from './papers/confirmation-application.ts';
import { type Paper, type PaperMaker, paperOf } from './papers/paper.ts';
import { rightsNoticePaper } from './papers/rights-notice.ts';

/** How each kind of document is made from a case. A new kind is a line here and one in `issued.ts`. */
export const papers: Readonly<Record<DocumentKind, PaperMaker>> = {
  rightsNotice: rightsNoticePaper,
  mediationAgreement: agreementPaper,
  confirmationApplication: confirmationApplicationPaper,
};

function agreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  return paperOf(checkMediationAgreement(agreementDraft(db, caseId)), mediationAgreement);
}
