import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson } from '../support/builders.ts';

/** The machine may be busy with other tests. */
const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const small = { width: 1366, height: 768 };
const longCompany = '内蒙古自治区鄂尔多斯市康巴什区测试样例煤炭运销集团有限责任公司第三分公司';

async function aClosed(
  { client }: ServedOffice,
  code: ClosingCode,
  facts: Partial<CaseFacts> = {},
): Promise<CaseId> {
  const { id } = await client.cases.register({
    facts: aCase({ receivedOn: localDate('2026-10-20'), ...facts }),
    parties: [aPerson(), aCompany({ name: longCompany })],
    draftId: null,
  });
  const { parties } = await client.cases.get({ id });
  const [payee, payer] = parties.map((party) => party.id);
  if (code === 'C11' && payer !== undefined && payee !== undefined) {
    const instalments = [
      { dueOn: localDate('2026-11-16'), amountFen: fen(2_000_000) },
      { dueOn: localDate('2027-01-31'), amountFen: fen(2_500_000) },
    ];
    const agreement = anAgreement({
      signedOn: localDate('2026-11-05'),
      effect: facts.channel === 'B' ? 'conciliationStatement' : 'judicialConfirmation',
      terms: [
        {
          kind: 'payment',
          payers: [payer],
          payees: [payee],
          purpose: '货款',
          amountFen: fen(4_500_000),
          liability: null,
          onSigning: false,
          dueOn: null,
          instalments,
          method: null,
          account: null,
        },
      ],
    });
    await client.agreements.save({ caseId: id, version: null, agreement });
  }
  const { version } = await client.cases.get({ id });
  const closing = { code, closedOn: localDate('2026-11-05'), partly: false, reason: null };
  await client.cases.close({ caseId: id, version, closing });
  return id;
}

/** The sheet of one matter. */
function card(page: Page, title: string) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, level: 2, exact: true }) })
    .last();
}

/** Registers the next step with nothing but its day. */
async function step(page: Page, title: string, button: string, day: string) {
  await card(page, title).getByRole('button', { name: button, exact: true }).click();
  await page.keyboard.type(day);
  await page.keyboard.press('Control+s');
}

