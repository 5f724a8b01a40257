import type { DossierItem } from '../domain/dossier.ts';
import type { DocumentKind } from './model.ts';

/** Under which item of a dossier the signed paper of a document lies; null: it is no paper of the dossier itself. */
export const dossierItemOf: Readonly<Record<DocumentKind, DossierItem | null>> = {
  referralLetter: 'referral',
  serviceAddress: 'service',
  authorization: 'authority',
  legalRepresentative: 'authority',
  consentForm: 'consent',
  rightsNotice: 'consent',
  mediationRecord: 'records',
  disclosureRecord: 'disclosure',
  extensionConsent: 'extension',
  mediationAgreement: 'agreement',
  peoplesAgreement: 'agreement',
  oralAgreement: 'agreement',
  confirmationApplication: 'outcome',
  withdrawalApplication: 'outcome',
  undisputedFacts: 'undisputed',
  closingReport: 'report',
  visitRecord: 'visit',
  dossierCover: null,
  dossierContents: null,
  dossierNote: null,
};
