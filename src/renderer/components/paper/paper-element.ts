import { createElement, type ReactNode } from 'react';
import type { DocumentNode } from '#shared/documents/html.ts';

/** A node of a document as a React element: elements and text nodes, never a string of HTML. */
export function paperElement(node: DocumentNode, key: string): ReactNode {
  const { colspan, scope, width, lang } = node.attributes ?? {};
  const attributes = {
    key,
    ...(node.className === '' ? {} : { className: node.className }),
    ...(colspan === undefined ? {} : { colSpan: Number(colspan) }),
    ...(scope === undefined ? {} : { scope }),
    ...(width === undefined ? {} : { width }),
    ...(lang === undefined ? {} : { lang }),
  };
  const children = node.children?.map((child, place) => paperElement(child, String(place)));
  return createElement(node.tag, attributes, ...(node.text === undefined ? (children ?? []) : [node.text]));
}
