import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aMediator, aPerson } from '../support/builders.ts';
import { projectFolder } from '../support/processes.ts';

const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };
const ledger = join(projectFolder, 'resources/demo/ledger-2024.xlsx');
const longName = '内蒙古自治区鄂尔多斯市康巴什区阿拉坦苏布德其其格·哈斯巴特尔';

const places = {
  'a month': '/statistics?month=2024-03',
  'a quarter, filtered': '/statistics?period=2024-Q2&f=channel%3AA&f=mark%3A&by=causeLevel2',
  'a half year by amounts': '/statistics?period=2024-H1&by=amountBand',
  'a year': '/statistics?year=2024&by=mark',
  'any days': '/statistics?period=2024-02-10..2024-03-20&by=source',
  'table one by court': '/statistics?month=2024-03&tab=tables',
  'table two': '/statistics?month=2024-03&tab=tables&table=causes',
  'table three': '/statistics?month=2024-03&tab=tables&table=mediators',
  'table four': '/statistics?month=2024-03&tab=tables&table=reasons',
  'table five': '/statistics?month=2024-03&tab=tables&table=cases',
  'table of people’s mediation': '/statistics?month=2024-03&tab=tables&table=peoplesMediation',
  'table of traffic': '/statistics?month=2024-03&tab=tables&table=traffic',
  'a pivot of counts': '/statistics?year=2024&tab=pivot&rows=mediator&columns=month&measure=closed',
  'a pivot of a rate': '/statistics?year=2024&tab=pivot&rows=cause&columns=channel&measure=ofClosed',
  'a pivot of sums': '/statistics?year=2024&tab=pivot&rows=court&columns=none&measure=agreedFen',
} as const;

