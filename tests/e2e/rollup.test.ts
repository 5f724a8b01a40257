import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import { createOffice } from '../../src/main/office.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { clockAt } from '../support/offices.ts';

const october = month('2026-10');
const names = [
  '东胜区测试委员调解室',
  '康巴什区测试委员调解室',
  '鄂尔多斯市伊金霍洛旗政协委员驻法院诉讼服务中心联动调解工作室测试',
] as const;

/** The package of October of an office of a region with so many cases, closed or not. */
async function aPackage(name: string, region: string, cases: number, closed: boolean): Promise<File> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  const office = await createOffice({ dataDir, clock: clockAt('2026-11-20') });
  try {
    const client = office.client(office.openSession({ name: '测试员' }));
    const { version, ...facts } = (await client.office.overview()).profile;
    await client.office.saveProfile({ version, profile: { ...facts, reportingUnit: name } });
    const { rollup } = await client.settings.all();
    await client.settings.save({
      version: rollup.version,
      change: { subject: 'rollup', value: { ...rollup.value, region } },
    });
    for (let place = 0; place < cases; place += 1) {
      const receivedOn = localDate(`2026-10-${String(10 + place).padStart(2, '0')}`);
      const { id } = await client.cases.register({
        facts: aCase({ receivedOn }),
        parties: [aPerson()],
        draftId: null,
      });
      if (place % 2 === 1) continue;
      const registered = await client.cases.get({ id });
      await client.cases.close({
        caseId: id,
        version: registered.version,
        closing: { code: 'C24', closedOn: localDate('2026-10-30'), partly: false, reason: null },
      });
    }
    if (closed) await client.months.close({ month: october });
    return (await client.rollups.export({ month: october })).file;
  } finally {
    await office.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

describe.skipIf(browserPath === null)('a city that sums up its offices', () => {
  let served: ServedOffice;
  let window: OfficePage;
  let packages: readonly File[];

  beforeAll(async () => {
    packages = [
      await aPackage(names[0], '东胜区', 3, true),
      await aPackage(names[1], '康巴什区', 2, true),
      await aPackage(names[2], '东胜区', 4, false),
    ];
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    window = await served.open({ width: 1366, height: 768 });
  }, 240_000);

  afterAll(async () => {
    // The refusal of the changed file is an answer with 409, which a browser complains of.
    expect((await window?.complaints())?.filter((one) => !one.includes('409 (Conflict)'))).toEqual([]);
    await window?.close();
    await served?.close();
  });

  async function looked(name: string): Promise<void> {
    expect(await window.overhang()).toBe(0);
    expect(await window.hindrances()).toEqual([]);
    await window.picture(name);
  }

  async function closeDrawer(): Promise<void> {
    const { page } = window;
    const close = page.getByRole('button', { name: 'Close' }).or(page.getByRole('button', { name: '关闭' }));
    await close.first().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async function receive(file: File, name: string): Promise<void> {
    await window.page
      .getByLabel('选择报送包，或者拖到这里')
      .last()
      .setInputFiles({
        name: file.name,
        mimeType: 'application/zip',
        buffer: Buffer.from(await file.arrayBuffer()),
      });
    await window.page.getByText(name).first().waitFor();
  }

  test('before anything came in, the page says what would stand there', async () => {
    await window.goTo('/statistics/rollup?month=2026-10');
    await window.page.getByText('2026年10月还没有收到报送包').waitFor();
    await looked('rollup none');
  });

  test('an office that is expected and handed nothing in is missing beside 合计', async () => {
    const { page } = window;
    await page.getByRole('button', { name: '报送单位' }).click();
    for (const name of [names[0], names[1], names[2], '乌审旗测试委员调解室']) {
      await page.getByLabel('单位名称').fill(name);
      await page.getByRole('button', { name: '列入名单（2026年10月起）' }).click();
      await page.getByRole('dialog').getByRole('rowheader', { name }).waitFor();
    }
    await looked('rollup units expected');
    await closeDrawer();
    await page.getByText('缺 4 家', { exact: true }).waitFor();
  });

  test('three offices are received, summed up, and one undone and received again', async () => {
    const { page } = window;
    for (const [place, file] of packages.entries()) {
      await receive(file, `${names[place]}2026年10月：已收下`);
    }
    await page.getByText('缺 1 家', { exact: true }).waitFor();
    const total = page.getByRole('table', { name: '各单位汇总' }).locator('tfoot tr');
    expect((await total.locator('td').allInnerTexts()).slice(0, 6)).toEqual([
      '3 家',
      '0',
      '9',
      '5',
      '0',
      '4',
    ]);
    await page.getByText('未锁定，以后还会变').waitFor();
    const region = page.getByRole('row', { name: '东胜区小计' });
    expect((await region.locator('td').allInnerTexts()).slice(0, 3)).toEqual(['2 家', '0', '7']);
    expect(await page.getByText('康巴什区小计').count()).toBe(0);
    await looked('rollup three');
    await page.getByText('按终结方式').click();
    await page.getByRole('rowheader', { name: '未结', exact: true }).waitFor();
    await page.getByRole('button', { name: `看${names[0]}2026年10月的报送包` }).click();
    await page.getByText('明细 3 件，不含姓名').waitFor();
    await looked('rollup package');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `撤销${names[0]}2026年10月的报送包` }).click();
    await page.getByLabel('理由（记入办理记录）').fill('报错了月份');
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('缺 2 家', { exact: true }).waitFor();
    const [first] = packages;
    if (first === undefined) throw new Error('There are three packages.');
    await receive(first, `${names[0]}2026年10月：已收下`);
    await page.getByText('缺 1 家', { exact: true }).waitFor();
  });

  test('a file that was changed on the way is not taken', async () => {
    const { page } = window;
    const [first] = packages;
    if (first === undefined) throw new Error('There are three packages.');
    const bytes = Buffer.from(await first.arrayBuffer());
    const place = bytes.indexOf('"received":3');
    bytes.write('4', place + '"received":'.length);
    await page
      .getByLabel('选择报送包，或者拖到这里')
      .last()
      .setInputFiles({ name: first.name, mimeType: 'application/zip', buffer: bytes });
    await page.getByText('这个文件没有读出来').waitFor();
    await window.picture('rollup refused');
  });

  test('an office says of which region it is, and its court says it until then', async () => {
    const { page } = window;
    const { courts, profile } = await served.client.office.overview();
    const court = courts.find(({ shortName }) => shortName === '东胜区人民法院');
    const { version, ...facts } = profile;
    await served.client.office.saveProfile({ version, profile: { ...facts, courtId: court?.id ?? null } });
    await page.reload();
    await window.arrived('/statistics/rollup?month=2026-10');
    await page.getByRole('button', { name: '报送单位' }).click();
    await page.getByText('东胜区（按法院）').waitFor();
    await page.getByLabel('本单位地区').fill('鄂尔多斯市');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await served.client.settings.all()).rollup.value.region)
      .toBe('鄂尔多斯市');
    await looked('rollup region');
    await closeDrawer();
  });

  test('the sums are handed on upwards', async () => {
    const { page } = window;
    const { version, ...facts } = (await served.client.office.overview()).profile;
    await served.client.office.saveProfile({
      version,
      profile: { ...facts, reportingUnit: '鄂尔多斯市测试工作室' },
    });
    await page.getByRole('button', { name: '出报送包' }).click();
    await page.getByText('下级各单位的汇总（报给更上一级）').click();
    await looked('rollup export');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    expect((await download).suggestedFilename()).toBe('汇总报送包-2026年10月-鄂尔多斯市测试工作室.zip');
  });
});
