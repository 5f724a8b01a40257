import { createElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type DocumentNode, documentCss, documentElements } from '#shared/documents/html.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { styleNonce } from '../../../trusted-types.ts';
import styles from './agreement.module.css';

type PaperProps = {
  readonly content: DocumentContent;
  /** Only a paper in sight goes to the printer. */
  readonly shown: boolean;
};

/** The document as it will be printed, built from elements; the same tree is what the printer gets. */
export function Paper({ content, shown }: PaperProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.7);
  const tree = documentElements(content);
  useLayoutEffect(() => {
    const holder = frame.current;
    if (holder === null) {
      return;
    }
    const fill = () => {
      const page = holder.querySelector<HTMLElement>('article');
      if (page !== null && page.offsetWidth > 0) {
        setScale(Math.min(1, holder.clientWidth / page.offsetWidth));
      }
    };
    fill();
    const observer = new ResizeObserver(fill);
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <style nonce={styleNonce}>{documentCss}</style>
      <div ref={frame} className={styles.paperFrame} data-preview>
        <div className={styles.paper} style={{ zoom: scale }}>
          {element(tree, 'page')}
        </div>
      </div>
      {shown &&
        createPortal(
          <div className={styles.printed} data-printed aria-hidden="true">
            {element(tree, 'printed')}
          </div>,
          document.body,
        )}
    </>
  );
}

function element(node: DocumentNode, key: string): ReactNode {
  const { colspan, scope, width, lang } = node.attributes ?? {};
  const attributes = {
    key,
    ...(node.className === '' ? {} : { className: node.className }),
    ...(colspan === undefined ? {} : { colSpan: Number(colspan) }),
    ...(scope === undefined ? {} : { scope }),
    ...(width === undefined ? {} : { width }),
    ...(lang === undefined ? {} : { lang }),
  };
  const children = node.children?.map((child, place) => element(child, String(place)));
  return createElement(node.tag, attributes, ...(node.text === undefined ? (children ?? []) : [node.text]));
}
