import type { DocumentContent } from '#shared/documents/model.ts';

const counted = new WeakMap<DocumentContent, Map<string, number>>();

/**
 * How many pages a document takes as this browser lays it out; a copy of its article is measured out of sight, once for
 * each content and look.
 */
export function countPages(content: DocumentContent, article: HTMLElement): number {
  const known = counted.get(content) ?? new Map<string, number>();
  counted.set(content, known);
  const look = [...article.classList].filter((name) => !name.startsWith('document-print-')).join(' ');
  const pages = known.get(look) ?? measured(article);
  known.set(look, pages);
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
