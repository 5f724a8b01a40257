import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aMediator } from '../support/builders.ts';
import { projectFolder } from '../support/processes.ts';

const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };

const pages = {
  today: '/today',
  roster: '/roster',
  'statistics of a month': '/statistics?month=2024-03',
  'statistics of a year': '/statistics?year=2024',
  'settings, the office': '/settings?part=profile',
  'settings, staff': '/settings?part=staff',
  'settings, courts': '/settings?part=courts',
  'settings, organisations': '/settings?part=organisations',
  'settings, studios': '/settings?part=studios',
  'settings, channels': '/settings?part=channels',
  'settings, periods': '/settings?part=periods',
  'settings, calendars': '/settings?part=calendars',
  'settings, statistical period': '/settings?part=statistics',
  'settings, reports': '/settings?part=reports',
  'report calendar': '/statistics/calendar',
  'hand figures': '/statistics/hand-figures',
  'settings, paper style': '/settings?part=paper-style',
  'settings, templates': '/settings?part=templates',
  'settings, imports': '/settings?part=imports',
  'settings, this machine': '/settings?part=machine',
  'ledger import': '/import',
  help: '/help',
} as const;

const ledger = join(projectFolder, 'resources/demo/ledger-2024.xlsx');
const longName = '内蒙古自治区鄂尔多斯市康巴什区阿拉坦苏布德其其格·哈斯巴特尔';

