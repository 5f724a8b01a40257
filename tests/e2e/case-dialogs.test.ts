import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, anAgreement, aPerson } from '../support/builders.ts';

describe.skipIf(browserPath === null)('the dialogs of a case', () => {
  let served: ServedOffice;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    window = await served.open({ width: 1366, height: 768 });
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  async function registered() {
    const { id } = await served.client.cases.register({
      facts: aCase({ receivedOn: localDate('2026-10-20') }),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
    return served.client.cases.get({ id });
  }

  async function open(label: RegExp): Promise<void> {
    const { page } = window;
    await page.getByRole('button', { name: '办理' }).click();
    await page.getByRole('menuitem', { name: label }).click();
  }

  test('appointing leads to the roster when the mediator is not there', async () => {
    const { page } = window;
    const { id } = await registered();
    await window.goTo(`/cases/${id}`);
    await open(/确定调解员|指定调解员/);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('名册上还没有调解员。').waitFor();
    await window.picture('appointing nobody');
    await dialog.getByRole('link', { name: '到“名册”添加或恢复' }).click();
    await window.arrived('/roster');
  });

  test('archiving says what is still to be paid, and is not held up', async () => {
    const { page } = window;
    const { client } = served;
    const { id, parties } = await registered();
    const [payee, payer] = parties.map((party) => party.id);
    if (payee === undefined || payer === undefined) throw new Error('There are two parties.');
    const agreement = anAgreement({
      signedOn: localDate('2026-11-05'),
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
          instalments: [
            { dueOn: localDate('2026-11-16'), amountFen: fen(2_000_000) },
            { dueOn: localDate('2027-01-31'), amountFen: fen(2_500_000) },
          ],
          method: null,
          account: null,
        },
      ],
    });
    await client.agreements.save({ caseId: id, version: null, agreement });
    const { version } = await client.cases.get({ id });
    const closing = { code: 'C11', closedOn: localDate('2026-11-05'), partly: false, reason: null } as const;
    await client.cases.close({ caseId: id, version, closing });
    await window.goTo(`/cases/${id}`);
    await open(/归档/);
    const dialog = page.getByRole('dialog', { name: '归档' });
    await dialog.getByText('还差 45,000.00 元，其中逾期 20,000.00 元，最早一笔2026年11月16日到期').waitFor();
    expect(await window.hindrances()).toEqual([]);
    await window.picture('archiving unpaid');
    await dialog.getByLabel('归档日期').fill('20261120');
    await dialog.getByLabel('卷号').fill('2026-1');
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await client.cases.get({ id })).status).toBe('archived');
    // What is due is watched all the same.
    await window.goTo('/today');
    await page.getByText('甲小明').first().waitFor();
  });
});