describe.skipIf(browserPath === null)('what follows a closing, on the page of the case', () => {
  let served: ServedOffice;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
  }, 120_000);

  afterAll(() => served?.close());

  test('a confirmation is applied for by both, sent back, mended and confirmed, by keyboard', async () => {
    const id = await aClosed(served, 'C11');
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=outcome`);
    const confirmation = card(page, '司法确认');
    await confirmation.getByText('还有 17 天，最后一日 2026年12月7日').waitFor();
    await window.picture('after confirmation');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);

    await confirmation.getByRole('button', { name: '双方共同申请', exact: true }).click();
    await page.keyboard.type('20261109');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await page.getByText('须由双方共同申请').waitFor();
    await page.keyboard.press('Space');
    await page.getByText('双方都在申请书上签名').waitFor();
    await window.picture('after application');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.press('Control+s');
    await confirmation.getByText('已申请', { exact: true }).waitFor();

    await confirmation.getByRole('button', { name: '司法确认的其他步骤' }).waitFor();
    await step(page, '司法确认', '退回补正', '20261112');
    await confirmation.getByText('退回补正').first().waitFor();
    await step(page, '司法确认', '已补正', '20261113');
    await step(page, '司法确认', '法院受理', '20261116');
    await confirmation.getByText('已受理', { exact: true }).waitFor();
    await step(page, '司法确认', '裁定有效', '20261119');
    await confirmation.getByRole('button', { name: '作废“裁定有效”' }).waitFor();
    await window.picture('after ruling');
    expect(await served.client.cases.get({ id })).toMatchObject({
      confirmation: { confirmedOn: '2026-11-19' },
      closing: { closedOn: '2026-11-05' },
    });

    await confirmation.getByRole('button', { name: '作废“裁定有效”' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('日期记错');
    await page.keyboard.press('Enter');
    await confirmation.getByText('已受理', { exact: true }).waitFor();
    expect((await served.client.cases.get({ id })).confirmation).toBeNull();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('what is late stands in the table of performance, and its sum is offered to be recorded', async () => {
    const id = await aClosed(served, 'C11');
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=outcome`);
    await page.getByText('逾期未付 4 天').waitFor();
    await page.getByRole('button', { name: '记这一期' }).click();
    await page.keyboard.type('20261119');
    await page.keyboard.press('Control+s');
    await page.getByText('已付（2026年11月19日，迟 3 天）').waitFor();
    await page.getByText('履行中').waitFor();

    await page.getByRole('button', { name: '记回访' }).click();
    await page.keyboard.type('20261120');
    await page.keyboard.press('Enter');
    await page.getByRole('radiogroup', { name: '方式' }).getByText('电话').click();
    await page.getByRole('radiogroup', { name: '满意度' }).getByText('满意', { exact: true }).click();
    await window.picture('after visit');
    await page.keyboard.press('Control+s');
    await page.getByRole('cell', { name: '满意', exact: true }).waitFor();
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('a statement that both signed has effect from the later day, and no confirmation is offered', async () => {
    const id = await aClosed(served, 'C11', { channel: 'B', procedureKind: 'summary' });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=outcome`);
    await page.getByText('不走司法确认').waitFor();
    await step(page, '民事调解书', '报请法院出具调解书', '20261106');
    await page.getByText('已报请', { exact: true }).waitFor();
    await card(page, '民事调解书').getByRole('button', { name: '法院出具调解书', exact: true }).click();
    await page.keyboard.type('20261110');
    await page.keyboard.press('Control+s');
    await page.getByText('还没有签收').waitFor();
    await step(page, '民事调解书', '当事人签收', '20261118');
    await page.getByText(`还没有签收：${longCompany}`).waitFor();
    await step(page, '民事调解书', '当事人签收', '20261113');
    await page.getByText('2026年11月18日生效').waitFor();
    await window.picture('after statement');
    expect(await window.overhang()).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('papers go to the court with their list, and the new number stands on the case', async () => {
    const id = await aClosed(served, 'C23');
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=outcome`);
    await card(page, '转立案、转审理').getByRole('button', { name: '移送材料', exact: true }).click();
    await page.getByRole('checkbox', { name: '起诉状及副本' }).waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: '起诉状及副本' }).isChecked()).toBe(true);
    await window.picture('after transfer');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.type('20261106');
    await page.keyboard.press('Control+s');
    await page.getByText('已移送', { exact: true }).waitFor();
    await card(page, '转立案、转审理').getByRole('button', { name: '法院登记立案', exact: true }).click();
    await page.keyboard.type('20261117');
    await page.getByLabel('立案案号').fill('(2026)内0602民初456号');
    await page.getByText('将登记为 （2026）内0602民初456号').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('已立案', { exact: true }).waitFor();
    await poll(async () => (await served.client.cases.get({ id })).facts.courtNumbers).toEqual([
      '（2026）内0602民初456号',
    ]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('a subsidy waits for a table that names an amount, and is then granted and paid once', async () => {
    const { id: mediatorId } = await served.client.mediators.add({ mediator: aMediator() });
    const id = await aClosed(served, 'C11', { mediatorId });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=outcome`);
    await page.getByRole('link', { name: '到“设置—补贴标准”填写' }).click();
    await window.arrived('/settings');
    await page.getByRole('button', { name: '添加一条' }).click();
    await page.getByLabel('名称').fill('一般案件');
    await page.getByLabel('每件补贴').fill('200');
    await page.getByLabel('依据').fill('测试补贴办法第3条');
    await window.picture('settings subsidies');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    await window.goTo(`/cases/${id}?section=outcome`);
    await page.getByRole('button', { name: '登记补贴' }).click();
    await page.keyboard.type('20261119');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '记发放' }).click();
    await page.keyboard.type('20261120');
    await page.keyboard.press('Control+s');
    await poll(async () => (await served.client.cases.get({ id })).after.subsidies).toMatchObject([
      { amountFen: 20_000, grantedOn: '2026-11-19', paidOn: '2026-11-20' },
    ]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);
});
