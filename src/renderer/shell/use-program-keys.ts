import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { type PageKey, pressPageKey } from '../components/page-keys.ts';
import { printPage } from '../components/save-file.ts';
import { helpPageOf, menu } from './navigation.ts';

const pageKeys: ReadonlyMap<string, PageKey> = new Map([
  ['s', 'save'],
  ['p', 'print'],
  ['k', 'search'],
  ['arrowleft', 'previous'],
  ['arrowright', 'next'],
]);

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [role="combobox"]'))
  );
}

/** The keys that work on every page: Alt+1…7, Ctrl+N, Ctrl+S, Ctrl+P, Ctrl+K or /, F1. */
export function useProgramKeys(focusSearch: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) {
        return;
      }
      const key = event.key.toLowerCase();
      const page =
        event.altKey && !event.ctrlKey ? menu[Number(event.code.replace('Digit', '')) - 1] : undefined;
      const done = () => event.preventDefault();
      if (page !== undefined) {
        done();
        navigate(page.to);
      } else if (key === 'f1') {
        done();
        navigate(`/help?page=${helpPageOf(window.location.hash.slice(1).replace(/\?.*$/, ''))}`);
      } else if (event.ctrlKey && !event.altKey && !event.shiftKey) {
        const action = pageKeys.get(key);
        if (key === 'n') {
          done();
          navigate('/cases/new');
        } else if (key === 'arrowleft' || key === 'arrowright') {
          if (!isTyping(event.target) && action !== undefined && pressPageKey(action)) {
            done();
          }
        } else if (action !== undefined) {
          done();
          if (!pressPageKey(action)) {
            if (action === 'search') {
              focusSearch();
            } else if (action === 'print') {
              void printPage();
            }
          }
        }
      } else if (key === '/' && !isTyping(event.target)) {
        done();
        if (!pressPageKey('search')) {
          focusSearch();
        }
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate, focusSearch]);
}
