import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, aPerson, aSession } from '../support/builders.ts';

/** The machine may be busy with other tests. */
const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const small = { width: 1366, height: 768 };
const longPerson = '阿拉坦苏布德其其格·哈斯巴特尔·额尔敦巴雅尔·乌云塔娜样例';
const longCompany = '内蒙古自治区鄂尔多斯市康巴什区测试样例煤炭运销集团有限责任公司第三分公司';

async function aCaseToMediate({ client }: ServedOffice): Promise<CaseId> {
  const mediators = await client.mediators.list();
  const known = mediators.find(({ name }) => name === longPerson)?.id;
  const mediatorId = known ?? (await client.mediators.add({ mediator: aMediator({ name: longPerson }) })).id;
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId }),
    parties: [
      aPerson({ name: longPerson }),
      aPerson({ name: '丁样例', idNumber: null, idKind: null }),
      aCompany({ name: longCompany }),
    ],
    draftId: null,
  });
  return id;
}

describe.skipIf(browserPath === null)('how a case is mediated, on its page', () => {
  let served: ServedOffice;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
  }, 120_000);

  afterAll(() => served?.close());

  test('consents of all parties are recorded at once, by keyboard', async () => {
    const id = await aCaseToMediate(served);
    const window = await served.open(small);
    const { page } = window;
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
      );
    await window.goTo(`/cases/${id}?section=sessions`);
    await window.picture('process empty');
    await page.getByRole('button', { name: '记意愿' }).click();
    await poll(focused).toBe('givenOn');
    await page.keyboard.type('20261105');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    for (const answer of ['1', '1', '2']) {
      await page.keyboard.press('Enter');
      await poll(focused).toContain('consent:');
      await page.keyboard.press(answer);
    }
    await window.picture('process consents');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await page.keyboard.press('Control+s');
    const rows = page.getByRole('table', { name: '各方意愿' });
    await poll(() => rows.getByText('✓ 同意调解').count()).toBe(2);
    await expect.poll(() => rows.getByText('✕ 不同意').count()).toBe(1);
    await page.getByText(`${longCompany}不同意调解，可以按 C21 终结`).waitFor();
    expect((await served.client.cases.get({ id })).consents.map(({ agreed }) => agreed)).toEqual([
      true,
      true,
      false,
    ]);
    await page.getByRole('button', { name: `作废${longCompany}的意愿` }).click();
    await page.getByLabel('理由（记入办理记录）').fill('听错了');
    await page.keyboard.press('Enter');
    await poll(() => rows.getByText('未表态').count()).toBe(1);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('tries are typed line after line, and enough of them propose a closing that nobody makes but a person', async () => {
    const id = await aCaseToMediate(served);
    const window = await served.open(small);
    const { page } = window;
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
      );
    await window.goTo(`/cases/${id}?section=sessions`);
    await page.getByRole('button', { name: '记一次联系' }).click();
    for (const [count, day] of [
      [1, '20261103'],
      [2, '20261103'],
      [3, '20261105'],
    ] as const) {
      await poll(focused).toBe('who');
      await page.keyboard.type('煤炭');
      await page.keyboard.press('Enter');
      await poll(focused).toBe('contactedOn');
      await page.keyboard.type(day);
      await page.keyboard.press('Enter');
      await page.keyboard.type('0930');
      await page.keyboard.press('Enter');
      await page.keyboard.type('电话');
      await page.keyboard.press('Enter');
      await poll(focused).toBe('reachedAt');
      await page.keyboard.type('13800000002');
      await page.keyboard.press('Enter');
      await page.keyboard.press('4');
      if (count === 3) {
        await window.picture('process contact');
        expect(await window.hindrances()).toEqual([]);
        expect(await window.overhang()).toBe(0);
      }
      await page.keyboard.press('Control+s');
      await poll(async () => (await served.client.cases.get({ id })).contacts.length).toBe(count);
    }
    await page.getByText(`${longCompany}联系不上`, { exact: false }).waitFor();
    await page.getByText('3 次，都没联系上（2 天）').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await window.picture('process unreachable');
    expect((await served.client.cases.get({ id })).status).toBe('accepted');
    await page.getByRole('button', { name: '去结案' }).click();
    await page.getByRole('radio', { name: /C23/ }).waitFor();
    await window.goTo(`/cases/${id}?section=history`);
    const history = page.getByRole('tabpanel', { name: '历史' });
    // Three tries, and the party as it was registered.
    await poll(() => history.getByText('138****0002').count()).toBe(4);
    await expect.poll(() => history.getByText('13800000002').count()).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('a disclosure says what it lacks while it is typed and once it is saved', async () => {
    const id = await aCaseToMediate(served);
    await served.client.sessions.record({
      caseId: id,
      session: aSession({
        privateNotes: '只给调解员看。',
        disputed: '违约金应否支付。',
        undisputed: '双方认可货款本金五万元未付。',
        proposals: '分两期付清，免除违约金。',
      }),
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=sessions`);
    await page.getByText('双方认可货款本金五万元未付。').waitFor();
    // What is printed is the page as it is shown, but for the private notes.
    await page.emulateMedia({ media: 'print' });
    await page.getByText('只给调解员看。').waitFor({ state: 'hidden' });
    await page.getByText('双方认可货款本金五万元未付。').waitFor();
    await page.emulateMedia({ media: 'screen' });
    await page.getByText('只给调解员看。').waitFor();
    await page.getByRole('button', { name: '记披露' }).click();
    await page.getByLabel('披露事项').fill('与被申请人的经理同在一个商会。');
    await page.getByLabel('披露日期').fill('20261106');
    await page.locator('[data-field="decision"]').getByText('继续调解').click();
    await page.getByLabel('决定人').fill('样例调解委员会');
    await page.getByLabel('申请人同意', { exact: true }).fill('20261107');
    await page.getByText('继续调解须双方书面同意，缺被申请人一方的同意').waitFor();
    await window.picture('process disclosure');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await page.keyboard.press('Control+s');
    await page.getByText('样例调解委员会决定').waitFor();
    await poll(() => page.getByText('双方的同意须是书面的，现在没有书面同意').count()).toBe(1);
    await window.picture('process disclosed');
    expect((await served.client.cases.get({ id })).disclosures).toMatchObject([
      { decision: 'continue', applicantsConsentedOn: localDate('2026-11-07') },
    ]);
    await page
      .getByRole('tabpanel', { name: '调解过程' })
      .getByRole('button', { name: '记一次调解' })
      .click();
    await window.picture('process session');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await window.goTo(`/cases/${id}?section=history`);
    const history = page.getByRole('tabpanel', { name: '历史' });
    await history.getByText('有（内容不显示）').waitFor();
    await expect.poll(() => history.getByText('调解员私记').count()).toBe(1);
    await expect.poll(() => history.getByText('只给调解员看').count()).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);
});
