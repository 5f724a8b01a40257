import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';

const hasPdfText = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
if (!hasPdfText) console.warn('NOT RUN: pdftotext is needed to read what the browser prints.');

const matter =
  '被申请人应当将存放在申请人场地内的两台示例牌搅拌机搬离，搬离前提前三日通知申请人，由双方现场清点并在清单上签名；清单一式两份，双方各执一份。';

/** A case whose agreement lacks nothing, with so many terms beside the payment. */
async function aCaseToPrint(client: OfficeClient, terms: number): Promise<CaseId> {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '鄂尔多斯市样例调解中心',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-02') }),
    parties: [aPerson({ name: '那日苏·样例图' }), aCompany()],
    draftId: null,
  });
  await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
  const { parties } = await client.cases.get({ id });
  const side = (role: string) => parties.filter((party) => party.role === role).map((party) => party.id);
  const payment: AgreementTerm = {
    kind: 'payment',
    payers: side('respondent'),
    payees: side('applicant'),
    purpose: '货款',
    amountFen: fen(4_500_000),
    liability: null,
    onSigning: false,
    dueOn: localDate('2026-12-31'),
    instalments: [],
    method: '银行转账',
    account: null,
  };
  const others = Array.from(
    { length: terms },
    (_, index): AgreementTerm => ({
      kind: 'text',
      text: `于2027年1月${index + 1}日前（含当日），${matter}`,
    }),
  );
  await client.agreements.save({
    caseId: id,
    version: null,
    agreement: anAgreement({ terms: [payment, ...others] }),
  });
  return id;
}

describe.skipIf(browserPath === null)('a paper on the screen and from the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  let served: ServedOffice;
  let window: OfficePage;
  let caseId: CaseId;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    caseId = await aCaseToPrint(served.client, 12);
    window = await served.open({ width: 1366, height: 768 });
  }, 240_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The pages that the browser would hand to a printer, as text. */
  async function printedPages(): Promise<readonly string[]> {
    const path = join(folder, 'printed.pdf');
    writeFileSync(path, await window.page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  }

  async function showAgreement(): Promise<number> {
    await window.goTo(`/cases/${caseId}?section=papers`);
    await window.page.getByRole('button', { name: '调解协议书', exact: true }).first().click();
    await window.page.getByRole('region', { name: '调解协议书的预览' }).locator('article').waitFor();
    await expect.poll(() => window.page.locator('[data-preview]').count()).toBe(1);
    return window.page.locator('[data-preview] .document-sheet').count();
  }

  test('lies on as many sheets as the browser prints, with the same numbers', async () => {
    const sheets = await showAgreement();
    expect(sheets).toBeGreaterThan(2);
    const numbers = await window.page.locator('.document-sheet-number').allTextContents();
    expect(numbers).toEqual(Array.from({ length: sheets }, (_, page) => `第${page + 1}页 共${sheets}页`));
    await window.page.getByText(/以 Word\/WPS 打开后为准/).waitFor();
    await window.picture('paper on sheets');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    if (!hasPdfText) return;
    const pages = await printedPages();
    // Four copies: one for each party, one for the organisation, one for the court.
    expect(pages).toHaveLength(sheets * 4);
    pages.forEach((page, index) => {
      expect(page.replace(/\s+/g, '')).toMatch(new RegExp(`第${(index % sheets) + 1}页共${sheets}页$`));
    });
  });

  test('shows no word outside the type area of its sheet', async () => {
    await showAgreement();
    const strayed = await window.page.evaluate(() => {
      const sheets = [...document.querySelectorAll('[data-preview] .document-sheet')].map((sheet) =>
        sheet.getBoundingClientRect(),
      );
      return [...document.querySelectorAll('[data-preview] article :is(p, h1, tr)')]
        .flatMap((block) => [...block.getClientRects()])
        .filter(
          (box) =>
            box.height > 0 &&
            !sheets.some((sheet) => {
              const scale = sheet.width / 210;
              return (
                box.top >= sheet.top + 36 * scale &&
                box.bottom <= sheet.bottom - 34 * scale &&
                box.left >= sheet.left + 27 * scale &&
                box.right <= sheet.right - 25 * scale
              );
            }),
        ).length;
    });
    expect(strayed).toBe(0);
  });

  test('prints nothing but the paper, and no signature alone on a page', async () => {
    if (!hasPdfText) return;
    await showAgreement();
    const pages = (await printedPages()).map((page) => page.replace(/\s+/g, ''));
    const all = pages.join('');
    for (const button of ['打印', '存为PDF', '保存Word文件', '案件进程']) expect(all).not.toContain(button);
    const signing = pages.find((page) => page.includes('（签名'));
    expect(signing).toMatch(/[。；].*（签名/s);
  });

  test('is printed by Ctrl+P, after it was issued', async () => {
    const { page } = window;
    await showAgreement();
    await page.evaluate(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-asked-to-print', '');
    });
    await page.keyboard.press('Control+p');
    await page.locator('html[data-asked-to-print]').waitFor();
    const { documents } = await served.client.cases.get({ id: caseId });
    expect(documents.map(({ kind }) => kind)).toEqual(['mediationAgreement']);
  });

  test('is set in the fonts that the office chose, and printed on both sides where it chose that', async () => {
    const { page } = window;
    await window.goTo('/settings?part=paper-style');
    await page.getByText('公文标准字体').first().waitFor();
    await window.picture('settings paper style');
    await page.getByRole('radio', { name: /开源字体/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: /双面打印/ }).click();
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').first().waitFor();
    expect((await served.client.settings.all()).paperStyle.value).toEqual({
      fontScheme: 'free',
      doubleSided: true,
    });
    expect(await window.hindrances()).toEqual([]);
    const sheets = await showAgreement();
    const family = await page
      .locator('[data-preview] .document-paragraph')
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph).fontFamily);
    expect(family).toMatch(/^"?Noto Serif CJK SC/);
    if (!hasPdfText) return;
    // Printed on both sides, each copy begins on a front page, after an empty back where the one before was odd.
    const pages = await printedPages();
    const fronts = pages.flatMap((words, place) => (/第\s*1\s*页/.test(words) ? [place] : []));
    expect(fronts).toEqual([0, 1, 2, 3].map((copy) => copy * (sheets + (sheets % 2))));
  });
});
