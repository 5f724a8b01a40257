import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { documentCss, documentElements, fontSchemeClass } from '#shared/documents/html.ts';
import { pagesCss, placeDocuments, printCss, withClosingTogether } from '#shared/documents/html-pages.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { styleNonce } from '../../trusted-types.ts';
import { countPages } from './count-pages.ts';
import styles from './paper.module.css';
import { paperElement } from './paper-element.ts';
import { usePaperStyle } from './paper-style.ts';

/** A document and how often it is printed. */
export type PaperToPrint = { readonly content: DocumentContent; readonly copies: number };

/**
 * What the printer gets instead of the page, in order, each copy with page numbers of its own. It stands ready out of
 * sight, so that the browser's own “print” prints it too; there is one of it on a page.
 */
export function PrintedPapers({ papers }: { readonly papers: readonly PaperToPrint[] }) {
  const holder = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly number[]>([]);
  const { fontScheme, doubleSided } = usePaperStyle();

  useLayoutEffect(() => {
    const counted = papers.map(({ content }, place) => {
      const first = holder.current?.querySelector<HTMLElement>(`[data-paper="${place}"] article`);
      return first == null ? 1 : countPages(content, fontScheme, first);
    });
    setPages((before) => (before.join() === counted.join() ? before : counted));
  }, [papers, fontScheme]);

  const copies = papers.flatMap(({ content, copies: count }, place) =>
    Array.from({ length: count }, (_, copy) => ({ content, place, copy })),
  );
  const printed = copies.map(({ content, place }) => ({
    pageNumbers: content.page.pageNumbers,
    pages: pages[place] ?? 1,
  }));
  const places = placeDocuments(printed, doubleSided);
  return createPortal(
    <div ref={holder} className={styles.printed} data-printed aria-hidden="true">
      <style nonce={styleNonce}>{`${documentCss}\n${pagesCss}\n${printCss(printed)}`}</style>
      {copies.map(({ content, place, copy }, index) => {
        const tree = withClosingTogether(documentElements(content));
        const { className, afterEmptyPage } = places[index] ?? { className: '', afterEmptyPage: false };
        return (
          <Fragment key={`${place} ${copy}`}>
            {afterEmptyPage && <div className="document-empty-page" />}
            <div data-paper={place}>
              {paperElement(
                { ...tree, className: `${tree.className} ${fontSchemeClass(fontScheme)} ${className}` },
                'printed',
              )}
            </div>
          </Fragment>
        );
      })}
    </div>,
    document.body,
  );
}
