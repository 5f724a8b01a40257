import { safeFileName } from '#shared/domain/file-name.ts';
import { isOwnAddress } from './guards.ts';

/** The stylesheet of the page says how large the paper is and what stands at its foot; nothing is added to it. */
export const pdfOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  landscape: false,
  scale: 1,
} as const;

/** More than any paper of an office: what is larger went wrong. */
const largestPdf = 100 * 1024 * 1024;

/** What is asked of the contents of a window. */
export type PdfPage = {
  isDestroyed(): boolean;
  getURL(): string;
  printToPDF(options: typeof pdfOptions): Promise<Uint8Array>;
};

export type MadePdf =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly why: string };

const failed = (why: string): MadePdf => ({ kind: 'failed', why });
const underWay = new WeakSet<PdfPage>();

/**
 * The page that is shown as the bytes of a PDF. Only of our own page, one at a time; whatever goes wrong is an answer
 * in words and never an exception: the document itself was frozen before (trust.md T-19).
 */
export async function pageAsPdf(page: PdfPage): Promise<MadePdf> {
  if (page.isDestroyed()) return failed('窗口已经关闭。');
  if (!isOwnAddress(page.getURL())) return failed('窗口里不是本程序的页面。');
  if (underWay.has(page)) return failed('上一份 PDF 还没有做完，请稍候再试。');
  underWay.add(page);
  try {
    const bytes = await page.printToPDF(pdfOptions);
    if (!isPdf(bytes)) return failed('没有得到 PDF 文件，请再试一次。');
    return bytes.length > largestPdf ? failed('PDF 文件太大，请分几次保存。') : { kind: 'made', bytes };
  } catch {
    // What Chromium says is English and may carry a path.
    return failed('生成 PDF 时出错，请再试一次，或者改用“打印”。');
  } finally {
    underWay.delete(page);
  }
}

function isPdf(bytes: Uint8Array): boolean {
  return bytes.length > 100 && new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** The name of a PDF that is safe on every system, whatever the page asked for. */
export function pdfName(wanted: string): string {
  return safeFileName(`${wanted.replace(/(\.(docx|pdf))+$/i, '')}.pdf`);
}
