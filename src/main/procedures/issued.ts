import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { Noun, RefusalReason } from '#shared/contract/procedure.ts';
import { catalogue } from '#shared/documents/catalogue.ts';
import type { ClosingReportFacts } from '#shared/documents/closing-report.ts';
import type { ConfirmationApplicationFacts } from '#shared/documents/confirmation-application.ts';
import type { ConsentFormFacts } from '#shared/documents/consent-form.ts';
import type { DisclosureRecordFacts } from '#shared/documents/disclosure-record.ts';
import type { ExtensionConsentFacts } from '#shared/documents/extension-consent.ts';
import { isByHand } from '#shared/documents/facts.ts';
import type { MediationAgreementFacts } from '#shared/documents/mediation-agreement.ts';
import type { MediationRecordFacts } from '#shared/documents/mediation-record.ts';
import { type DocumentContent, type DocumentKind, documentContentSchema } from '#shared/documents/model.ts';
import type { OralAgreementFacts } from '#shared/documents/oral-agreement.ts';
import type { RightsNoticeFacts } from '#shared/documents/rights-notice.ts';
import type { UndisputedFacts } from '#shared/documents/undisputed-facts.ts';
import type { VisitRecordFacts } from '#shared/documents/visit-record.ts';
import type { WithdrawalApplicationFacts } from '#shared/documents/withdrawal-application.ts';
import { documentHash } from '../documents/docx.ts';
import { documentsOfCase, type IssuedDocument, type ListedDocument } from '../register/documents.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { authorizationLabels } from './papers/authorization.ts';
import { dossierContentsLabels, dossierCoverLabels, dossierNoteLabels } from './papers/dossier.ts';
import { legalRepresentativeLabels } from './papers/legal-representative.ts';
import { referralLetterLabels } from './papers/referral-letter.ts';
import { serviceAddressLabels } from './papers/service-address.ts';
import { papers } from './papers.ts';

/** What the facts are called with which the short papers of a case begin. */
const headLabels = {
  documentNumber: '文书编号',
  courtCaseNumbers: '法院案号',
  channel: '通道',
  parties: '当事人',
  cause: '案由',
  mediationOrganisation: '调解组织',
  mediators: '调解员',
} as const;

const { mediators: _notOnTheForm, ...consentHeadLabels } = headLabels;

const consentFormLabels: Readonly<Record<keyof ConsentFormFacts, string>> = {
  ...consentHeadLabels,
  court: '委派（委托）法院',
  procedureKind: '适用程序',
};

const rightsNoticeLabels: Readonly<Record<keyof RightsNoticeFacts, string>> = {
  ...headLabels,
  court: '委派（委托）法院',
  procedureKind: '适用程序',
  customaryDays: '调解期限',
};

/** How a paper is issued of which nothing is peculiar but its facts. */
const simply = (labels: Readonly<Record<string, string>>): Issuing => ({
  incomplete: 'documentIncomplete',
  noun: 'document',
  labels,
});

const confirmationApplicationLabels: Readonly<Record<keyof ConfirmationApplicationFacts, string>> = {
  ...headLabels,
  origin: '案件来源与委派（托）函',
  sessions: '调解过程',
  mainFacts: '纠纷主要事实',
  disputedMatters: '争议事项',
  terms: '协议条款',
  defaultClause: '违约责任',
  costs: '费用负担',
  signedOn: '签订日期',
  court: '受理司法确认的法院',
  agreementPaper: '协议文书',
};

const mediationRecordLabels: Readonly<Record<keyof MediationRecordFacts, string>> = {
  ...headLabels,
  ordinal: '第几次调解',
  heldOn: '调解日期',
  startedAt: '开始时间',
  endedAt: '结束时间',
  form: '调解方式',
  place: '调解地点',
  attendance: '到场人',
  notes: '调解经过',
  disputed: '争议焦点',
  undisputed: '无争议事实',
  proposals: '调解方案',
  result: '调解结果',
  nextOn: '下次调解日期',
};