async function begin(window: OfficePage, name: string): Promise<void> {
  await window.page.getByLabel('姓名').fill(name);
  await window.page.getByRole('button', { name: '开始工作' }).click();
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

describe.skipIf(browserPath === null)('the pages beside the cases', () => {
  let empty: ServedOffice;
  let full: ServedOffice;

  beforeAll(async () => {
    empty = await aServedOffice();
    full = await aServedOffice();
    const { client } = full;
    await client.office.begin({ name: '测试员' });
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
    await client.mediators.add({ mediator: aMediator({ name: longName, employer: longName.repeat(2) }) });
    await client.office.saveStaff({ id: null, version: null, name: longName, post: null, active: true });
  }, 300_000);

  afterAll(async () => {
    await empty?.close();
    await full?.close();
  });

  test('an empty office first asks who is working, and then shows what to do first', async () => {
    const window = await empty.open(small);
    await window.picture('who-is-at-work');
    expect(await window.hindrances()).toEqual([]);
    await begin(window, '测试员');
    await window.goTo('/statistics');
    await window.page.getByText('登记簿里还没有案件').waitFor();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  });

  test.for([
    ['empty', small],
    ['full', small],
    ['full', large],
  ] as const)(
    'every page of an office that is %s is clean, reachable and as wide as its window',
    { timeout: 180_000 },
    async ([state, size]) => {
      const window = await (state === 'empty' ? empty : full).open(size);
      const found: Record<string, readonly string[]> = {};
      for (const [name, address] of Object.entries(pages)) {
        await window.goTo(address);
        await window.picture(`${state} ${name}`);
        // What hinders people does so in every window; one look for it is enough.
        const hindrances = size === small ? await window.hindrances() : [];
        const overhang = await window.overhang();
        const wrong = overhang > 0 ? [...hindrances, `wider than the window by ${overhang} px`] : hindrances;
        if (wrong.length > 0) {
          found[name] = wrong;
        }
      }
      expect(found).toEqual({});
      expect(await window.complaints()).toEqual([]);
      await window.close();
    },
  );
  test('large type fits into the small window too', async () => {
    const window = await full.open(small);
    await window.goTo('/settings?part=machine');
    await window.page.getByText('大字', { exact: true }).click();
    for (const [name, address] of Object.entries(pages)) {
      await window.goTo(address);
      await window.picture(`large type ${name}`);
      expect([name, await window.overhang()]).toEqual([name, 0]);
    }
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 120_000);

  test('the menu is reached and used with the keyboard alone', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/roster');
    await page.locator('body').press('Tab');
    const visited: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      visited.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
      await page.keyboard.press('Tab');
    }
    expect(visited.slice(0, 8).map((text) => text.replace(/\d$/, ''))).toEqual([
      '跳到正文',
      '今日',
      '案件',
      '登记',
      '名册',
      '统计',
      '设置',
      '帮助',
    ]);
    const keys = {
      'Alt+1': '/today',
      'Alt+5': '/statistics',
      'Alt+6': '/settings',
      'Alt+4': '/roster',
      F1: '/help?page=roster',
    };
    for (const [key, address] of Object.entries(keys)) {
      await page.keyboard.press(key);
      await window.arrived(address);
    }
    await page.getByRole('heading', { name: '帮助' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('在帮助中查找');
    await window.close();
  });

  test('Ctrl+← and Ctrl+→ go through the months, and a number opens its cases', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/statistics?month=2024-03');
    await page.keyboard.press('Control+ArrowLeft');
    await window.arrived('/statistics?month=2024-02');
    await page.keyboard.press('Control+ArrowRight');
    await window.arrived('/statistics?month=2024-03');
    await page.getByTitle('新收 73 件：查看案件').first().click();
    await page.getByText('找到 73 件').waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('counted=');
    await window.close();
  });

  test('every help page opens, and every link in it leads to one', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/help');
    const addresses = await page
      .getByRole('navigation', { name: '帮助目录' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const names = addresses.map((address) => /page=([a-z-]+)$/.exec(address)?.[1]).filter(Boolean);
    expect(names).toEqual(expect.arrayContaining(['start', 'cases', 'intake', 'case', 'roster', 'import']));
    expect(names).toEqual(expect.arrayContaining(['statistics', 'settings', 'keys']));
    for (const name of names) {
      await window.goTo(`/help?page=${name}`);
      await window.picture(`help ${name}`);
      const targets = await page
        .getByRole('article')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const target of targets) {
        expect(names).toContain(/page=([a-z-]+)/.exec(target)?.[1]);
      }
    }
    await page.getByLabel('在帮助中查找').fill('撤销 整批');
    await page
      .getByRole('link', { name: /统计与月报/ })
      .first()
      .waitFor();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  });

  test('a ledger is previewed, imported and taken back through the page', async () => {
    const office = await aServedOffice();
    const window = await office.open(small);
    const { page } = window;
    await begin(window, '测试员');
    await window.goTo('/import');
    await page.locator('input[type=file]').setInputFiles(ledger);
    await page.getByRole('button', { name: '导入 865 件' }).waitFor({ timeout: 60_000 });
    await window.picture('import preview');
    expect(await window.hindrances()).toEqual([]);
    await page.getByRole('tab', { name: '未导入的行（6）' }).click();
    await page.getByText('约五万').waitFor();
    await window.picture('import refused rows');
    await page.getByRole('button', { name: '导入 865 件' }).click();
    await page.getByText('已导入').waitFor({ timeout: 60_000 });
    await window.picture('import done');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存未导入的行' }).click();
    expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByLabel('理由').fill('选错了文件');
    await page.getByRole('button', { name: '撤销导入', exact: true }).click();
    await page.getByText('把台账文件拖到这里').waitFor({ timeout: 60_000 });
    expect((await office.client.office.overview()).cases).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
    await office.close();
  }, 180_000);

  test('a preview follows the register: what is taken back elsewhere can be imported again', async () => {
    const office = await aServedOffice();
    await office.client.office.begin({ name: '测试员' });
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await office.client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
    const window = await office.open(small);
    const { page } = window;
    await window.goTo('/import');
    await page.locator('input[type=file]').setInputFiles(ledger);
    await page.getByRole('button', { name: '没有可以导入的案件' }).waitFor({ timeout: 60_000 });
    await window.goTo('/settings?part=imports');
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    // The dialog opens with the cursor in its field, not on the cross.
    await expect
      .poll(() => page.getByLabel('理由').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.type('选错了文件');
    await page.keyboard.press('Enter');
    await page.getByText('已撤销，865 件案件移入回收站').waitFor({ timeout: 60_000 });
    await window.goTo('/import');
    await page.getByRole('button', { name: '导入 865 件' }).waitFor({ timeout: 60_000 });
    expect(await window.complaints()).toEqual([]);
    await window.close();
    await office.close();
  }, 180_000);

  test('a file that is no ledger is refused in words', async () => {
    const window = await full.open(small);
    await window.goTo('/import');
    const old = {
      name: '台账.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    };
    await window.page.locator('input[type=file]').setInputFiles(old);
    await window.page.getByText('这个文件没有读出来').waitFor({ timeout: 30_000 });
    await expect.poll(() => window.page.getByText('另存为 xlsx').count()).toBeGreaterThan(1);
    await window.close();
  });
});
