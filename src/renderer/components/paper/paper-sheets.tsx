import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { documentCss, documentElements, fontSchemeClass } from '#shared/documents/html.ts';
import { pagesCss, sheetNumber, withClosingTogether } from '#shared/documents/html-pages.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { styleNonce } from '../../trusted-types.ts';
import { countPages } from './count-pages.ts';
import { useFontsOfMachine } from './fonts-of-machine.ts';
import styles from './paper.module.css';
import { paperElement } from './paper-element.ts';
import { usePaperStyle } from './paper-style.ts';

/**
 * A document on sheets of A4, as wide as its place allows and never larger than life. Nothing of it goes to the
 * printer: that is `PrintedPapers`.
 */
export function PaperSheets({ content }: { readonly content: DocumentContent }) {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.7);
  const [pages, setPages] = useState(1);
  const { fontScheme } = usePaperStyle();
  const plain = withClosingTogether(documentElements(content));
  const tree = { ...plain, className: `${plain.className} ${fontSchemeClass(fontScheme)}` };

  useLayoutEffect(() => {
    const holder = frame.current;
    if (holder === null) return;
    const fill = () => {
      const sheet = holder.querySelector<HTMLElement>('.document-sheet');
      if (sheet !== null && sheet.offsetWidth > 0) {
        const { paddingLeft, paddingRight } = getComputedStyle(holder);
        const room = holder.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        setScale(Math.min(1, room / sheet.offsetWidth));
      }
    };
    fill();
    const observer = new ResizeObserver(fill);
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const article = frame.current?.querySelector('article');
    if (article != null) setPages(countPages(content, fontScheme, article));
  }, [content, fontScheme]);

  return (
    <div className={`${styles.desk} no-print`}>
      <style nonce={styleNonce}>{`${documentCss}\n${pagesCss}`}</style>
      <p className={styles.plainly}>
        预览 {pages} 页。纸上怎样分页以 Word/WPS 打开后为准；直接打印或者存为 PDF 的，按这里分页
        {printsPageNumbers ? '。' : '，但这个浏览器较旧，印出来没有页码；要页码请用 Word/WPS 打印。'}
      </p>
      <LackingFonts />
      <section ref={frame} className={styles.frame} data-preview aria-label={`${content.title}的预览`}>
        <div className="document-paged" style={{ zoom: scale, '--pages': pages } as CSSProperties}>
          {Array.from({ length: pages }, (_, place) => place + 1).map((page) => (
            <Sheet key={page} page={page} pages={pages} pageNumbers={content.page.pageNumbers} />
          ))}
          {paperElement(tree, 'page')}
        </div>
      </section>
    </div>
  );
}

/** Chromium prints what stands in the margins of a page since version 131; Firefox and Safari do not. */
const printsPageNumbers = Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0) >= 131;

/** An empty sheet with its number; the words lie over it. */
function Sheet(props: {
  readonly page: number;
  readonly pages: number;
  readonly pageNumbers: DocumentContent['page']['pageNumbers'];
}) {
  const number = sheetNumber(props.pageNumbers, props.page, props.pages);
  return (
    <div className="document-sheet" style={{ '--page': props.page - 1 } as CSSProperties} aria-hidden>
      {number !== null && (
        <span className={`document-sheet-number document-sheet-number-${number.align}`}>{number.words}</span>
      )}
    </div>
  );
}

/** Said where the paper is looked at, because it will look otherwise on a machine that has the fonts. */
function LackingFonts() {
  const { fontScheme } = usePaperStyle();
  const fonts = useFontsOfMachine().data?.schemes.find(({ scheme }) => scheme === fontScheme)?.fonts ?? [];
  const lacking = [...new Set(fonts.filter(({ state }) => state !== 'installed').map(({ name }) => name))];
  if (lacking.length === 0) return null;
  return (
    <p className={styles.lacking}>
      ▲ 这台电脑没有{lacking.join('、')}，Word/WPS 会用别的字体代替。
      <Link to="/settings?part=paper-style">怎么办</Link>
    </p>
  );
}
