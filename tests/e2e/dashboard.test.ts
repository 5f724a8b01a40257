import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, pictures, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { projectFolder } from '../support/processes.ts';

const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };
const ledger = join(projectFolder, 'resources/demo/ledger-2024.xlsx');
const address = '/statistics/dashboard';
const panels = [
  '各月收结案和成功率',
  '未结案件等了多久',
  '案件从哪里来，怎样结的（件）',
  '新收案件的案由（件）',
  '本期结案用了多少天（件）',
  '各月办结用时（天）',
  '调解员手上的和办结的（件）',
  '各月金额（万元）',
  '各法院（件）',
];

describe.skipIf(browserPath === null)('工作概览', () => {
  let empty: ServedOffice;
  let single: ServedOffice;
  let full: ServedOffice;

  beforeAll(async () => {
    empty = await aServedOffice();
    single = await aServedOffice();
    full = await aServedOffice();
    for (const { client } of [empty, single, full]) await client.office.begin({ name: '测试员' });
    await single.client.cases.register({
      facts: aCase({ receivedOn: localDate('2026-10-08') }),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await full.client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
  }, 300_000);

  afterAll(async () => {
    for (const served of [empty, single, full]) await served?.close();
  });

  test.for([
    ['empty', small, ''],
    ['single', small, '?month=2026-10'],
    ['full', small, '?month=2024-10'],
    ['full', large, '?year=2024'],
  ] as const)(
    'in an office that is %s, it fits and breaks no rule',
    { timeout: 120_000 },
    async ([which, size, asked]) => {
      const served = { empty, single, full }[which];
      const window = await served.open(size);
      await window.goTo(`${address}${asked}`);
      const { page } = window;
      if (which === 'empty') {
        await page.getByText('登记簿里还没有案件').waitFor();
      } else {
        for (const title of panels) await page.getByRole('heading', { name: title, exact: true }).waitFor();
        await page.locator('section svg').first().waitFor();
      }
      expect(await window.overhang()).toBe(0);
      await window.picture(`dashboard ${which}`);
      await page.setViewportSize({ width: size.width, height: 2600 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(pictures, `dashboard ${which} whole-${size.width}.png`) });
      await page.setViewportSize(size);
      expect(await window.hindrances()).toEqual([]);
      if (which !== 'empty') {
        await page.getByRole('button', { name: '展开全部数字' }).click();
        await page.getByRole('table', { name: '各法院新收、结案和成功率' }).waitFor();
        expect(await window.overhang()).toBe(0);
        expect(await window.hindrances()).toEqual([]);
      }
      expect(await window.complaints()).toEqual([]);
      await window.close();
    },
  );

  test('its numbers are the report’s, open their cases, and follow period and filter in the address', async () => {
    const window = await full.open(small);
    const { page } = window;
    const report = await full.client.statistics.report({
      request: { kind: 'month', month: month('2024-10') },
      tables: ['court'],
    });
    const { figures } = report.current;
    await window.goTo(`${address}?month=2024-10`);
    const pending = page.getByRole('region', { name: '未结案件等了多久' });
    await pending.getByText('看数字').press('Enter');
    const table = pending.getByRole('table');
    await table.getByRole('link', { name: String(figures.closing), exact: true }).click();
    await window.arrived('/cases');
    await page.getByText(`${figures.closing} 件`).first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '工作概览', exact: true }).waitFor();

    const court = report.tables[0]?.rows.find(({ current }) => current.closed > 0);
    await window.goTo(`${address}?month=2024-10&f=court:${court?.key}`);
    await page.getByText(`结案 ${court?.current.closed} 件`).first().waitFor();
    await page.keyboard.press('Control+ArrowLeft');
    await page.getByText('2024年9月', { exact: true }).first().waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('f=court');
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('it is reached from 统计, and prints on landscape pages', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/statistics?month=2024-10');
    await page.getByRole('link', { name: '工作概览' }).click();
    await page.getByRole('heading', { name: '工作概览', exact: true }).waitFor();
    await window.goTo(`${address}?year=2024`);
    await page
      .locator('section svg')
      .nth(panels.length - 1)
      .waitFor();
    const printed = await page.pdf({ preferCSSPageSize: true });
    await writeFile(join(pictures, 'dashboard.pdf'), printed);
    expect(printed.byteLength).toBeGreaterThan(20_000);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);
});
