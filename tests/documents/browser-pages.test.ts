import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentCss, documentElements, elementsHtml } from '#shared/documents/html.ts';
import { pagesCss, placeDocuments, printCss, withClosingTogether } from '#shared/documents/html-pages.ts';
import { type MediationAgreementDraft, mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { browserPath } from '../support/browser.ts';
import { factsOf, manyPartiesDraft, plainDraft } from './agreements.ts';

const hasPdfText = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
if (browserPath === null || !hasPdfText) {
  console.warn('NOT RUN: a browser and pdftotext are needed to look at the pages that a browser makes.');
}

const sentences = [
  '申请人应当于2026年12月31日前（含当日）向被申请人开具等额的增值税普通发票。',
  '双方各自保管本纠纷的单据原件。',
  '被申请人于2027年1月15日前（含当日）将存放在申请人场地内的两台示例牌搅拌机搬离，搬离前应当提前三日通知申请人，由双方现场清点并在清单上签名；清单一式两份，双方各执一份。',
];

function withTerms(count: number, draft: MediationAgreementDraft): DocumentContent {
  const terms = Array.from({ length: count }, (_, index) => ({
    kind: 'text' as const,
    text: sentences[index % sentences.length] ?? '',
  }));
  return mediationAgreement(factsOf({ ...draft, terms }));
}

describe.skipIf(browserPath === null || !hasPdfText)('the pages that a browser makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-pages-'));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withClass = (content: DocumentContent, name: string) =>
    elementsHtml(withClosingTogether(documentElements(content))).replace(
      'class="document',
      `class="${name} document`,
    );

  async function measured(content: DocumentContent): Promise<number> {
    const article = withClass(content, 'document-measured');
    await page.setContent(`<style>${documentCss}${pagesCss}</style>${article}`);
    return page
      .locator('article')
      .evaluate((element) => Math.round(element.scrollWidth / element.clientWidth));
  }

  async function printed(contents: readonly DocumentContent[]): Promise<readonly string[]> {
    const documents: { pages: number; pageNumbers: DocumentContent['page']['pageNumbers'] }[] = [];
    for (const content of contents) {
      documents.push({ pages: await measured(content), pageNumbers: content.page.pageNumbers });
    }
    const places = placeDocuments(documents);
    const articles = contents.map((content, index) => {
      const { className = '', afterEmptyPage = false } = places[index] ?? {};
      const empty = afterEmptyPage ? '<div class="document-empty-page"></div>' : '';
      return `${empty}<div>${withClass(content, className)}</div>`;
    });
    await page.setContent(
      `<style>${documentCss}${pagesCss}${printCss(documents)}</style>${articles.join('')}`,
    );
    const path = join(folder, 'printed.pdf');
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    return text
      .split('\f')
      .slice(0, -1)
      .map((words) => words.replace(/\s+/g, ''));
  }

  const numberOf = (words: string | undefined) => /第\d+页共\d+页$/.exec(words ?? '')?.[0];

  test.each([
    ['one against one', plainDraft],
    ['three parties a side', manyPartiesDraft],
  ])(
    'are as many as the preview counted, and signatures never stand alone: %s',
    async (_who, draft) => {
      // Every way in which the last term can meet the foot of a page, and the longest.
      for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 23, 60]) {
        const content = withTerms(count, draft());
        const pages = await measured(content);
        const words = await printed([content]);
        expect(words.map(numberOf), `${count} terms`).toEqual(
          Array.from({ length: pages }, (_, index) => `第${index + 1}页共${pages}页`),
        );
        // Neither the seal nor the date has a page to itself (GB/T 9704).
        expect(words.at(-1), `${count} terms`).toMatch(/（(?:签名|盖章)/);
        const signing = words.filter((one) => /（签名|（盖章/.test(one));
        for (const one of signing) expect(one, `${count} terms`).toMatch(/[。；].*（(?:签名|盖章)/s);
      }
    },
    120_000,
  );

  test('of several documents count each document by itself, on the outer side where it is so', async () => {
    const plain = withTerms(3, plainDraft());
    const outer: DocumentContent = { ...plain, page: { ...plain.page, pageNumbers: 'outside' } };
    const pages = await measured(plain);
    const words = await printed([plain, plain, outer]);
    const once = Array.from({ length: pages }, (_, index) => `第${index + 1}页共${pages}页`);
    expect(words.map(numberOf)).toEqual([
      ...once,
      ...once,
      ...((pages * 2) % 2 === 1 ? [undefined] : []),
      ...once,
    ]);
  });
});
