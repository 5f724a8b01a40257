import { useEffect, useRef } from 'react';
import { whenThere } from './fields/move-on.ts';

const fields = [
  'input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not(:disabled)',
  'input[type=radio]:checked:not(:disabled)',
  'textarea:not(:disabled)',
].join(',');
const actions = '.ant-modal-footer .ant-btn-primary:not(:disabled)';

/**
 * Stands inside a dialog or a drawer and puts the cursor, when it opens, into what is marked with `data-first-focus`, else
 * its first field, else on its primary action; never on the cross that closes it.
 */
export function FirstFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The dialog takes the focus itself first; what it says may follow a moment later.
    whenThere(() => {
      const dialog = place.current?.closest('[role="dialog"]');
      if (dialog == null) {
        return place.current === null;
      }
      if (place.current?.offsetParent === null) {
        return false;
      }
      const first = ['[data-first-focus]', fields, actions]
        .map((selector) => [...dialog.querySelectorAll<HTMLElement>(selector)].find(isShown))
        .find((element) => element !== undefined);
      first?.focus();
      return first !== undefined && document.activeElement === first;
    });
  }, []);
  return <span ref={place} className="visually-hidden" />;
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}
