import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { aScan } from '../support/scans.ts';

const small = { width: 1366, height: 768 };
const longName = '内蒙古自治区鄂尔多斯市示例农牧业生产资料专业合作社联合社有限责任公司';
const scan = { name: '起诉状 扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aScan(5_000_000)) };
const noScan = { name: '签字页.pdf', mimeType: 'application/pdf', buffer: Buffer.from('只是文字') };

describe.skipIf(browserPath === null)('the dossier of a case', () => {
  let served: ServedOffice;
  let caseId: CaseId;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    const { client } = served;
    await client.office.begin({ name: '测试员' });
    ({ id: caseId } = await client.cases.register({
      facts: aCase({ letterOn: localDate('2026-11-02') }),
      parties: [aPerson(), aCompany({ name: longName })],
      draftId: null,
    }));
    window = await served.open(small);
    await window.goTo(`/cases/${caseId}?section=dossier`);
  }, 120_000);

  afterAll(async () => {
    await served?.close();
  });

  test('says what it lacks, and why', async () => {
    await window.page.getByText('0 分').waitFor();
    await window.page.getByText('应备 6 项，已备 0 项').waitFor();
    await window.page.getByText('本案有单位当事人1个').waitFor();
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await window.picture('dossier, empty');
  }, 60_000);

  test('takes a paper with its scan from the keyboard, and says of a file that is no scan what is taken', async () => {
    const { page } = window;
    await page.getByRole('button', { name: '起诉状或调解申请书：入卷' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: '材料入卷' });
    await drawer.getByLabel('页数').fill('3');
    await drawer.locator('input[type=file]').setInputFiles([scan, noScan]);
    await drawer.getByText('签字页.pdf').waitFor();
    await page.keyboard.press('Control+s');
    // The paper and its first scan are kept; the second is refused, and can be left out.
    const kept = page.getByRole('dialog', { name: '修改卷内材料' });
    await kept.getByText('只收 PDF、OFD 和图片').waitFor();
    await window.picture('dossier, a file that is not taken');
    await kept.getByRole('button', { name: '不附' }).click();
    await kept.getByLabel('备注').fill('复印件');
    await page.keyboard.press('Control+s');
    await kept.waitFor({ state: 'hidden' });
    await page.getByText('应备 6 项，已备 1 项').waitFor();
    await page.getByText('PDF 4.8 MB').waitFor();
    expect(await served.client.attachments.ofCase({ caseId })).toMatchObject([
      { name: '起诉状 扫描.pdf', size: 5_000_000, cancelled: null },
    ]);
    const { items } = await served.client.dossiers.get({ caseId });
    expect(items.flatMap(({ papers }) => papers)).toMatchObject([
      { title: '起诉状或调解申请书', pages: 3, remarks: '复印件', span: { from: 1, to: 3 } },
    ]);
  }, 60_000);

  test('gives the scan back, to the byte', async () => {
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      window.page.getByRole('button', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('起诉状 扫描.pdf');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(scan.buffer)).toBe(true);
  }, 60_000);

  test('does without an item with a reason', async () => {
    const { page } = window;
    await page.getByRole('button', { name: '送达地址确认书：注明不需要' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('双方均到庭当面签收');
    await page.keyboard.press('Enter');
    await page.getByText('应备 5 项，已备 1 项').waitFor();
    await page.getByText('不需要：双方均到庭当面签收').waitFor();
  }, 60_000);

  test('keeps what its cover says', async () => {
    const { page } = window;
    await page.getByLabel('档号').fill('2026-MS-001');
    await page.getByText('30 年').click();
    await page.getByLabel('立卷人').fill('测试员');
    await page.keyboard.press('Control+s');
    await page.getByText('没有改动').waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await served.client.dossiers.get({ caseId })).head)
      .toMatchObject({ archiveNumber: '2026-MS-001', retention: 'thirtyYears', compiledBy: '测试员' });
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await window.picture('dossier, cover');
  }, 60_000);

  test('is told in the history of the case', async () => {
    await window.goTo(`/cases/${caseId}?section=history`);
    for (const words of ['材料入卷', '附扫描件', '注明卷内不需要', '填卷宗封面', '修改卷内材料']) {
      await window.page.getByText(words, { exact: true }).first().waitFor();
    }
    await window.picture('dossier, in the history');
  }, 60_000);

  test('is shown with its score where the case is archived, and does not stand in the way', async () => {
    const { page } = window;
    const { version } = await served.client.cases.get({ id: caseId });
    await served.client.cases.close({
      caseId,
      version,
      closing: { code: 'C22', closedOn: localDate('2026-11-20'), partly: false, reason: '一方不到场' },
    });
    await window.goTo(`/cases/${caseId}?section=dossier`);
    await page.getByRole('button', { name: '办理' }).click();
    await page.getByRole('menuitem', { name: /归档/ }).click();
    const dialog = page.getByRole('dialog', { name: '归档' });
    await dialog.getByText(/卷宗完整度 \d+ 分/).waitFor();
    await dialog.getByText('▲ 还缺：').waitFor();
    await expect.poll(() => dialog.getByLabel('卷号').inputValue()).toBe('2026-MS-001');
    await window.picture('dossier, archiving');
    await dialog.getByLabel('归档日期').fill('20261120');
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    expect((await served.client.cases.get({ id: caseId })).status).toBe('archived');
  }, 60_000);
});
