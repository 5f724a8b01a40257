import { createHash } from 'node:crypto';
import { safe } from '@orpc/client';
import { expect, onTestFinished, test } from 'vitest';
import type { AgreementFacts, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { type DocumentContent, wordsOf } from '#shared/documents/model.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { insertDocument, readDocument } from '../../src/main/register/documents.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { transact } from '../../src/main/register/transact.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

type Payment = Extract<AgreementTerm, { kind: 'payment' }>;

/** What the respondents of a case pay its applicants. */
function aPayment({ parties }: CaseDetail, changes: Partial<Payment> = {}): Payment {
  const side = (role: string) => parties.filter((party) => party.role === role).map((party) => party.id);
  return {
    kind: 'payment',
    payers: side('respondent'),
    payees: side('applicant'),
    purpose: '货款',
    amountFen: fen(4_500_000),
    liability: null,
    onSigning: false,
    dueOn: localDate('2026-12-31'),
    instalments: [],
    method: '银行转账',
    account: null,
    ...changes,
  };
}

type Kind = 'invitedMediation' | 'peoplesMediation';

/** A case with everything that an agreement states, so that each test changes only what it is about. */
async function aReadyCase(
  client: OfficeClient,
  facts: Partial<CaseFacts> = {},
  { parties = [aPerson(), aCompany()], kind = 'invitedMediation' as Kind } = {},
): Promise<CaseDetail> {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: { name: '鄂尔多斯市样例调解委员会', kind, address: null, phone: null, active: true },
  });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-02'), ...facts }),
    parties,
    draftId: null,
  });
  await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
  return client.cases.get({ id });
}

async function agree(client: OfficeClient, { id }: CaseDetail, agreement: Partial<AgreementFacts>) {
  const before = await client.cases.get({ id });
  await client.agreements.save({
    caseId: id,
    version: before.agreement?.version ?? null,
    agreement: anAgreement(agreement),
  });
  return client.documents.preview({ caseId: id, paper: agreementPaper });
}

function wordsIn(content: DocumentContent | null): string {
  return (content?.blocks ?? [])
    .flatMap((block) => ('runs' in block ? block.runs.map(wordsOf) : []))
    .join('');
}

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(promise as Promise<never>);
  return (error as { data?: unknown } | null)?.data;
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

test('an issued paper comes back to the byte although the program would now make it otherwise', async () => {
  const { client, dataDir } = await anOffice();
  const present = await aReadyCase(client);
  await agree(client, present, { terms: [aPayment(present)] });
  const { id } = await client.documents.issue({ caseId: present.id, paper: agreementPaper });

  const register = openRegister(dataDir);
  onTestFinished(() => closeRegister(register));
  const issued = readDocument(register.readable, id);
  if (issued === undefined) throw new Error('The agreement was issued.');
  const bytes = new TextEncoder().encode('the paper as an earlier program made it');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const command = {
    id: 'a',
    name: 'documents.issue',
    at: '2026-11-20T00:00:00.000Z',
    staffName: '测',
  };
  const older = await transact(register, command, (db) => {
    db.event({ subject: 'case', subjectId: present.id, what: 'documentIssued', after: { sha256 } });
    return insertDocument(db, { ...issued, bytes, sha256 });
  });

  const again = await client.documents.file({ id: older });
  expect(again.sha256).toBe(sha256);
  expect(await bytesOf(again.file)).toEqual(bytes);
  const twice = await client.documents.issue({ caseId: present.id, paper: agreementPaper });
  expect(twice, 'the same facts are the paper that was issued last').toMatchObject({ id: older, sha256 });
  expect(await bytesOf(twice.file)).toEqual(bytes);
  expect((await client.cases.get({ id: present.id })).documents).toHaveLength(2);
});

