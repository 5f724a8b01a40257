import type { DocumentKind } from '#shared/documents/model.ts';
import { authorizationPaper } from './papers/authorization.ts';
import { closingReportPaper } from './papers/closing-report.ts';
import { confirmationApplicationPaper } from './papers/confirmation-application.ts';
import { consentFormPaper } from './papers/consent-form.ts';
import { disclosureRecordPaper } from './papers/disclosure-record.ts';
import { dossierContentsPaper, dossierCoverPaper, dossierNotePaper } from './papers/dossier.ts';
import { extensionConsentPaper } from './papers/extension-consent.ts';
import { legalRepresentativePaper } from './papers/legal-representative.ts';
import { mediationAgreementPaper } from './papers/mediation-agreement.ts';
import { mediationRecordPaper } from './papers/mediation-record.ts';
import { oralAgreementPaper } from './papers/oral-agreement.ts';
import type { PaperMaker } from './papers/paper.ts';
import { peoplesAgreementPaper } from './papers/peoples-agreement.ts';
import { referralLetterPaper } from './papers/referral-letter.ts';
import { rightsNoticePaper } from './papers/rights-notice.ts';
import { serviceAddressPaper } from './papers/service-address.ts';
import { undisputedFactsPaper } from './papers/undisputed-facts.ts';
import { visitRecordPaper } from './papers/visit-record.ts';
import { withdrawalApplicationPaper } from './papers/withdrawal-application.ts';

/** How each kind of document is made from a case. A new kind is a line here and one in `issued.ts`. */
export const papers: Readonly<Record<DocumentKind, PaperMaker>> = {
  referralLetter: referralLetterPaper,
  authorization: authorizationPaper,
  legalRepresentative: legalRepresentativePaper,
  consentForm: consentFormPaper,
  rightsNotice: rightsNoticePaper,
  serviceAddress: serviceAddressPaper,
  mediationRecord: mediationRecordPaper,
  disclosureRecord: disclosureRecordPaper,
  extensionConsent: extensionConsentPaper,
  mediationAgreement: mediationAgreementPaper,
  peoplesAgreement: peoplesAgreementPaper,
  oralAgreement: oralAgreementPaper,
  confirmationApplication: confirmationApplicationPaper,
  withdrawalApplication: withdrawalApplicationPaper,
  undisputedFacts: undisputedFactsPaper,
  closingReport: closingReportPaper,
  visitRecord: visitRecordPaper,
  dossierCover: dossierCoverPaper,
  dossierContents: dossierContentsPaper,
  dossierNote: dossierNotePaper,
};
