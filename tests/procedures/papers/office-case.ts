import { expect } from 'vitest';
import type { AgreementFacts, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import type { ListedPaper } from '#shared/contract/documents.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { linesOf } from '../../documents/paper-looks.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../../support/builders.ts';

export const courtName = '内蒙古自治区鄂尔多斯市东胜区人民法院';
export const organisationName = '鄂尔多斯市样例调解委员会';

type Options = {
  readonly parties?: readonly PartyFacts[];
  readonly kind?: 'invitedMediation' | 'peoplesMediation';
};

/** A case that was received, has its mediator and organisation, and was mediated once. */
export async function aMediatedCase(
  client: OfficeClient,
  facts: Partial<CaseFacts> = {},
  { parties = [aPerson(), aCompany()], kind = 'invitedMediation' }: Options = {},
): Promise<CaseDetail> {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: { name: organisationName, kind, address: null, phone: null, active: true },
  });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-02'), ...facts }),
    parties: [...parties],
    draftId: null,
  });
  await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
  return client.cases.get({ id });
}

/** What the respondents of a case pay its applicants. */
function aPayment({ parties }: CaseDetail): AgreementTerm {
  const side = (role: string) => parties.filter((party) => party.role === role).map((party) => party.id);
  return {
    kind: 'payment',
    payers: side('respondent'),
    payees: side('applicant'),
    purpose: '货款',
    amountFen: fen(4_500_000),
    liability: side('respondent').length > 1 ? 'joint' : null,
    onSigning: false,
    dueOn: localDate('2026-12-31'),
    instalments: [],
    method: '银行转账',
    account: null,
  };
}

/** The parties agree that the respondents pay; the case as it is then. */
export async function agree(
  client: OfficeClient,
  present: CaseDetail,
  agreement: Partial<AgreementFacts> = {},
): Promise<CaseDetail> {
  const { agreement: before } = await client.cases.get({ id: present.id });
  await client.agreements.save({
    caseId: present.id,
    version: before?.version ?? null,
    agreement: anAgreement({ terms: [aPayment(present)], ...agreement }),
  });
  return client.cases.get({ id: present.id });
}

/** Changes what is registered of a case. */
export async function amend(
  client: OfficeClient,
  { id }: CaseDetail,
  facts: Partial<CaseFacts>,
): Promise<void> {
  const { facts: before, version } = await client.cases.get({ id });
  await client.cases.amend({ caseId: id, version, facts: { ...before, ...facts } });
}

/** The documents of one kind that the office offers for a case. */
export async function offered(
  client: OfficeClient,
  { id }: CaseDetail,
  kind: DocumentKind,
): Promise<readonly ListedPaper[]> {
  return (await client.documents.catalogue({ caseId: id })).filter((paper) => paper.kind === kind);
}

/** The labels of what a document lacks, the sentences of what to look at, and its lines. */
export async function previewOf(
  client: OfficeClient,
  { id }: CaseDetail,
  kind: DocumentKind,
  subjectId: number | null = null,
) {
  const { missing, checks, content } = await client.documents.preview({
    caseId: id,
    paper: { kind, subjectId },
  });
  return {
    missing: missing.map(({ label }) => label),
    checks: checks.map(({ sentence }) => sentence),
    lines: content === null ? [] : linesOf(content),
  };
}

/** Issues a document that lacks nothing, and gives the name of its file; it then agrees with the register. */
export async function issuedName(
  client: OfficeClient,
  { id }: CaseDetail,
  kind: DocumentKind,
  subjectId: number | null = null,
): Promise<string> {
  const { file, id: documentId } = await client.documents.issue({ caseId: id, paper: { kind, subjectId } });
  const { documents } = await client.cases.get({ id });
  expect(documents.find((one) => one.id === documentId)?.differences).toEqual([]);
  return file.name;
}
