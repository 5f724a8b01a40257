import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClosingFacts } from '#shared/contract/cases.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson } from '../support/builders.ts';
import { aTypist } from '../support/typist.ts';

const small = { width: 1366, height: 768 };
const longName = '额尔敦巴雅尔斯琴高娃阿拉坦苏布德其其格哈斯巴特尔乌云毕力格';

describe.skipIf(browserPath === null)('the year of a mediator', () => {
  let served: ServedOffice;
  let id: MediatorId;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    const { client } = served;
    await client.office.begin({ name: '测试员' });
    ({ id } = await client.mediators.add({
      mediator: aMediator({ name: longName, expertise: ['买卖合同'], termTo: localDate('2026-12-31') }),
    }));
    await client.mediators.add({ mediator: aMediator({ name: '丁调解', expertise: ['婚姻家庭'] }) });
    for (const code of ['C11', 'C11', 'C24', null] as const) {
      const { id: caseId } = await client.cases.register({
        facts: aCase({ mediatorId: id, ...(code === 'C24' ? { cause: null } : {}) }),
        parties: [aPerson(), aCompany()],
        draftId: null,
      });
      if (code === 'C11')
        await client.agreements.save({ caseId, version: null, agreement: anAgreement() } as never);
      const { version } = await client.cases.get({ id: caseId });
      const closing = { code, closedOn: localDate('2026-11-12'), partly: false, reason: '测试' };
      if (code !== null) await client.cases.close({ caseId, version, closing: closing as ClosingFacts });
    }
    window = await served.open(small);
  }, 120_000);

  afterAll(async () => {
    await served?.close();
  });

  test('opens from the roster, where a term that is about to end is marked', async () => {
    await window.goTo('/roster');
    await window.page.getByText('▲ 2026-12-31').waitFor();
    await window.page.getByRole('link', { name: `${longName}的履职档案` }).click();
    await window.arrived(`/roster/${id}`);
    await window.page.getByText('参与调解案件4件，结案3件，成功2件，成功率66.7%（成功÷结案）').waitFor();
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await window.picture('record of a mediator');
  }, 60_000);

  test('opens the cases behind each of its numbers', async () => {
    const { page } = window;
    await window.goTo(`/roster/${id}?year=2026`);
    const row = page.getByRole('row', { name: /^买卖合同纠纷/ });
    await row.getByRole('link', { name: '2', exact: true }).first().click();
    await page.getByText('找到 2 件').waitFor();
    await page.goBack();
    await window.arrived(`/roster/${id}`);
    await page.getByRole('row', { name: /^合计/ }).getByRole('link', { name: '3', exact: true }).click();
    await page.getByText('找到 3 件').waitFor();
  }, 60_000);

  test('takes down a training by keyboard alone, and points by the office’s table', async () => {
    const { page } = window;
    const typist = aTypist(page);
    await window.goTo('/settings?part=points');
    await page.getByLabel('培训学时的分值').focus();
    await typist.type('0.5');
    await typist.press('Control+s');
    await page.getByText('已保存').waitFor();
    await window.goTo(`/roster/${id}?year=2026`);
    await page.getByRole('button', { name: '记培训' }).focus();
    await typist.press('Enter');
    await page.getByRole('dialog', { name: '记培训' }).waitFor();
    await typist.type('20260305');
    await typist.press('Enter');
    await typist.write('特邀调解员培训');
    await typist.press('Enter');
    await typist.type('8');
    await typist.press('Control+s');
    await page.getByRole('cell', { name: '特邀调解员培训', exact: true }).waitFor();
    await page.getByText('参加培训1次8学时').waitFor();
    const points = page.getByRole('row', { name: /^培训学时/ });
    await expect.poll(() => points.getByRole('cell').last().textContent()).toBe('4');
    expect(await window.complaints()).toEqual([]);
  }, 60_000);

  test('says while a case is typed in that its mediator bears the name of a party', async () => {
    const { page } = window;
    await window.goTo('/cases/new');
    await page.getByLabel('姓名').first().fill('丁调解');
    await page.getByLabel('调解员').first().click();
    await page.keyboard.type('丁调解');
    await page.keyboard.press('Enter');
    const found = page.getByRole('complementary', { name: '回避核查' });
    await found.getByText('丁调解与申请人丁调解同名').waitFor();
    await window.picture('recusal while typing');
    expect(await window.overhang()).toBe(0);
    expect(await window.complaints()).toEqual([]);
  }, 60_000);

  test('says so where there is no such mediator', async () => {
    await window.goTo('/roster/999');
    await window.page.getByText('找不到').first().waitFor();
    await window.picture('record of nobody');
    // Nobody waits for the address itself: the page leads on from it at once.
    await window.page.evaluate(() => {
      location.hash = '#/roster/nobody';
    });
    await window.arrived('/roster');
  }, 60_000);
});
