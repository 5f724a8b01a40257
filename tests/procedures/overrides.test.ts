import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CheckedAgreement } from '#shared/contract/checks.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(promise as Promise<never>);
  return (error as { data?: unknown } | null)?.data;
}

/** A case whose agreement lacks nothing but has these words for its only term. */
async function anAgreedCase(client: OfficeClient, words: string, facts: Partial<CaseFacts> = {}) {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const organisation = { name: '鄂尔多斯市样例调解委员会', address: null, phone: null, active: true };
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: { ...organisation, kind: 'invitedMediation' },
  });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-02'), ...facts }),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
  await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
  await say(client, id, words);
  return id;
}

async function say(client: OfficeClient, caseId: CaseId, words: string) {
  const { agreement } = await client.cases.get({ id: caseId });
  await client.agreements.save({
    caseId,
    version: agreement?.version ?? null,
    agreement: anAgreement({ agreedFen: null, terms: [{ kind: 'text', text: words }] }),
  });
}

async function checksOf(client: OfficeClient, caseId: CaseId): Promise<readonly CheckedAgreement[]> {
  return (await client.documents.preview({ caseId, paper: agreementPaper })).checks;
}

async function onlyCheck(client: OfficeClient, caseId: CaseId): Promise<CheckedAgreement> {
  const [check, ...more] = await checksOf(client, caseId);
  if (check === undefined || more.length > 0) throw new Error('The agreement has one check to look at.');
  return check;
}

const divorce = '双方自愿离婚。';

test('an agreement with what the law forbids is not issued, and the refusal cites the article', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, divorce);
  expect(await onlyCheck(client, id)).toMatchObject({
    code: 'identityNotConfirmable',
    severity: 'forbidden',
    overridable: true,
    override: null,
  });
  expect(await refusalOf(client.documents.issue({ caseId: id, paper: agreementPaper }))).toMatchObject({
    reason: 'agreementForbidden',
    detail: { checks: expect.stringMatching(/自愿离婚.*民诉解释 第355条/) },
  });
  expect((await client.cases.get({ id })).documents).toEqual([]);
  await say(client, id, '被申请人于2026年12月31日前归还单据原件。');
  expect(await checksOf(client, id)).toEqual([]);
  expect((await client.documents.issue({ caseId: id, paper: agreementPaper })).sha256).not.toBe('');
});

test('where the law leaves room a reason lets it be issued, stands beside the check and in the history', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, divorce);
  const { code, sentence } = await onlyCheck(client, id);
  await client.checks.override({ caseId: id, code, sentence, reason: '引用的是2020年的离婚协议' });
  expect((await onlyCheck(client, id)).override).toMatchObject({
    reason: '引用的是2020年的离婚协议',
    by: '测试员',
  });
  await client.documents.issue({ caseId: id, paper: agreementPaper });
  const told = (await client.cases.history({ id })).find(({ what }) => what === 'checkOverridden');
  expect(told?.changes).toContainEqual({
    field: 'reason',
    before: null,
    after: '引用的是2020年的离婚协议',
  });

  await client.checks.withdrawOverride({ caseId: id, code, sentence });
  expect((await onlyCheck(client, id)).override).toBeNull();
  expect(await refusalOf(client.documents.issue({ caseId: id, paper: agreementPaper }))).toMatchObject({
    reason: 'agreementForbidden',
  });
  const [error] = await safe(client.checks.withdrawOverride({ caseId: id, code, sentence }));
  expect(error).toMatchObject({ code: 'NOT_FOUND' });
});

test('a reason covers what the check said then, and nothing that it finds later', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, divorce);
  const { code, sentence } = await onlyCheck(client, id);
  await client.checks.override({ caseId: id, code, sentence, reason: '引用旧协议' });
  await say(client, id, '解除双方的收养关系。');
  expect(await onlyCheck(client, id)).toMatchObject({ code, override: null });
  expect(await refusalOf(client.documents.issue({ caseId: id, paper: agreementPaper }))).toMatchObject({
    reason: 'agreementForbidden',
  });
});

test('what the law leaves no room for cannot be overridden, and a check that is not there neither', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, '被申请人于2026年12月31日前归还单据原件。', {
    cause: { edition: '2025', name: '离婚纠纷' },
  });
  const { code, sentence, overridable } = await onlyCheck(client, id);
  expect(overridable).toBe(false);
  expect(
    await refusalOf(client.checks.override({ caseId: id, code, sentence, reason: '试试' })),
  ).toMatchObject({ reason: 'notOverridable', detail: { article: expect.stringContaining('第355条') } });
  const [error] = await safe(
    client.checks.override({ caseId: id, code: 'asksForJudgment', sentence: '没有', reason: '试试' }),
  );
  expect(error).toMatchObject({ code: 'NOT_FOUND' });
});

test('an agreement of channel B is confirmed only where the office has opened that, and then with a reason', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, '被申请人于2026年12月31日前归还单据原件。', {
    channel: 'B',
    procedureKind: 'summary',
  });
  expect(await onlyCheck(client, id)).toMatchObject({ code: 'confirmationAfterFiling', overridable: false });
  await client.settings.save({
    version: null,
    change: { subject: 'afterClosing', value: { confirmationInChannelB: true } },
  });
  const { code, sentence, overridable } = await onlyCheck(client, id);
  expect(overridable).toBe(true);
  await client.checks.override({ caseId: id, code, sentence, reason: '受委托法院要求先撤回起诉' });
  expect((await client.documents.preview({ caseId: id, paper: agreementPaper })).missing).toEqual([]);
  expect((await client.documents.issue({ caseId: id, paper: agreementPaper })).sha256).not.toBe('');
});

test('the checks look at an agreement that still lacks something', async () => {
  const { client } = await anOffice();
  const { id } = await client.cases.register({
    facts: aCase({ organisationId: null }),
    parties: [aPerson()],
    draftId: null,
  });
  await say(client, id, divorce);
  const { missing, content, checks } = await client.documents.preview({ caseId: id, paper: agreementPaper });
  expect(content).toBeNull();
  expect(missing.length).toBeGreaterThan(0);
  expect(checks.map(({ code }) => code)).toEqual(['identityNotConfirmable', 'sealLacking']);
});

test('interest is checked against a month of LPR as soon as the office has added it', async () => {
  const { client } = await anOffice();
  const id = await anAgreedCase(client, '被申请人按年利率15%支付利息至2026年12月31日。', {
    cause: { edition: '2025', name: '民间借贷纠纷' },
    facts: '2026年3月25日，被申请人向申请人借款五万元。',
  });
  expect(await onlyCheck(client, id)).toMatchObject({ code: 'interestNotChecked', severity: 'warning' });
  const oneYear = [{ announcedOn: localDate('2026-03-20'), percent: '3.00' }];
  await client.settings.save({ version: null, change: { subject: 'loanPrimeRates', value: { oneYear } } });
  expect(await onlyCheck(client, id)).toMatchObject({
    code: 'interestAboveLimit',
    sentence: expect.stringMatching(/折合年利率15%，超过12%/),
  });
  expect((await client.documents.issue({ caseId: id, paper: agreementPaper })).sha256).not.toBe('');
});
