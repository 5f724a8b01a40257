import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { aStory, open, type Story, standsAt, take } from '../support/story.ts';

/** The machine may be busy with other tests. */
const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });

describe.skipIf(browserPath === null)('the moves of a case, on its page', () => {
  let story: Story;

  beforeAll(async () => {
    story = await aStory('moves', '2026-11-20');
    const { id } = await story.served.client.cases.register({
      facts: aCase({ receivedOn: null, mediatorId: null }),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
    story.page.setDefaultTimeout(10_000);
    await story.window.goTo(`/cases/${id}`);
  }, 180_000);
  afterAll(() => story?.close());

  const standing = async () =>
    (await story.detail()).moves.filter(({ takenBack }) => takenBack === null).map(({ code }) => code);
  const chooseIn = (name: string, choice: string) => (dialog: ReturnType<Story['page']['getByRole']>) =>
    dialog.getByRole('radiogroup', { name }).getByText(choice, { exact: true }).click();

  test('the letter goes out, comes back, goes out again and is received; Enter begins the next step', async () => {
    const { page, window } = story;
    await take(story, '发出委派函', { 发出日期: '20261110' }, async (dialog) => {
      await dialog.getByText('起诉状', { exact: true }).click();
      expect(await window.hindrances()).toEqual([]);
    });
    await standsAt(story, '待接收');
    await take(story, '退回重新指定', { 不接收日期: '20261111', 不接收或逾期未确认的原因: '在外地培训' });
    await standsAt(story, '已登记');
    await page.getByText('已退回，另行指定后重新发出委派函').waitFor();
    await take(story, '发出委派函', { 发出日期: '20261112' });
    await standsAt(story, '待接收');
    const next = page.getByRole('button', { name: '签收接收', exact: true });
    await poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await poll(() =>
      dialog.getByLabel(/^接收日期/).evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.keyboard.type('20261113');
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    await standsAt(story, '已接收');
    expect(await story.detail()).toMatchObject({ facts: { receivedOn: '2026-11-13' } });
    expect(await standing()).toEqual(['dispatch', 'decline', 'dispatch', 'accept']);
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
  }, 120_000);

  test('a mediator is appointed and informs the parties, with figures for the choices', async () => {
    const { page } = story;
    await take(story, '确定调解员', { 确定日期: '20261114' }, async (dialog) => {
      await dialog.getByText('点单（当事人选定）').click();
      await dialog.getByLabel('调解员', { exact: true }).click();
      await page.keyboard.insertText('丙调解');
      await page.getByTitle('丙调解').first().waitFor();
      await page.keyboard.press('Enter');
    });
    await standsAt(story, '已确定调解员');
    await take(story, '权利义务告知', { 告知日期: '20261114' }, async (dialog) => {
      await dialog.getByLabel(/^告知日期/).press('Enter');
      await page.keyboard.press('1');
    });
    expect((await story.detail()).moves.at(-1)).toMatchObject({
      code: 'inform',
      detail: { form: 'written' },
    });
  }, 120_000);

  test('mediation stands still and goes on, and an extension without consent in time says why it does not count', async () => {
    const { page, window } = story;
    const { client } = story.served;
    const { id, version } = await story.detail();
    const move = { code: 'mediate', on: '2026-11-15', detail: {} } as const;
    await client.moves.take({ caseId: id, version, move: move as never });
    await standsAt(story, '调解中');
    await take(story, '中止', { 中止首日: '20261116', 报告对象: '丁法官' }, chooseIn('中止原因', '鉴定评估'));
    await standsAt(story, '中止');
    await take(story, '恢复调解', { 中止末日: '20261118' });
    await standsAt(story, '调解中');
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('menuitem', { name: '登记延期', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^延长天数/).fill('10');
    await dialog.getByLabel(/^申请人一方同意/).fill('20261119');
    await dialog.getByRole('status').getByText('▲').waitFor();
    await story.picture('extension refused');
    expect(await window.hindrances()).toEqual([]);
    await dialog.getByLabel(/^被申请人一方同意/).fill('20261120');
    await dialog.getByText('延期后：').waitFor();
    await chooseIn('同意的形式', '书面')(dialog);
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    expect((await standing()).slice(-3)).toEqual(['suspend', 'resume', 'extend']);
  }, 120_000);

  test('the last move is taken back with its reason, and the history says so in words', async () => {
    const { page, window } = story;
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('menuitem', { name: '撤回上一步（登记延期）…' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('日期看错了');
    await page.keyboard.press('Enter');
    await poll(standing).not.toContain('extend');
    await open(story, '历史');
    const history = page.getByRole('tabpanel', { name: '历史' });
    await history.getByText('误操作更正：撤回“登记延期”').waitFor();
    await history
      .getByText(/^理由：日期看错了。案件回到：调解中。撤回的内容：2026年11月20日，延长10日/)
      .waitFor();
    await history.getByText(/^2026年11月20日，延长10日，申请人一方同意2026年11月19日/).waitFor();
    await expect.poll(() => history.getByText('终结方式').count()).toBe(0);
    await story.picture('history');
    expect(await window.hindrances()).toEqual([]);
  }, 120_000);

  test('a receipt day that is corrected asks for the reason', async () => {
    const { page } = story;
    await open(story, '案情');
    await page.getByRole('button', { name: '修改案情' }).click();
    const panel = page.getByRole('tabpanel', { name: '案情' });
    await panel.getByLabel('接收日', { exact: true }).fill('20261112');
    await panel.getByLabel(/^更正原因/).waitFor();
    await story.picture('correction');
    await panel.getByLabel(/^更正原因/).fill('签收单上是 12 日');
    await page.keyboard.press('Control+s');
    await poll(async () => (await story.detail()).facts.receivedOn).toBe('2026-11-12');
  }, 120_000);

  test('a missed last day leads to the closing with its way chosen, and closes nothing', async () => {
    const { page, window } = story;
    await story.on('2026-12-25');
    await page.getByRole('button', { name: '结案（C25 期满未成）', exact: true }).click();
    const day = page.getByLabel('终结日期', { exact: true });
    await poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => page.getByRole('radio', { name: /C25/ }).isChecked()).toBe(true);
    await story.picture('closing C25');
    expect(await window.hindrances()).toEqual([]);
    expect(await story.detail()).toMatchObject({ status: 'mediating', closing: null });
    expect(await window.complaints()).toEqual([]);
  }, 120_000);
});
