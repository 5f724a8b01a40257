import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, pictures, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { projectFolder } from '../support/processes.ts';

const small = { width: 1366, height: 768 };
const ledger = join(projectFolder, 'resources/demo/ledger-2024.xlsx');
const november = month('2024-11');

describe.skipIf(browserPath === null)('the pages of a closed month', () => {
  let served: ServedOffice;
  let single: ServedOffice;

  beforeAll(async () => {
    served = await aServedOffice();
    single = await aServedOffice();
    for (const { client } of [served, single]) await client.office.begin({ name: '测试员' });
    const { client } = served;
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
    await client.months.close({ month: november });
    const [closed] = await client.months.cases({ month: november, figure: 'succeeded', slices: [] });
    if (closed === undefined) throw new Error('Nothing succeeded in November.');
    const { version } = await client.cases.get({ id: closed.caseId });
    await client.cases.remove({ caseId: closed.caseId, version, reason: '重复登记' });
    await single.client.cases.register({
      facts: aCase({ receivedOn: localDate('2026-10-08') }),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
  }, 300_000);

  afterAll(async () => {
    for (const one of [served, single]) await one?.close();
  });

  test('工作概览, its paper and the strip of months say what was signed', async () => {
    const { figures } = (await served.client.months.report({ month: november })).current;
    const window = await served.open(small);
    const { page } = window;
    await window.goTo('/statistics/dashboard?month=2024-11');
    await page.getByText('2024年11月已锁定（第1次：测试员').waitFor();
    await page.getByText(`结案 ${figures.closed} 件`).first().waitFor();
    await window.picture('dashboard of a closed month');
    await page.setViewportSize({ width: small.width, height: 2600 });
    await page.locator('section svg').nth(8).waitFor();
    await page.screenshot({ path: join(pictures, 'dashboard of a closed month whole-1366.png') });
    await page.setViewportSize(small);
    await writeFile(
      join(pictures, 'dashboard of a closed month.pdf'),
      await page.pdf({ preferCSSPageSize: true }),
    );
    await page
      .getByRole('link', { name: String(figures.closed), exact: true })
      .first()
      .click();
    await window.arrived('/statistics/closed');
    await page.getByText(`共 ${figures.closed} 件`).waitFor();

    await window.goTo('/statistics?month=2024-11');
    const strip = page.getByRole('table', { name: '2024年各月新收、结案、成功、未结（件）' });
    await strip
      .getByRole('link', { name: String(figures.closed), exact: true })
      .first()
      .waitFor();
    await page.getByText('已锁定的月份是锁定时的数').waitFor();
    await window.picture('strip of months with a closed one');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 180_000);

  test('what is counted today says so, on a table of one’s own, of a part, and of a year', async () => {
    const window = await served.open(small);
    const { page } = window;
    for (const [address, says] of [
      ['/statistics?month=2024-11&tab=pivot', '自定义统计表按今天的登记计数'],
      ['/statistics?month=2024-11&f=channel:A', '筛选以后的数按今天的登记计数'],
      ['/statistics?year=2024', '按今天的登记计数，不是锁定时的数：2024年11月已锁定'],
      ['/statistics/dashboard?year=2024', '按今天的登记计数，不是锁定时的数：2024年11月已锁定'],
    ] as const) {
      await window.goTo(address);
      await page.getByText(says).waitFor();
      await expect.poll(() => page.getByText('下面是锁定时的数').count()).toBe(0);
      await window.picture(`counted today ${says.slice(0, 8)} ${address.includes('dashboard')}`);
    }
    await page.setViewportSize({ width: small.width, height: 2600 });
    await page.locator('section svg').nth(8).waitFor();
    await page.screenshot({ path: join(pictures, 'dashboard of a year whole-1366.png') });
    await page.getByRole('link', { name: '查看2024年12月的上期调整' }).click();
    await page.getByText('2024年11月：').first().waitFor();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 180_000);

  test('a ledger without days of performance, payment and application is told as that', async () => {
    const window = await served.open(small);
    const { page } = window;
    await page.setViewportSize({ width: small.width, height: 1700 });
    await window.goTo('/statistics?year=2024');
    const line = (name: string) => page.getByRole('row', { name }).first();
    for (const name of ['自动履行率', '本期到账', '申请司法确认']) {
      await line(name).getByText('件未载明').first().waitFor();
    }
    expect(await line('自动履行率').getByText('100.0%').count()).toBe(0);
    await page.screenshot({ path: join(pictures, 'overview of a ledger without days-1366.png') });
    await line('自动履行率').getByRole('link').first().click();
    await window.arrived('/cases');
    await page.getByText('履行日未载明').first().waitFor();
    await window.goTo('/statistics?month=2024-10&tab=tables&table=causes');
    await page.getByText('计数、核对、比较和上期调整的说明见表一。').waitFor();
    await page.screenshot({ path: join(pictures, 'notes of a part-1366.png') });
    await window.close();
  }, 180_000);

  test('months before the register began are not told as 0, and one case makes no distribution', async () => {
    const window = await single.open(small);
    const { page } = window;
    await window.goTo('/statistics?month=2026-10');
    const strip = page.getByRole('table', { name: '2026年各月新收、结案、成功、未结（件）' });
    await strip.getByRole('cell', { name: '—' }).first().waitFor();
    const received = strip.getByRole('row', { name: '新收' });
    await expect
      .poll(() => received.getByRole('cell').allTextContents())
      .toEqual([...Array.from({ length: 9 }, () => '—'), '1', '0', '—']);
    await window.picture('strip of one case');
    await window.goTo('/statistics/dashboard?month=2026-10');
    await page.getByRole('heading', { name: '本期结案用了多少天（件）' }).waitFor();
    await page.setViewportSize({ width: small.width, height: 2200 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, 'dashboard of one case whole-1366.png') });
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 180_000);
});
