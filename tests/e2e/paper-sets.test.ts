import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { documentOf } from '../documents/word-file.ts';
import { elementsOf } from '../documents/xml.ts';
import { agree, aMediatedCase } from '../procedures/papers/office-case.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCompany, aPerson } from '../support/builders.ts';

const hasPdfText = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

describe.skipIf(browserPath === null)('the papers of a case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sets-'));
  let served: ServedOffice;
  let window: OfficePage;
  let present: CaseDetail;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    const parties = [aPerson({ name: '那日苏·样例图' }), aCompany()];
    present = await agree(served.client, await aMediatedCase(served.client, {}, { parties }));
    window = await served.open({ width: 1366, height: 768 });
    await window.page.evaluate(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-asked-to-print', '');
    });
  }, 240_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('print the whole agreement set with two clicks from the page of the case', async () => {
    const { page } = window;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await window.goTo(`/cases/${present.id}`);
    await page.getByRole('tab', { name: '文书' }).click();
    await page.getByRole('button', { name: '打印全套协议材料' }).click();
    await page.locator('html[data-asked-to-print]').waitFor();
    expect(asked.filter((url) => url.endsWith('/documents/issueSet'))).toHaveLength(1);
    expect(
      asked.filter((url) => url.endsWith('/documents/combine')),
      'nobody waits for a Word file that is not printed',
    ).toEqual([]);
    const printed = await page.locator('[data-printed] article').count();
    expect(printed, 'four copies of the agreement and of the application').toBe(8);
    const { documents } = await served.client.cases.get({ id: present.id });
    expect(documents.map(({ title }) => title).toSorted()).toEqual(['司法确认申请书', '调解协议书']);
    await page.getByText('✓ 已出具').first().waitFor();
    await window.picture('papers, agreement set');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    if (!hasPdfText) return;
    const path = join(folder, 'set.pdf');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
    const firsts = text.split('\f').filter((sheet) => /第1页\s*共/.test(sheet));
    expect(firsts, 'each copy counts its own pages').toHaveLength(8);
  });

  test('come as one Word file of the set', async () => {
    const { page } = window;
    await window.goTo(`/cases/${present.id}?section=papers`);
    await page.getByRole('button', { name: '协议材料', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '出具并保存 Word 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-协议材料-那日苏·样例图等2人\.docx$/);
    const bytes = new Uint8Array(await readFile(await download.path()));
    expect(elementsOf(documentOf(bytes), 'w:sectPr')).toHaveLength(8);
  });

  test('say what they lack, with the way to the field', async () => {
    const { page } = window;
    const bare = await served.client.cases.register({
      facts: { ...present.facts, courtNumbers: [], letterOn: null, mediatorId: null },
      parties: [aPerson({ name: '丁缺项', address: null })],
      draftId: null,
    });
    await window.goTo(`/cases/${bare.id}?section=papers`);
    await page
      .getByText(/▲ 缺 \d+ 项/)
      .first()
      .waitFor();
    await window.picture('papers that lack facts');
    await page.getByRole('button', { name: '特邀调解告知书', exact: true }).first().click();
    await page.getByText(/出文书还缺/).waitFor();
    await page
      .locator('[data-field="missing"]')
      .getByRole('button', { name: /调解员/ })
      .first()
      .click();
    await page.getByRole('tab', { name: '案情', selected: true }).waitFor();
    expect(await window.hindrances()).toEqual([]);
  });

  test('are withdrawn with a reason and stay to be read', async () => {
    const { page } = window;
    await window.goTo(`/cases/${present.id}?section=papers`);
    await page.getByRole('button', { name: '调解协议书', exact: true }).first().click();
    await page.getByRole('button', { name: '撤回…' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('当事人姓名写错');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '撤 回' })
      .or(page.getByRole('dialog').getByRole('button', { name: '撤回' }))
      .first()
      .click();
    await page.getByText(/✕ 已撤回：当事人姓名写错/).waitFor();
    await page.getByText('已撤回，可打印').waitFor();
    await window.picture('paper withdrawn');
    const { documents } = await served.client.cases.get({ id: present.id });
    expect(documents.find(({ kind }) => kind === 'mediationAgreement')).toMatchObject({ state: 'withdrawn' });
  });

  test('of all cases of the list are issued at once, and what could not be is said with the way there', async () => {
    const { page } = window;
    await window.goTo('/cases');
    await page.getByRole('button', { name: '批量出文书' }).click();
    await page.getByText('列表里的 2 件').waitFor();
    await window.picture('batch choice');
    expect(await window.hindrances()).toEqual([]);
    await page.getByRole('button', { name: '出具 2 件案件的文书' }).click();
    await page.getByText('已出具 1 件案件的 1 件文书').waitFor();
    await page.getByText(/缺：.*调解员/).waitFor();
    await window.picture('batch result');
    expect(await window.hindrances()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '保存 Word 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/特邀调解告知书/);
    const bytes = new Uint8Array(await readFile(await download.path()));
    expect(elementsOf(documentOf(bytes), 'w:sectPr')).toHaveLength(3);
    await page.getByRole('region', { name: '没有出具的' }).getByRole('link').first().click();
    await page.getByRole('tab', { name: '文书', selected: true }).waitFor();
  });
});
