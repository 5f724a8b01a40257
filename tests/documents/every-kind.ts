import type { z } from 'zod';
import { authorization, authorizationFactsSchema } from '#shared/documents/authorization.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { closingReport, closingReportFactsSchema } from '#shared/documents/closing-report.ts';
import {
  confirmationApplication,
  confirmationApplicationFactsSchema,
} from '#shared/documents/confirmation-application.ts';
import { consentForm, consentFormFactsSchema } from '#shared/documents/consent-form.ts';
import { disclosureRecord, disclosureRecordFactsSchema } from '#shared/documents/disclosure-record.ts';
import { dossierContents, dossierContentsFactsSchema } from '#shared/documents/dossier-contents.ts';
import { dossierCover, dossierCoverFactsSchema } from '#shared/documents/dossier-cover.ts';
import { dossierNote, dossierNoteFactsSchema } from '#shared/documents/dossier-note.ts';
import { extensionConsent, extensionConsentFactsSchema } from '#shared/documents/extension-consent.ts';
import {
  legalRepresentative,
  legalRepresentativeFactsSchema,
} from '#shared/documents/legal-representative.ts';
import { mediationAgreement, mediationAgreementFactsSchema } from '#shared/documents/mediation-agreement.ts';
import { mediationRecord, mediationRecordFactsSchema } from '#shared/documents/mediation-record.ts';
import { type DocumentContent, type DocumentKind, documentKinds } from '#shared/documents/model.ts';
import { oralAgreement, oralAgreementFactsSchema } from '#shared/documents/oral-agreement.ts';
import { peoplesAgreement, peoplesAgreementFactsSchema } from '#shared/documents/peoples-agreement.ts';
import { referralLetter, referralLetterFactsSchema } from '#shared/documents/referral-letter.ts';
import { rightsNotice, rightsNoticeFactsSchema } from '#shared/documents/rights-notice.ts';
import { serviceAddress, serviceAddressFactsSchema } from '#shared/documents/service-address.ts';
import { undisputedFacts, undisputedFactsSchema } from '#shared/documents/undisputed-facts.ts';
import { visitRecord, visitRecordFactsSchema } from '#shared/documents/visit-record.ts';
import {
  withdrawalApplication,
  withdrawalApplicationFactsSchema,
} from '#shared/documents/withdrawal-application.ts';
import { complete } from './case-heads.ts';
import { type CaseDraft, manyPartiesCase, type OwnFacts, ownFacts, plainCase } from './whole-cases.ts';

/** A kind of document, its words and the facts of invented cases that it is written from. */
export type KnownKind = {
  readonly kind: DocumentKind;
  readonly schema: z.ZodType;
  readonly write: (facts: object) => DocumentContent;
  readonly facts: readonly object[];
};

/** How a kind is written, and what of a case it asks that others ask under the same name. */
function known<Schema extends z.ZodType>(
  kind: DocumentKind,
  schema: Schema,
  write: (facts: z.output<Schema>) => DocumentContent,
): KnownKind {
  const drafts = [plainCase, manyPartiesCase].flatMap((whole: CaseDraft) =>
    ownFacts(kind, whole).map((own: OwnFacts) => ({ ...whole, ...own })),
  );
  return {
    kind,
    schema,
    write: (facts) => write(facts as z.output<Schema>),
    facts: drafts.map((draft) => complete(checkDraft(schema, draft as never)) as object),
  };
}

const everyKind: Readonly<Record<DocumentKind, () => KnownKind>> = {
  referralLetter: () => known('referralLetter', referralLetterFactsSchema, referralLetter),
  authorization: () => known('authorization', authorizationFactsSchema, authorization),
  legalRepresentative: () =>
    known('legalRepresentative', legalRepresentativeFactsSchema, legalRepresentative),
  consentForm: () => known('consentForm', consentFormFactsSchema, consentForm),
  rightsNotice: () => known('rightsNotice', rightsNoticeFactsSchema, rightsNotice),
  serviceAddress: () => known('serviceAddress', serviceAddressFactsSchema, serviceAddress),
  mediationRecord: () => known('mediationRecord', mediationRecordFactsSchema, mediationRecord),
  disclosureRecord: () => known('disclosureRecord', disclosureRecordFactsSchema, disclosureRecord),
  extensionConsent: () => known('extensionConsent', extensionConsentFactsSchema, extensionConsent),
  mediationAgreement: () => known('mediationAgreement', mediationAgreementFactsSchema, mediationAgreement),
  peoplesAgreement: () => known('peoplesAgreement', peoplesAgreementFactsSchema, peoplesAgreement),
  oralAgreement: () => known('oralAgreement', oralAgreementFactsSchema, oralAgreement),
  confirmationApplication: () =>
    known('confirmationApplication', confirmationApplicationFactsSchema, confirmationApplication),
  withdrawalApplication: () =>
    known('withdrawalApplication', withdrawalApplicationFactsSchema, withdrawalApplication),
  undisputedFacts: () => known('undisputedFacts', undisputedFactsSchema, undisputedFacts),
  closingReport: () => known('closingReport', closingReportFactsSchema, closingReport),
  visitRecord: () => known('visitRecord', visitRecordFactsSchema, visitRecord),
  dossierCover: () => known('dossierCover', dossierCoverFactsSchema, dossierCover),
  dossierContents: () => known('dossierContents', dossierContentsFactsSchema, dossierContents),
  dossierNote: () => known('dossierNote', dossierNoteFactsSchema, dossierNote),
};

/** Every kind of the catalogue; a new one does not compile until it is written here. */
export const knownKinds: readonly KnownKind[] = documentKinds.map((kind) => everyKind[kind]());

/** A paper of each kind from each invented case, by a name that a file can bear. */
export const everyPaper: ReadonlyMap<string, DocumentContent> = new Map(
  knownKinds.flatMap(({ kind, write, facts }) =>
    facts.map((each, place) => [`${kind}-${place + 1}`, write(each)] as const),
  ),
);
