import { describe, expect, test } from 'vitest';
import { type PdfPage, pageAsPdf, pdfName, pdfOptions } from '../../src/main/electron/pdf.ts';

const pdf = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(200)}`);

function aPage(changes: Partial<PdfPage> = {}): PdfPage {
  return {
    isDestroyed: () => false,
    getURL: () => 'app://local/index.html#/cases/1',
    printToPDF: async () => pdf,
    ...changes,
  };
}

describe('keeping a page as PDF', () => {
  test('gives the bytes of our own page, on the paper that its stylesheet asks for', async () => {
    let asked: unknown;
    const page = aPage({
      printToPDF: async (options) => {
        asked = options;
        return pdf;
      },
    });
    expect(await pageAsPdf(page)).toEqual({ kind: 'made', bytes: pdf });
    expect(asked).toBe(pdfOptions);
    expect(pdfOptions.preferCSSPageSize).toBe(true);
    expect(pdfOptions.displayHeaderFooter).toBe(false);
  });

  test.each([
    ['the window is gone', { isDestroyed: () => true }, /窗口已经关闭/],
    ['the window shows a page of others', { getURL: () => 'https://example.com/' }, /不是本程序的页面/],
    [
      'Chromium refuses',
      { printToPDF: () => Promise.reject(new Error('Failed to generate PDF: /home/x')) },
      /出错/,
    ],
    [
      'Chromium throws at once',
      {
        printToPDF: () => {
          throw new Error('disposed');
        },
      },
      /出错/,
    ],
    ['nothing comes', { printToPDF: async () => new Uint8Array() }, /没有得到 PDF/],
    [
      'something else comes',
      { printToPDF: async () => new TextEncoder().encode('<html>'.repeat(100)) },
      /没有得到 PDF/,
    ],
  ])('is answered in words and without an exception where %s', async (_what, changes, words) => {
    const answer = await pageAsPdf(aPage(changes));
    expect(answer).toMatchObject({ kind: 'failed', why: expect.stringMatching(words) });
    expect(JSON.stringify(answer)).not.toContain('/home');
  });

  test('is done one at a time, and again after a failure', async () => {
    let finish: ((bytes: Uint8Array) => void) | undefined;
    const page = aPage({
      printToPDF: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const first = pageAsPdf(page);
    expect(await pageAsPdf(page)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/还没有做完/) });
    finish?.(new Uint8Array());
    expect((await first).kind).toBe('failed');
    const again = pageAsPdf(page);
    finish?.(pdf);
    expect((await again).kind).toBe('made');
  });

  test('gives a name that leads nowhere else and ends in .pdf once', () => {
    expect(pdfName('（2026）内0602诉前调1号-调解协议书-张甲某.docx')).toBe(
      '（2026）内0602诉前调1号-调解协议书-张甲某.pdf',
    );
    expect(pdfName('a.pdf.pdf')).toBe('a.pdf');
    expect(pdfName('../../etc/passwd')).not.toMatch(/[/\\]/);
    expect(pdfName('run.exe')).toBe('run.exe.pdf');
    expect(pdfName('CON')).toBe('_CON.pdf');
    expect(pdfName('甲'.repeat(300)).length).toBeLessThanOrEqual(120);
  });
});
