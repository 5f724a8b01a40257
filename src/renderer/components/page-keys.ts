import { useEffect, useRef } from 'react';

/** What the keys of the whole program do on this page: Ctrl+S saves, Ctrl+P prints, Ctrl+K or / searches. */
type PageKeys = {
  readonly save?: () => void;
  readonly print?: () => void;
  readonly search?: () => void;
  /** Ctrl+← and Ctrl+→, such as the month before and after. */
  readonly previous?: () => void;
  readonly next?: () => void;
};
export type PageKey = keyof PageKeys;

const pages: { readonly current: PageKeys }[] = [];

/** While the component is shown, its keys go before those of whatever lies under it. */
export function usePageKeys(keys: PageKeys): void {
  const held = useRef(keys);
  useEffect(() => {
    held.current = keys;
  });
  useEffect(() => {
    pages.push(held);
    return () => {
      pages.splice(pages.indexOf(held), 1);
    };
  }, []);
}

/** Does what the page in front has for a key; false where it has nothing for it. */
export function pressPageKey(key: PageKey): boolean {
  const action = pages.findLast((page) => page.current[key] !== undefined)?.current[key];
  action?.();
  return action !== undefined;
}
