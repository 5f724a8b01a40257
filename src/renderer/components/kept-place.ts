import { type RefObject, useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** The link by which people left a page; one address may stand there several times, so that it is counted which one. */
type Left = { readonly href: string | null; readonly place: number };

/** How far each entry of this window's history was scrolled, and the link by which people left it. */
const places = new Map<string, { readonly top: number; readonly left: Left }>();

function linksTo(page: HTMLElement, href: string | null): HTMLAnchorElement[] {
  return [...page.querySelectorAll('a')].filter((one) => one.getAttribute('href') === href);
}

/**
 * Whoever comes back to a page finds it scrolled as it was left, with the cursor on the link by which they left it. `ready`
 * says that what stood there then stands there again.
 */
export function useKeptPlace(ready: boolean): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const back = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    const main = document.getElementById('main');
    const page = holder.current;
    if (main === null || page === null || !ready) {
      return;
    }
    const kept = back ? places.get(key) : undefined;
    if (kept !== undefined) {
      main.scrollTop = kept.top;
      const links = linksTo(page, kept.left.href);
      (links[kept.left.place] ?? links[0])?.focus({ preventScroll: true });
    }
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link !== null) {
        const href = link.getAttribute('href');
        places.set(key, { top: main.scrollTop, left: { href, place: linksTo(page, href).indexOf(link) } });
      }
    };
    page.addEventListener('click', leave);
    return () => page.removeEventListener('click', leave);
  }, [key, back, ready]);
  return holder;
}
