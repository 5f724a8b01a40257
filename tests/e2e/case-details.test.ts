import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson } from '../support/builders.ts';

const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const small = { width: 1366, height: 768 };
const asking = '有修改还没有保存';

describe.skipIf(browserPath === null)('a case in its details', () => {
  let served: ServedOffice;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    await served.client.mediators.add({ mediator: aMediator({ name: '丙协助' }) });
    await served.client.mediators.add({ mediator: aMediator({ name: '丁协助' }) });
  }, 120_000);

  afterAll(() => served?.close());

  test('numbers of documents and phones are masked until they are asked for, in the history too', async () => {
    const { client } = served;
    const { id } = await client.cases.register({
      facts: aCase(),
      parties: [
        aPerson({ name: '甲遮号', idNumber: '150602199003070012', phones: ['13800000001'] }),
        aCompany({ idNumber: '91150602MA0N00001R' }),
      ],
      draftId: null,
    });
    const window = await served.open(small);
    const { page } = window;
    for (const section of ['parties', 'history']) {
      await window.goTo(`/cases/${id}?section=${section}`);
      const panel = page.locator(`#section-${section}`);
      await panel.getByText('150602********0012').waitFor();
      await panel.getByText('138****0001').waitFor();
      const masked = await panel.innerText();
      expect(masked).not.toContain('150602199003070012');
      expect(masked).not.toContain('13800000001');
      // The code of an organisation is public.
      expect(masked).toContain('91150602MA0N00001R');
      await window.picture(`masked ${section}`);
      await panel.getByRole('button', { name: '显示证件号码和电话' }).press('Enter');
      await panel.getByText('150602199003070012').waitFor();
      await expect.poll(() => panel.innerText()).toContain('13800000001');
      await panel.getByRole('button', { name: '隐去证件号码和电话' }).press('Enter');
      await panel.getByText('150602********0012').waitFor();
    }
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('somebody typed as assisting who is not on the roster stays in the field and is named', async () => {
    const { client } = served;
    const { id } = await client.cases.register({
      facts: aCase(),
      parties: [aPerson({ name: '乙协助案' })],
      draftId: null,
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByRole('button', { name: '修改案情' }).click();
    const field = page.locator('[data-field="assistingMediatorIds"]');
    const input = field.locator('input');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field);
    await input.focus();
    await page.keyboard.insertText('丁协');
    await page.locator('.ant-select-item-option-active').getByText('丁协助').waitFor();
    await page.keyboard.press('Enter');
    await field.getByTitle('丁协助').waitFor();
    expect(await focused()).toBe('assistingMediatorIds');
    await page.keyboard.insertText('没有这人');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('assistingMediatorIds');
    await page.keyboard.press('Tab');
    await field.getByText('“没有这人”没有选中任何一项').waitFor();
    await expect.poll(() => input.inputValue()).toBe('没有这人');
    await window.picture('assisting mediators');
    await input.fill('');
    await page.keyboard.press('Enter');
    await poll(focused).not.toBe('assistingMediatorIds');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '修改案情' }).waitFor();
    expect((await client.cases.get({ id })).facts.assistingMediatorIds).toHaveLength(1);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('an agreement that says what is saved is left without a question, and any other with one', async () => {
    const { client } = served;
    const { id } = await client.cases.register({
      facts: aCase(),
      parties: [aPerson({ name: '丙协议案' }), aCompany()],
      draftId: null,
    });
    await client.agreements.save({
      caseId: id,
      version: null,
      agreement: anAgreement({ costClause: '各自负担。', signedOn: null }),
    });
    const window = await served.open(small);
    const { page } = window;
    const save = page.getByRole('button', { name: '保存协议' });
    const dialog = page.getByRole('dialog', { name: asking });
    await window.goTo(`/cases/${id}?section=agreement`);
    const cost = page.getByLabel('费用负担');
    const before = await cost.inputValue();
    await cost.fill('由被申请人负担。');
    await save.waitFor();
    // There is no paper yet: its first line would speak of nothing.
    await expect.poll(() => page.getByText('下面是已保存的内容').count()).toBe(0);
    const roster = page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '名册' });
    await roster.click();
    await dialog.getByRole('button', { name: '留在本页' }).click();
    await cost.fill(before);
    await save.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '加给付条款' }).click();
    await page.getByLabel('金额', { exact: true }).last().waitFor();
    await roster.click();
    await window.arrived('/roster');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('the history calls the day on which a case was handed over what it is in this case', async () => {
    const { client } = served;
    const { id } = await client.cases.register({
      facts: aCase({
        channel: 'C',
        source: 'governanceCentre',
        courtId: null,
        transferredBy: '样例综治中心',
        letterOn: null,
      }),
      parties: [aPerson({ name: '丁移送案' })],
      draftId: null,
    });
    const detail = await client.cases.get({ id });
    await client.cases.amend({
      caseId: id,
      version: detail.version,
      facts: { ...detail.facts, letterOn: detail.facts.receivedOn },
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=history`);
    await page.getByText('移送日期').first().waitFor();
    await expect.poll(() => page.locator('#section-history').innerText()).not.toContain('函日期');
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);
});
