import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';

const size = { width: 1366, height: 768 };

describe.skipIf(browserPath === null)('the choices of an office', () => {
  let served: ServedOffice;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    window = await served.open(size);
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  async function saved(): Promise<void> {
    await window.page.keyboard.press('Control+s');
    await window.page.getByText('已保存').first().waitFor();
  }

  test('a channel is switched off with the keyboard, and intake no longer offers it', async () => {
    const { page } = window;
    await window.goTo('/settings?part=channels');
    const delegated = page.getByRole('switch', { name: '开通委派调解' });
    await delegated.focus();
    await page.keyboard.press('Space');
    await page.getByText('在办的照常办到结案').waitFor();
    await window.picture('settings a channel switched off');
    await saved();
    await window.goTo('/cases/new');
    const channels = page.getByRole('radiogroup', { name: '通道' });
    await expect.poll(() => channels.getByRole('radio').count()).toBe(2);
    await page.getByText('本室没有开通委派调解').waitFor();
    await window.picture('intake with two channels');
  });

  test('the last channel stays on', async () => {
    const { page } = window;
    await window.goTo('/settings?part=channels');
    await page.getByRole('switch', { name: '开通自行受理' }).click();
    await expect.poll(() => page.getByRole('switch', { name: '开通委托调解' }).isDisabled()).toBe(true);
    await page.getByText('至少要开通一个通道').waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();
  });

  test('the example is counted anew with every choice, before it is saved', async () => {
    const { page } = window;
    await window.goTo('/settings?part=periods');
    const result = page.getByRole('status').filter({ hasText: '到期日' });
    const end = async () => /到期日：([^日]+日)/.exec((await result.textContent()) ?? '')?.[1];
    // 30 days from the 21st and five that stand still end on 25 December, ten more on 4 January.
    expect(await end()).toBe('2027年1月4日');
    await window.picture('settings periods');
    await page.getByLabel('虚假调解审查').focus();
    await page.getByLabel('鉴定评估', { exact: true }).click();
    await page.getByText('这种中止照常计算期限').waitFor();
    // 30 days end on Sunday 20 December and move to the 21st; ten more on the 31st.
    expect(await end()).toBe('2026年12月31日');
    await page.getByLabel('委派调解', { exact: true }).last().focus();
    await page.getByRole('textbox', { name: '委派调解' }).fill('五天');
    await page.getByText('请填天数，或者“不限”').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await window.picture('settings periods unreadable');
    await page.getByRole('textbox', { name: '委派调解' }).fill('5');
    await page.getByText('延期超过上限，没有计入').waitFor();
    await saved();
    expect((await served.client.settings.all()).period.value).toMatchObject({
      extensionDays: { A: 5 },
      stoppingGrounds: ['suspectedSham'],
    });
  });

  test('what is not saved is asked for before the part is left', async () => {
    const { page } = window;
    await window.goTo('/settings?part=periods');
    await page.getByRole('textbox', { name: '自行受理期限' }).fill('60');
    await page.getByRole('link', { name: '节假日' }).click();
    await page.getByRole('dialog', { name: '有修改还没有保存' }).waitFor();
    await page.getByRole('button', { name: '不保存，离开' }).click();
    await page.getByRole('heading', { name: '节假日' }).waitFor();
  });

  test('the next year is typed in from the notice, and what it cannot say is named in Chinese', async () => {
    const { page } = window;
    await window.goTo('/settings?part=calendars');
    await page.getByText('没有 2027 年的放假安排').waitFor();
    await page.getByRole('button', { name: '2026 年', exact: true }).click();
    await page.getByText('2026年2月15日').waitFor();
    await window.picture('settings calendars');
    await page.getByRole('button', { name: '填写 2027 年' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('依据').fill('测试用安排，不是国务院办公厅通知');
    await drawer.getByLabel('通知日期').fill('20261119');
    for (const name of ['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']) {
      await drawer.getByRole('button', { name: `删去${name}` }).click();
    }
    await drawer.getByLabel('元旦放假第一天').fill('2027.1.3');
    await drawer.getByLabel('元旦放假最后一天').fill('2027.1.1');
    await drawer.getByText('“元旦”的最后一天早于第一天').waitFor();
    await window.picture('settings calendar unreadable');
    await drawer.getByLabel('元旦放假第一天').fill('2027.1.1');
    await drawer.getByLabel('元旦放假最后一天').fill('2027.1.3');
    await drawer.getByText('没有列出“春节”').waitFor();
    await window.picture('settings calendar of a year');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存 2027 年的放假安排').waitFor();
    await page.getByText('本室导入或填写').waitFor();
    await expect.poll(() => page.getByText('没有 2027 年的放假安排').count()).toBe(0);
  });

  test('a year goes out as a file and comes in again', async () => {
    const { page } = window;
    await window.goTo('/settings?part=calendars');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 2026 年' }).click();
    const file = await (await downloading).path();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('已更新 2026 年的放假安排').waitFor();
  });
});
