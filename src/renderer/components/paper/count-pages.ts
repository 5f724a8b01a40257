import type { DocumentContent } from '#shared/documents/model.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';

const counted = new WeakMap<DocumentContent, Map<FontSchemeName, number>>();

/**
 * How many pages a document takes as this browser lays it out; a copy of its article is measured out of sight, once for
 * each content and font scheme.
 */
export function countPages(
  content: DocumentContent,
  fontScheme: FontSchemeName,
  article: HTMLElement,
): number {
  const known = counted.get(content) ?? new Map<FontSchemeName, number>();
  counted.set(content, known);
  const pages = known.get(fontScheme) ?? measured(article);
  known.set(fontScheme, pages);
  return pages;
}

function measured(article: HTMLElement): number {
  const copy = article.cloneNode(true) as HTMLElement;
  copy.classList.add('document-measured');
  copy.setAttribute('aria-hidden', 'true');
  document.body.append(copy);
  const pages = Math.max(1, Math.round(copy.scrollWidth / copy.clientWidth));
  copy.remove();
  return pages;
}