const disclosureRecordLabels: Readonly<Record<keyof DisclosureRecordFacts, string>> = {
  ...headLabels,
  mediatorName: '披露的调解员',
  matter: '披露事项',
  disclosedOn: '披露日期',
  applicantsConsentedOn: '申请人一方同意日期',
  respondentsConsentedOn: '被申请人一方同意日期',
  consentForm: '同意形式',
  decision: '决定',
  decidedBy: '决定的组织或者法院',
};

const undisputedFactsLabels: Readonly<Record<keyof UndisputedFacts, string>> = {
  ...headLabels,
  facts: '无争议事实',
};

const closingReportLabels: Readonly<Record<keyof ClosingReportFacts, string>> = {
  ...headLabels,
  origin: '案件来源与委派（托）函',
  receivedOn: '接收日期',
  period: '调解期限',
  daysUsed: '历时天数',
  sessions: '调解过程',
  closing: '终结方式和日期',
  unreached: '联系情况',
  agreement: '调解协议',
  terms: '协议条款',
  defaultClause: '违约责任',
  costs: '费用负担',
  paid: '到位金额',
  undisputedNoted: '无争议事实',
  disputed: '争议焦点',
  papers: '移交材料清单',
};

const visitRecordLabels: Readonly<Record<keyof VisitRecordFacts, string>> = {
  ...headLabels,
  visitedOn: '回访日期',
  means: '回访方式',
  visited: '被回访人',
  performance: '履行情况',
  satisfaction: '满意程度',
  remarks: '情况说明',
  nextOn: '下次回访日期',
};

const extensionConsentLabels: Readonly<Record<keyof ExtensionConsentFacts, string>> = {
  ...headLabels,
  endsOn: '原到期日',
  days: '延长天数',
  extendedTo: '延长后的到期日',
};

const withdrawalApplicationLabels: Readonly<Record<keyof WithdrawalApplicationFacts, string>> = {
  parties: '当事人',
  cause: '案由',
  court: '委托法院',
  courtCaseNumbers: '法院案号',
  mediationOrganisation: '调解组织',
  ground: '撤回起诉的理由',
};

const agreementLabels: Readonly<Record<keyof MediationAgreementFacts, string>> = {
  documentNumber: '文书编号',
  courtCaseNumbers: '法院案号',
  channel: '通道',
  parties: '当事人',
  cause: '案由',
  origin: '案件来源与委派（托）函',
  mediationOrganisation: '调解组织',
  mediators: '调解员',
  sessions: '调解过程',
  mainFacts: '纠纷主要事实',
  disputedMatters: '争议事项',
  terms: '协议条款',
  defaultClause: '违约责任',
  costs: '费用负担',
  finalSettlement: '一次性了结',
  outcome: '效力与司法确认',
  recorderSigns: '记录人签名',
  signedOn: '签订日期',
  agreedAmount: '协议金额',
};

const oralAgreementLabels: Readonly<Record<keyof OralAgreementFacts, string>> = {
  ...headLabels,
  agreementForm: '协议形式',
  agreedOn: '达成口头协议的日期',
  mainFacts: '纠纷主要事实',
  disputedMatters: '争议事项',
  terms: '协议条款',
  defaultClause: '违约责任',
  costs: '费用负担',
  finalSettlement: '一次性了结',
};

type Issuing = {
  /** Why it is not issued while the register lacks a fact of it. */
  readonly incomplete: RefusalReason;
  /** What moved where the register changed while the document was made. */
  readonly noun: Noun;
  /** What its facts are called where the register has moved on since. */
  readonly labels: Readonly<Record<string, string>>;
};

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
  return Object.entries(issuing[kind].labels)
    .filter(([field]) => !says(valueAt(frozen, field), valueAt(paper.facts, field)))
    .map(([, label]) => label);
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
