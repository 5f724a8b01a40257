import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { month } from '#shared/domain/local-date.ts';
import { defaultReportDuties } from '#shared/domain/report-duty.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { clockAt } from '../support/offices.ts';

const size = { width: 1366, height: 768 };

describe.skipIf(browserPath === null)('what an office hands in, and when', () => {
  let served: ServedOffice;
  let window: OfficePage;

  beforeAll(async () => {
    // Thursday; the 5th, a Saturday, is two working days and a rest day away.
    served = await aServedOffice({ clock: clockAt('2026-12-03') });
    await served.client.office.begin({ name: '测试员' });
    const duties = defaultReportDuties.duties.map((duty) => ({ ...duty, from: month('2026-10') }));
    await served.client.settings.save({ version: null, change: { subject: 'reports', value: { duties } } });
    window = await served.open(size);
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  /** The picture of a page, and what is wrong with it. */
  async function looked(name: string): Promise<void> {
    expect(await window.overhang()).toBe(0);
    expect(await window.hindrances()).toEqual([]);
    await window.picture(name);
  }

  /** Saves with the keyboard, and waits until nothing unsaved is left. */
  async function saved(): Promise<void> {
    await window.page.keyboard.press('Control+s');
    await expect.poll(() => window.page.getByText('有未保存的修改').count()).toBe(0);
  }

  test('今日 says what is overdue and what is due within three working days, and leads there', async () => {
    const { page } = window;
    await window.goTo('/today');
    await page.getByText('2026年10月月报（政协、法院）：逾期 28 天').waitFor();
    await page
      .getByText(
        '2026年11月月报（政协、法院）：2026年12月5日到期，还有 2 天（休息日，前一个工作日是2026年12月4日）',
      )
      .waitFor();
    await looked('today reports due');
    await page.getByRole('link', { name: '到报送日历办理' }).click();
    await page.getByRole('heading', { name: '报送日历', exact: true }).waitFor();
  });

  test('a report is handed in today with one press, or on another day with a remark, and taken back', async () => {
    const { page } = window;
    await window.goTo('/statistics/calendar');
    await page.getByText('逾期未报 1 项').waitFor();
    await looked('report calendar');
    await page.getByRole('button', { name: '今天已报：2026年11月月报' }).click();
    await page.getByText('2026年11月还没有锁定：以后改动案件，这一期的数会跟着变').waitFor();
    await window.picture('report handed in before the month is closed');
    await page.getByRole('button', { name: '登记已报' }).click();
    await page.getByText('2026年12月3日，测试员登记').waitFor();
    await page.getByRole('button', { name: '登记报送：2026年10月月报' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('报送日期').fill('20261130');
    await drawer.getByText('晚于报送日').waitFor();
    await drawer.getByLabel('备注').fill('纸质送交');
    await window.picture('report handed in late');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '登记已报' }).click();
    await page.getByText('2026年11月30日，测试员登记；纸质送交').waitFor();
    await page.getByText('已报（逾期）').waitFor();
    await expect.poll(() => page.getByText('逾期未报').count()).toBe(0);
    await page.getByRole('button', { name: '撤回：2026年11月月报' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('报错了月份');
    await page
      .getByRole('button', { name: '撤 回' })
      .or(page.getByRole('button', { name: '撤回', exact: true }))
      .click();
    await page.getByText('即将到期').waitFor();
    await looked('report taken back');
  });

  test('a year in which nothing is due says where that is decided', async () => {
    const { page } = window;
    await window.goTo('/statistics/calendar?year=2020');
    await page.getByText('2020年没有要报送的报表').waitFor();
    await window.picture('report calendar of a year without');
  });

  test('numbers kept by hand are typed by months, and what is no number is not saved', async () => {
    const { page } = window;
    await window.goTo('/statistics/hand-figures');
    await page.getByLabel('2026年10月同期一审民商事新收').fill('812');
    await page.getByLabel('2026年11月同期一审民商事新收').fill('八百');
    await page.getByText('有的格不是数，请填写非负整数').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await page.getByLabel('2026年11月同期一审民商事新收').fill('0');
    await looked('hand figures');
    await saved();
    const months = ['2026-10', '2026-11', '2026-12'].map(month);
    expect((await served.client.handFigures.read({ months })).map(({ value }) => value)).toEqual([812, 0]);
    await page.getByLabel('2026年11月同期一审民商事新收').fill('');
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await served.client.handFigures.read({ months })).map(({ value }) => value))
      .toEqual([812, null]);
  });

  test('the statistical month and year are chosen in words, and every page goes by them', async () => {
    const { page } = window;
    await window.goTo('/settings?part=statistics');
    await page.getByText('2026年12月1日至2026年12月31日，共 31 天').waitFor();
    await page.getByText('某一日').click();
    await page.getByLabel('截止日').fill('30');
    await page.getByText('截止日写 1 到 27 的数').first().waitFor();
    await page.getByLabel('截止日').fill('25');
    await page.getByText('2026年11月26日至2026年12月25日，共 30 天').waitFor();
    await page.getByLabel('统计年度开始').click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.getByText('“2027年”').waitFor();
    await page.getByText('2026年11月26日至2027年11月25日，共 365 天').waitFor();
    await looked('settings statistical period');
    await saved();
    await window.goTo('/statistics/calendar?year=2027');
    await page.getByRole('link', { name: '2026年12月', exact: true }).waitFor();
    await page.getByText('2026年11月26日至2026年12月25日').waitFor();
    await window.picture('report calendar by the court’s months');
  });

  test('a duty is added, and one that is due before its period ends is not kept', async () => {
    const { page } = window;
    await window.goTo('/settings?part=reports');
    await page.getByRole('button', { name: '添加一项' }).click();
    const duty = page.getByRole('group', { name: '第 5 项' });
    await duty.getByLabel('名称').fill('统战部专报');
    await duty.getByLabel('报送给').fill('区委统战部');
    await duty.getByText('当月').click();
    await duty.getByLabel('几日以前').fill('20');
    await page.getByText('报送日要在统计期结束以后').waitFor();
    await duty.getByLabel('几日以前').fill('28');
    await duty.getByText('如：2026年12月的，2026年12月28日以前报送。').waitFor();
    await looked('settings report duties');
    await saved();
    const { reports } = await served.client.settings.all();
    expect(reports.value.duties.at(-1)).toEqual({
      id: 'own-5',
      name: '统战部专报',
      of: 'month',
      recipients: '区委统战部',
      monthsAfter: 0,
      day: 28,
      from: null,
      active: true,
    });
  });
});
