import { useEffect } from 'react';

/** ↓ and ↑ go from row to row; from anywhere above the list ↓ goes to its first. */
export function useRowKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const target = event.target as HTMLElement;
      if (step === 0 || event.defaultPrevented || event.ctrlKey || event.altKey) return;
      if (target.matches('input, textarea, [role="combobox"]')) return;
      const rows: Element[] = [...document.querySelectorAll('a[data-row]')];
      const place = rows.indexOf(target);
      const next = rows[place === -1 ? 0 : place + step];
      if (next instanceof HTMLElement && (place !== -1 || step === 1)) {
        next.focus();
        event.preventDefault();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
