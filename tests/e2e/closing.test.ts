import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { clockAt } from '../support/offices.ts';

const size = { width: 1366, height: 768 };
const october = month('2026-10');

describe.skipIf(browserPath === null)('closing a month', () => {
  let served: ServedOffice;
  let window: OfficePage;
  let corrected: { readonly id: CaseId; readonly internalNumber: string };

  async function received(on: string | null) {
    const facts = aCase({ receivedOn: on === null ? null : localDate(on) });
    return served.client.cases.register({ facts, parties: [aPerson()], draftId: null });
  }

  beforeAll(async () => {
    served = await aServedOffice({ clock: clockAt('2026-12-02') });
    await served.client.office.begin({ name: '测试员' });
    await received('2026-09-21');
    corrected = await received('2026-10-08');
    await received('2026-10-20');
    await received(null);
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

  /** Presses a button that saves a file, and gives its bytes. */
  async function saved(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([window.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  let first: Buffer;

  test('the dialog says what is frozen and what to look at, and the month is closed', async () => {
    const { page } = window;
    await window.goTo('/statistics?month=2026-10');
    await page.getByText('2026年10月未锁定').waitFor();
    await looked('month open');
    await page.getByRole('button', { name: '锁定…', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('锁定时固定下来，以后不再变').waitFor();
    await window.picture('month closing dialog');
    await dialog.getByRole('button', { name: /^锁\s?定$/ }).click();
    await page.getByText('2026年10月已锁定', { exact: true }).waitFor();
    await page.getByText('按今天的登记计数，与锁定时相同').waitFor();
    await looked('month closed');
    const { name, bytes } = await saved(() => page.getByRole('button', { name: '原样重印' }).click());
    expect(name).toBe('2026年10月联动调解案件统计表（第1次锁定）.xlsx');
    first = bytes;
  });

  test('a case of the closed month is corrected: the month stays, and the next one tells', async () => {
    const { page } = window;
    const { version } = await served.client.cases.get({ id: corrected.id });
    await served.client.cases.close({
      caseId: corrected.id,
      version,
      closing: { code: 'C24', closedOn: localDate('2026-10-30'), partly: false, reason: null },
    });
    await page.getByText('结案 +1，未结 −1').waitFor();
    await looked('month closed and corrected');
    const { bytes } = await saved(() => page.getByRole('button', { name: '原样重印' }).click());
    expect(bytes.equals(first)).toBe(true);
    await page.getByRole('link', { name: '计入2026年11月的上期调整' }).click();
    await page.getByText('上期调整 1 笔').waitFor();
    await looked('month open with adjustments');
    await page.getByRole('button', { name: '查看上期调整' }).click();
    await page.getByRole('heading', { name: '上期调整' }).waitFor();
    await page.getByText('旧存 2＝2026年10月锁定时未结 3－上期调整 1').waitFor();
    await page.getByText('更正 1 笔').waitFor();
    await looked('adjustments of the month before');
    await page.getByRole('link', { name: corrected.internalNumber }).click();
    await expect.poll(() => page.url()).toContain(`/cases/${corrected.id}`);
  });

  test('a number of the closed month opens as many cases as it says, and the corrected one is marked', async () => {
    const { page } = window;
    await window.goTo('/statistics?month=2026-10');
    const number = page.getByTitle('未结 3 件：查看案件').first();
    await number.click();
    await page.getByText('2026年10月锁定时的“未结”').waitFor();
    const rows = page.locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    const marked = rows.filter({ hasText: '上期调整' });
    await expect.poll(() => marked.count()).toBe(1);
    await expect.poll(() => marked.innerText()).toContain(corrected.internalNumber);
    await expect.poll(() => marked.innerText()).toContain('结案 +1，未结 −1');
    await looked('cases behind a number of a closed month');
    await marked.getByRole('link', { name: corrected.internalNumber }).click();
    await expect.poll(() => page.url()).toContain(`/cases/${corrected.id}`);
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(3);
    await page.getByRole('button', { name: '返回统计' }).click();
    await number.waitFor();
    expect(page.url()).toContain('/statistics?month=2026-10');
    await expect.poll(() => number.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  test('the list of cases that is handed in leads to each of its cases', async () => {
    const { page } = window;
    await window.goTo('/statistics?month=2026-10&tab=tables&table=cases');
    await page.getByRole('link', { name: corrected.internalNumber }).click();
    await expect.poll(() => page.url()).toContain(`/cases/${corrected.id}`);
  });

  test('the next month takes the adjustments over, and only the newest is reopened, with a reason', async () => {
    const { page } = window;
    await served.client.months.close({ month: month('2026-11') });
    await window.goTo('/statistics?month=2026-10');
    await page.getByRole('link', { name: '已计入2026年11月的上期调整' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '解除锁定…' }).count()).toBe(0);
    await window.goTo('/statistics?month=2026-11');
    await page.getByRole('button', { name: '解除锁定…' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('漏登一件');
    await window.picture('month reopened, reason');
    await page.getByRole('button', { name: '解除锁定', exact: true }).click();
    await page.getByText('2026年11月未锁定', { exact: true }).waitFor();
    await page.getByText(/解除锁定：漏登一件/).waitFor();
    await looked('month reopened');
    const { bytes } = await saved(() => page.getByRole('button', { name: '原样重印第1次' }).click());
    expect(bytes.length).toBeGreaterThan(1000);
    expect((await served.client.months.of({ month: october })).closing?.sequence).toBe(1);
  });

  test('a month that is not over says so, and cannot be closed', async () => {
    const { page } = window;
    await window.goTo('/statistics?month=2026-12');
    await page.getByText('统计期到2026年12月31日为止，过了这一天才能锁定。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '锁定…' }).count()).toBe(0);
  });
});