describe.skipIf(browserPath === null)('the statistics of an office', () => {
  let served: ServedOffice;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    const { client } = served;
    await client.office.begin({ name: '测试员' });
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
    const { id } = await client.mediators.add({ mediator: aMediator({ name: longName }) });
    const facts = aCase({ receivedOn: localDate('2024-03-20'), mediatorId: id, marks: ['group', 'minor'] });
    await client.cases.register({ facts, parties: [aPerson()], draftId: null });
    window = await served.open(small);
  }, 300_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  test.for([
    ['small', small],
    ['large', large],
  ] as const)(
    'every table is clean, reachable and as wide as its %s window',
    { timeout: 300_000 },
    async ([name, size]) => {
      const looked = await served.open(size);
      for (const [place, address] of Object.entries(places)) {
        await looked.goTo(address);
        await looked.picture(`statistics ${place}`);
        expect([place, await looked.overhang()]).toEqual([place, 0]);
        if (name === 'small') {
          expect([place, await looked.hindrances()]).toEqual([place, []]);
        }
      }
      expect(await looked.complaints()).toEqual([]);
      await looked.close();
    },
  );

  test('the period is the month before today’s, and every kind is reached from every other', async () => {
    const { page } = window;
    await window.goTo('/statistics');
    await page.locator('#main header').getByText('2026年10月1日至2026年10月31日').waitFor();
    const kinds = page.getByRole('radiogroup', { name: '统计期' });
    await kinds.getByText('季度').click();
    await window.arrived('/statistics?period=2026-Q4');
    await kinds.getByText('半年').click();
    await window.arrived('/statistics?period=2026-H2');
    await page.keyboard.press('Control+ArrowLeft');
    await window.arrived('/statistics?period=2026-H1');
    await kinds.getByText('任意起止').click();
    await window.arrived('/statistics?period=2026-01-01..2026-06-30');
    await page.getByRole('button', { name: '2026-01-01 至 2026-06-30' }).click();
    await page.getByLabel('起始日').fill('20240305');
    await page.getByLabel('截止日').fill('20240304');
    await page.getByText('截止日早于起始日').waitFor();
    await page.getByLabel('截止日').fill('20240320');
    await page.keyboard.press('Enter');
    await window.arrived('/statistics?period=2024-03-05..2024-03-20');
    await page.getByRole('columnheader', { name: /^环比/ }).waitFor();
    await kinds.getByText('年', { exact: true }).click();
    await window.arrived('/statistics?year=2024');
    await page.getByRole('columnheader', { name: /^同比/ }).waitFor();
  });

  test('a filter is chosen with the keyboard, stands in the address and is taken away again', async () => {
    const { page } = window;
    await window.goTo('/statistics?month=2024-03');
    await page.getByRole('combobox', { name: '按什么筛选' }).click();
    await page.getByTitle('通道', { exact: true }).last().click();
    await page.getByRole('combobox', { name: '选择通道' }).click();
    await page.keyboard.type('委派');
    await page.getByTitle('委派调解').last().waitFor();
    await page.keyboard.press('Enter');
    await window.arrived('/statistics?month=2024-03&f=channel:A');
    await page.getByRole('button', { name: /^去掉筛选 通道/ }).waitFor();
    await page
      .getByTitle(/^新收 \d+ 件：查看案件/)
      .first()
      .click();
    await page.getByText(/统计数字“新收”（通道：/).waitFor();
    await page.getByRole('button', { name: '返回统计' }).click();
    await window.arrived('/statistics?month=2024-03&f=channel:A');
    await page.getByRole('button', { name: /^去掉筛选 通道/ }).press('Enter');
    await window.arrived('/statistics?month=2024-03');
  });

  test('a table of one’s own is built, kept, opened again, and a number in it leads to its cases and back', async () => {
    const { page } = window;
    const choose = async (name: string, what: string) => {
      await page.getByRole('combobox', { name, exact: true }).click();
      await page.getByTitle(what, { exact: true }).last().click();
    };
    await window.goTo('/statistics?year=2024');
    await page.getByRole('tab', { name: '自定义统计表' }).click();
    await choose('行', '案由');
    await choose('列', '通道');
    await page.getByRole('combobox', { name: '数', exact: true }).click();
    await page.keyboard.type('成功率（按结案计）');
    await page.keyboard.press('Enter');
    const asked = '/statistics?year=2024&tab=pivot&rows=cause&columns=channel&measure=ofClosed';
    await window.arrived(asked);
    await page.getByText('：成功÷结案。').waitFor();
    await page.getByRole('button', { name: '保存为方案' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('固定：2024年').check();
    await dialog.getByLabel('方案名称').fill('各案由成功率');
    await window.picture('statistics keep a pivot');
    await dialog.getByLabel('方案名称').press('Enter');
    await page.getByText('方案已保存').waitFor();
    await window.arrived(`${asked}&plan=1`);
    const number = page.getByRole('cell').getByRole('link').nth(3);
    const words = await number.getAttribute('title');
    await number.click();
    await page.getByText(`找到 ${/ (\d+) 件/.exec(words ?? '')?.[1]} 件`).waitFor();
    await page.getByRole('button', { name: '返回统计' }).click();
    await window.arrived(`${asked}&plan=1`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe(words);
    await choose('列', '月份');
    await page.getByText('有改动，未保存').waitFor();
    await page.getByRole('button', { name: '还原' }).click();
    await window.arrived(`${asked}&plan=1`);
    await window.goTo('/statistics?tab=pivot');
    await choose('打开方案', '各案由成功率（2024年）');
    await window.arrived(
      `/statistics?tab=pivot&year=2024&rows=cause&columns=channel&measure=ofClosed&plan=1`,
    );
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出这张表' }).click();
    expect((await saving).suggestedFilename()).toBe('各案由成功率.xlsx');
    await page.getByRole('button', { name: '改名' }).click();
    await dialog.getByLabel('方案名称').fill('案由成功率');
    await page.keyboard.press('Enter');
    await page.getByText('已改名').waitFor();
    await page
      .getByRole('button', { name: '删除', exact: true })
      .or(page.getByRole('button', { name: '删 除' }))
      .click();
    await page.getByRole('button', { name: '删除方案' }).click();
    await page.getByText('方案已删除').waitFor();
    expect(await served.client.pivots.list()).toEqual([]);
  });
});