test('a kept paper that was damaged is not handed out', async () => {
  const { client, dataDir } = await anOffice();
  const present = await aReadyCase(client);
  await agree(client, present, { terms: [aPayment(present)] });
  const { id } = await client.documents.issue({ caseId: present.id, paper: agreementPaper });
  const register = openRegister(dataDir);
  onTestFinished(() => closeRegister(register));
  const issued = readDocument(register.readable, id);
  if (issued === undefined) throw new Error('The agreement was issued.');
  const command = {
    id: 'a',
    name: 'documents.issue',
    at: '2026-11-20T00:00:00.000Z',
    staffName: '测',
  };
  const damaged = await transact(register, command, (db) => {
    db.event({ subject: 'case', subjectId: present.id, what: 'documentIssued', after: {} });
    return insertDocument(db, { ...issued, bytes: new Uint8Array([1, 2, 3]) });
  });
  const [error] = await safe(client.documents.file({ id: damaged }));
  expect(error).toMatchObject({ code: 'FAULT' });
});

test('a party whom the agreement names as payer is not deleted', async () => {
  const { client } = await anOffice();
  const present = await aReadyCase(
    client,
    {},
    { parties: [aPerson(), aCompany(), aCompany({ name: '己公司' })] },
  );
  const text = { kind: 'text', text: '双方各自保管单据原件。' } as const;
  await agree(client, present, { terms: [aPayment(present), text, aPayment(present)] });
  const kept = present.parties.filter((party) => party.name !== '己公司');
  const save = client.cases.saveParties({
    caseId: present.id,
    version: present.partiesVersion,
    parties: kept,
  });
  expect(await refusalOf(save)).toEqual({
    reason: 'partyInAgreement',
    detail: { party: '己公司', terms: '1、3' },
  });
  expect((await client.cases.get({ id: present.id })).parties).toHaveLength(3);
});

test('a case of the office’s own states who transferred it and when, and asks where nobody has said', async () => {
  const { client } = await anOffice();
  const own = { channel: 'C', source: 'governanceCentre', courtId: null } as const;
  const open = await aReadyCase(client, { ...own, letterOn: null });
  const agreement = { terms: [aPayment(open)], effect: 'noConfirmation' as const };
  expect((await agree(client, open, agreement)).missing).toEqual([
    { field: 'origin.transferredBy', label: '移送单位' },
    { field: 'origin.transferredOn', label: '移送日期' },
  ]);
  await client.cases.amend({
    caseId: open.id,
    version: open.version,
    facts: { ...open.facts, transferredBy: '东胜区样例综治中心', letterOn: localDate('2026-10-30') },
  });
  const { content } = await client.documents.preview({ caseId: open.id, paper: agreementPaper });
  expect(wordsIn(content)).toContain('东胜区样例综治中心于2026年10月30日将本纠纷移送');
});

test('an application is stated with its own day, never with the day of receipt', async () => {
  const { client } = await anOffice();
  const own = { channel: 'C', source: 'partyApplication', courtId: null } as const;
  const open = await aReadyCase(client, { ...own, letterOn: null });
  const agreement = { terms: [aPayment(open)], effect: 'noConfirmation' as const };
  expect((await agree(client, open, agreement)).missing).toEqual([
    { field: 'origin.appliedOn', label: '申请日期' },
  ]);
  await client.cases.amend({
    caseId: open.id,
    version: open.version,
    facts: { ...open.facts, letterOn: localDate('2026-10-30') },
  });
  const { content } = await client.documents.preview({ caseId: open.id, paper: agreementPaper });
  expect(wordsIn(content)).toContain('申请人甲小明于2026年10月30日向');
});

test('in every channel an agreement may be performed at once, when it is signed', async () => {
  const { client } = await anOffice();
  for (const facts of [
    { channel: 'A' },
    { channel: 'B', procedureKind: 'ordinary' },
    { channel: 'C', source: 'partyApplication', courtId: null },
  ] as const) {
    const { client: own } = await anOffice();
    const present = await aReadyCase(own, facts);
    const { missing, content } = await agree(own, present, {
      terms: [aPayment(present, { onSigning: true, dueOn: null })],
      effect: 'performedAtOnce',
    });
    expect(missing, facts.channel).toEqual([]);
    expect(wordsIn(content)).toContain('于本协议签订当日向申请人甲小明当场支付货款');
    expect(wordsIn(content)).toContain('本协议约定的义务已经即时履行完毕');
    expect(wordsIn(content).includes('报请'), 'only a filed case is closed by the court').toBe(
      facts.channel === 'B',
    );
  }
  const present = await aReadyCase(client);
  const undated = aPayment(present, { dueOn: null });
  expect((await agree(client, present, { terms: [undated] })).missing).toEqual([
    { field: 'terms.0.schedule', label: '协议第一条的履行期限' },
  ]);
});

