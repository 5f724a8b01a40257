import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { fen } from '#shared/domain/money.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';

const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const small = { width: 1366, height: 768 };

describe.skipIf(browserPath === null)('the form of the agreement', () => {
  let served: ServedOffice;
  let own: CaseId;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    const { id } = await served.client.cases.register({
      facts: aCase({ channel: 'C', source: 'governanceCentre', courtId: null }),
      parties: [aPerson(), aCompany(), aCompany({ name: '己测试公司' })],
      draftId: null,
    });
    own = id;
  }, 120_000);

  afterAll(() => served?.close());

  test('who transferred the case and when is asked for where the paper lacks it', async () => {
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${own}?section=agreement`);
    await page.getByRole('button', { name: '移送单位' }).click();
    await poll(() => page.getByLabel('移送单位').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.getByLabel('移送单位').fill('东胜区样例综治中心');
    await page.getByLabel('移送日期').fill('20261030');
    await window.picture('transfer');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.press('Control+s');
    await poll(async () => (await served.client.cases.get({ id: own })).facts).toMatchObject({
      transferredBy: '东胜区样例综治中心',
      letterOn: '2026-10-30',
    });
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('several payers are asked how they owe, and what is paid on signing has no day', async () => {
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${own}?section=agreement`);
    await page.getByRole('button', { name: '加给付条款' }).click();
    await expect.poll(() => page.getByText('几个付款人之间按份还是连带').count()).toBe(0);
    await page.getByText('被申请人付给申请人', { exact: true }).click();
    await page.getByText('连带', { exact: true }).click();
    await page.getByLabel('金额', { exact: true }).fill('45000');
    await page.getByLabel('付款日期').fill('20261231');
    await page.getByLabel('签订时付清').check();
    await expect.poll(() => page.getByLabel('付款日期').count()).toBe(0);
    await page.getByText('即时履行完毕', { exact: true }).click();
    await window.picture('paid on signing');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.press('Control+s');
    await poll(async () => (await served.client.cases.get({ id: own })).agreement).toMatchObject({
      effect: 'performedAtOnce',
      agreedFen: fen(4_500_000),
      terms: [{ liability: 'joint', onSigning: true, dueOn: null }],
    });
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('the amount of an oral agreement is entered without a payment term', async () => {
    const { id } = await served.client.cases.register({
      facts: aCase(),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=agreement`);
    await page.getByText('口头协议', { exact: true }).click();
    await page.getByLabel('协议金额').fill('3万');
    await page.keyboard.press('Control+s');
    await poll(async () => (await served.client.cases.get({ id })).agreement).toMatchObject({
      form: 'oral',
      agreedFen: fen(3_000_000),
      terms: [],
    });
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);
});
