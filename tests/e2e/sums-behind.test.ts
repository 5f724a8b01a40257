import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { defaultReportDuties } from '#shared/domain/report-duty.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, anAgreement, aPerson } from '../support/builders.ts';
import { clockAt } from '../support/offices.ts';

const october = '/statistics?month=2026-10';

describe.skipIf(browserPath === null)('the cases behind a sum, and the month that is looked at', () => {
  let served: ServedOffice;
  let window: OfficePage;
  let larger: CaseId;

  async function agreed(amount: number, closedOn: string): Promise<CaseId> {
    const { client } = served;
    const facts = aCase({ receivedOn: localDate('2026-10-08') });
    const { id } = await client.cases.register({ facts, parties: [aPerson()], draftId: null });
    const agreement = anAgreement({ effect: null, terms: [], agreedFen: fen(amount) });
    await client.agreements.save({ caseId: id, version: null, agreement });
    const { version } = await client.cases.get({ id });
    const closing = { code: 'C11', closedOn: localDate(closedOn), partly: false, reason: null } as const;
    await client.cases.close({ caseId: id, version, closing });
    return id;
  }

  beforeAll(async () => {
    served = await aServedOffice({ clock: clockAt('2026-12-02') });
    await served.client.office.begin({ name: '测试员' });
    const duties = defaultReportDuties.duties.map((duty) => ({ ...duty, from: month('2026-10') }));
    await served.client.settings.save({ version: null, change: { subject: 'reports', value: { duties } } });
    await agreed(1_234_56, '2026-10-20');
    larger = await agreed(50_000_10, '2026-10-28');
    window = await served.open({ width: 1366, height: 768 });
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  async function looked(name: string): Promise<void> {
    expect(await window.overhang()).toBe(0);
    expect(await window.hindrances()).toEqual([]);
    await window.picture(name);
  }

  const focused = () => window.page.evaluate(() => document.activeElement?.getAttribute('title'));

  test('协议金额 opens what each case adds to it, with 合计, and one comes back to the number', async () => {
    const { page } = window;
    await window.goTo(october);
    const title = '协议金额 51,234.66 元：查看案件';
    const number = page.getByRole('row', { name: /协议金额/ }).getByTitle(title);
    await number.first().click();
    await page.getByText('“协议金额” 5.12 万元').waitFor();
    await page.getByRole('columnheader', { name: '协议金额（元）' }).waitFor();
    await page.getByRole('gridcell', { name: '50,000.10' }).waitFor();
    await page.getByRole('gridcell', { name: '2026-10-28' }).waitFor();
    await page.getByRole('gridcell', { name: '合计 2 件' }).waitFor();
    await page.getByRole('gridcell', { name: '51,234.66' }).waitFor();
    await looked('cases behind a sum');
    await page.getByRole('button', { name: '返回统计' }).click();
    await window.arrived(october);
    await expect.poll(focused).toBe(title);
  });

  test('days open with their mean, and one of several numbers with the same cases keeps the cursor', async () => {
    const { page } = window;
    await window.goTo(october);
    await page
      .getByRole('row', { name: /平均天数/ })
      .getByTitle('调解天数 32 天：查看案件')
      .first()
      .click();
    await page.getByText('平均 16.0 天＝32 天÷2 件').waitFor();
    await page.getByRole('gridcell', { name: '32', exact: true }).waitFor();
    await page.getByRole('button', { name: '返回统计' }).click();
    await window.arrived(october);
    const rate = page
      .getByRole('row', { name: /按受理/ })
      .getByTitle('成功 2 件：查看案件')
      .first();
    await rate.click();
    await page.getByText('找到 2 件').waitFor();
    await page.getByRole('button', { name: '返回统计' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.textContent))
      .toContain('按受理');
  });

  test('the list of a closed month has the closing day and the same 合计, whatever is corrected later', async () => {
    const { page } = window;
    const { client } = served;
    await client.months.close({ month: month('2026-10') });
    await window.goTo(october);
    await page
      .getByRole('row', { name: /协议金额/ })
      .getByTitle(/^协议金额 51,234\.66 元/)
      .first()
      .click();
    await page.getByText('2026年10月锁定时的“协议金额” 5.12 万元').waitFor();
    await page.getByRole('row', { name: /合计 2 件 51,234\.66/ }).waitFor();
    await page.getByRole('cell', { name: '2026-10-28' }).waitFor();
    await looked('cases behind a sum of a closed month');
    await window.goTo(`/cases/${larger}?section=closing`);
    await page.getByRole('tab', { name: /结案/ }).first().click();
    await page.getByRole('button', { name: '误操作更正…' }).click();
    await page
      .getByText('本案计入已锁定的2026年10月，该月数不变，差额列入下一未锁定月份（2026年11月）的上期调整。')
      .waitFor();
    await window.picture('withdrawing a closing of a closed month');
    await page.keyboard.press('Escape');
  });

  test('the month that was chosen is kept on every page of 统计', async () => {
    const { page } = window;
    const parts = page.getByRole('navigation', { name: '统计的各页' });
    await window.goTo('/statistics?month=2025-11');
    await parts.getByRole('link', { name: '手工填报数' }).click();
    await window.arrived('/statistics/hand-figures?month=2025-11');
    await page.getByLabel('2025年11月同期一审民商事新收').waitFor();
    await page.getByRole('button', { name: '上一年' }).click();
    await page.getByLabel('2024年11月同期一审民商事新收').waitFor();
    await parts.getByRole('link', { name: '报送日历' }).click();
    await window.arrived('/statistics/calendar?month=2025-11&year=2024');
    await parts.getByRole('link', { name: '单位汇总' }).click();
    await window.arrived('/statistics/rollup?month=2025-11');
    await parts.getByRole('link', { name: '工作概览' }).click();
    await window.arrived('/statistics/dashboard?month=2025-11');
    await parts.getByRole('link', { name: '统计报表' }).click();
    await window.arrived('/statistics?month=2025-11');
  });

  test('the calendar says what is not closed, and leads to closing and to the export', async () => {
    const { page } = window;
    await window.goTo('/statistics/calendar');
    await page.getByRole('link', { name: '去锁定：2026年11月（2026年11月月报）' }).waitFor();
    await looked('report calendar with closings');
    await page.getByRole('link', { name: '导出：2026年10月月报' }).click();
    await page.getByRole('dialog').getByText('导出').first().waitFor();
    await page.keyboard.press('Escape');
    await window.arrived(october);
  });
});
