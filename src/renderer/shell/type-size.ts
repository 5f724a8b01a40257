import { useSyncExternalStore } from 'react';
import { applyTheme, storedTypeSize, storeTypeSize, type TypeSize } from '../theme.ts';

const listeners = new Set<() => void>();

/** 标准 or 大字, kept on this machine. */
export function useTypeSize(): TypeSize {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, storedTypeSize);
}

/** Changes the size of every page at once and remembers it on this machine. */
export function chooseTypeSize(size: TypeSize): void {
  storeTypeSize(size);
  applyTheme(size);
  for (const listener of listeners) {
    listener();
  }
}
