import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { Noun, RefusalReason } from '#shared/contract/procedure.ts';
import { catalogue } from '#shared/documents/catalogue.ts';
import { isByHand } from '#shared/documents/facts.ts';
import { type DocumentContent, type DocumentKind, documentContentSchema } from '#shared/documents/model.ts';
import { documentHash } from '../documents/docx.ts';
import { documentsOfCase, type IssuedDocument, type ListedDocument } from '../register/documents.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { authorizationLabels } from './papers/authorization.ts';
import { closingReportLabels } from './papers/closing-report.ts';
import { confirmationApplicationLabels } from './papers/confirmation-application.ts';
import { consentFormLabels } from './papers/consent-form.ts';
import { disclosureRecordLabels } from './papers/disclosure-record.ts';
import { dossierContentsLabels, dossierCoverLabels, dossierNoteLabels } from './papers/dossier.ts';
import { extensionConsentLabels } from './papers/extension-consent.ts';
import { legalRepresentativeLabels } from './papers/legal-representative.ts';
import { agreementLabels } from './papers/mediation-agreement.ts';
import { mediationRecordLabels } from './papers/mediation-record.ts';
import { oralAgreementLabels } from './papers/oral-agreement.ts';
import { referralLetterLabels } from './papers/referral-letter.ts';
import { rightsNoticeLabels } from './papers/rights-notice.ts';
import { serviceAddressLabels } from './papers/service-address.ts';
import { undisputedFactsLabels } from './papers/undisputed-facts.ts';
import { visitRecordLabels } from './papers/visit-record.ts';
import { withdrawalApplicationLabels } from './papers/withdrawal-application.ts';
import { papers } from './papers.ts';

type Issuing = {
  /** Why it is not issued while the register lacks a fact of it. */
  readonly incomplete: RefusalReason;
  /** What moved where the register changed while the document was made. */
  readonly noun: Noun;
  /** What its facts are called where the register has moved on since. */
  readonly labels: Readonly<Record<string, string>>;
};

/** How a paper is issued of which nothing is peculiar but its facts. */
const simply = (labels: Issuing['labels']): Issuing => ({
  incomplete: 'documentIncomplete',
  noun: 'document',
  labels,
});

/** How each kind of document is issued. */
export const issuing: Readonly<Record<DocumentKind, Issuing>> = {
  referralLetter: simply(referralLetterLabels),
  authorization: simply(authorizationLabels),
  legalRepresentative: simply(legalRepresentativeLabels),
  consentForm: simply(consentFormLabels),
  rightsNotice: simply(rightsNoticeLabels),
  serviceAddress: simply(serviceAddressLabels),
  mediationRecord: simply(mediationRecordLabels),
  disclosureRecord: simply(disclosureRecordLabels),
  extensionConsent: simply(extensionConsentLabels),
  mediationAgreement: {
    incomplete: 'agreementIncomplete',
    noun: 'agreement',
    labels: agreementLabels,
  },
  peoplesAgreement: simply(agreementLabels),
  oralAgreement: simply(oralAgreementLabels),
  confirmationApplication: simply(confirmationApplicationLabels),
  withdrawalApplication: simply(withdrawalApplicationLabels),
  undisputedFacts: simply(undisputedFactsLabels),
  closingReport: simply(closingReportLabels),
  visitRecord: simply(visitRecordLabels),
  dossierCover: simply(dossierCoverLabels),
  dossierContents: simply(dossierContentsLabels),
  dossierNote: simply(dossierNoteLabels),
};

/** Whether a frozen fact still holds: a blank that was left to be filled in by hand is filled by any fact. */
function says(frozen: unknown, now: unknown): boolean {
  if (isByHand(frozen)) return true;
  if (typeof frozen !== 'object' || frozen === null || typeof now !== 'object' || now === null)
    return frozen === now;
  const keys = new Set([...Object.keys(frozen), ...Object.keys(now)]);
  return [...keys].every((key) => says(valueAt(frozen, key), valueAt(now, key)));
}

function valueAt(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** Fields of the register that are no longer as an issued document states them; none: 文书与登记一致. */
function differencesOf(db: ReadableDb, issued: ListedDocument, kind: DocumentKind): string[] {
  const present = partiesOfCase(db, issued.caseId).some(({ id }) => id === issued.subjectId);
  if (catalogue[kind].subject === 'party' && !present) return ['登记中已经没有该当事人'];
  const paper = papers[kind](db, issued.caseId, issued.subjectId);
  if (paper.kind === 'incomplete') return ['登记资料已不足以制作该文书'];
  const frozen: object = JSON.parse(issued.facts);
  return (
    Object.entries(issuing[kind].labels)
      // What a paper says since a later version of its template, an earlier one says nothing of.
      .filter(([field]) => field in frozen && !says(valueAt(frozen, field), valueAt(paper.facts, field)))
      .map(([, label]) => label)
  );
}

/** The kept bytes of an issued document; throws where they are no longer those of the frozen hash: the row was damaged. */
export function readIntact({ id, bytes, sha256 }: IssuedDocument): Uint8Array {
  if (documentHash(bytes) !== sha256) throw new Error(`Document ${id} does not have its frozen bytes.`);
  return bytes;
}

/** The content of an issued document, as it was frozen. */
export function frozenContent(issued: ListedDocument): DocumentContent {
  return documentContentSchema.parse(JSON.parse(issued.content));
}

/** The issued documents of a case, newest first, each with what the register has changed since. */
export function issuedDocuments(db: ReadableDb, caseId: CaseId): CaseDetail['documents'] {
  const seen = new Set<string>();
  return documentsOfCase(db, caseId).map((document) => {
    const { kind, title } = frozenContent(document);
    const about = `${document.kind} ${document.subjectId}`;
    const state = document.withdrawn !== null ? 'withdrawn' : seen.has(about) ? 'replaced' : 'current';
    seen.add(about);
    return {
      id: document.id,
      kind,
      title,
      sha256: document.sha256,
      issuedAt: document.issuedAt,
      issuedBy: document.issuedBy,
      subjectId: document.subjectId,
      state,
      withdrawn: document.withdrawn,
      differences: state === 'current' ? differencesOf(db, document, kind) : [],
    };
  });
}