test('an agreement of a people’s mediation committee takes effect with its seal', async () => {
  const { client } = await anOffice();
  const present = await aReadyCase(client, {}, { kind: 'peoplesMediation' });
  const { content } = await agree(client, present, { terms: [aPayment(present)] });
  expect(wordsIn(content)).toContain(
    '本协议自双方当事人签名、盖章或者捺印，调解员签名并加盖鄂尔多斯市样例调解委员会印章之日起生效',
  );
});

test('several payers state whether they are liable by shares or jointly', async () => {
  const { client } = await anOffice();
  const parties: PartyFacts[] = [aPerson(), aCompany(), aCompany({ name: '己公司' })];
  const present = await aReadyCase(client, {}, { parties });
  const open = await agree(client, present, { terms: [aPayment(present)] });
  expect(open.missing).toEqual([{ field: 'terms.0.liability', label: '协议第一条的几个付款人按份还是连带' }]);
  const joint = await agree(client, present, { terms: [aPayment(present, { liability: 'joint' })] });
  expect(wordsIn(joint.content)).toContain('连带向申请人甲小明支付');
  const shares = await agree(client, present, { terms: [aPayment(present, { liability: 'shares' })] });
  expect(wordsIn(shares.content)).toContain('按份向申请人甲小明支付');
  expect(wordsIn(shares.content)).not.toContain('共同向申请人');
  expect(shares.checks.map(({ sentence }) => sentence).join()).toContain('各自的份额');
});

test('a clause on enforcement is pointed out where nothing gives the right to it', async () => {
  const { client } = await anOffice();
  const present = await aReadyCase(client);
  const defaultClause = '被申请人逾期付款的，申请人有权申请强制执行。';
  const agreement = { terms: [aPayment(present)], defaultClause };
  const confirmed = await agree(client, present, agreement);
  expect(confirmed.checks).toEqual([]);
  const { checks } = await agree(client, present, { ...agreement, effect: 'noConfirmation' });
  expect(checks).toMatchObject([
    {
      field: 'defaultClause.text',
      sentence: expect.stringContaining('强制执行'),
      article: expect.stringContaining('第206条'),
    },
  ]);
});

test('a signing day that is left open is said before printing', async () => {
  const { client } = await anOffice();
  const present = await aReadyCase(client);
  const { checks, content } = await agree(client, present, { terms: [aPayment(present)], signedOn: null });
  expect(content).not.toBeNull();
  expect(checks).toMatchObject([{ field: 'signedOn', sentence: '签订日期未填，纸上留空由当事人签订时填写' }]);
});

test('ethnic groups are kept under their full names, whatever was typed', async () => {
  const { client } = await anOffice();
  const { id } = await client.cases.register({
    facts: aCase(),
    parties: [
      aPerson({ ethnicity: '汉' }),
      aPerson({ role: 'respondent', name: '乙', ethnicity: '未识别 X' }),
    ],
    draftId: null,
  });
  const { parties, partiesVersion } = await client.cases.get({ id });
  expect(parties.map((party) => party.ethnicity)).toEqual(['汉族', '未识别 X']);
  const changed = parties.map((party) => ({ ...party, ethnicity: '蒙古' }));
  await client.cases.saveParties({ caseId: id, version: partiesVersion, parties: changed });
  const after = await client.cases.get({ id });
  expect(after.parties.map((party) => party.ethnicity)).toEqual(['蒙古族', '蒙古族']);
});
