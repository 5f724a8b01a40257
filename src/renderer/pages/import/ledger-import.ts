import { useSyncExternalStore } from 'react';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { Progress } from '#shared/contract/procedure.ts';
import type { LedgerMapping } from '#shared/domain/ledger/head.ts';
import { office } from '../../api.ts';

/** How far the import of a ledger is. It lives beside the page, so that the page can be left while it runs. */
export type LedgerImport =
  | { readonly step: 'choosing'; readonly error: unknown }
  | { readonly step: 'reading'; readonly file: File; readonly progress: Progress | null }
  | {
      readonly step: 'previewed';
      readonly file: File;
      readonly preview: ImportPreview;
      /** As the user has it now; the preview shows what `preview.mapping` would do. */
      readonly mapping: LedgerMapping;
      readonly error: unknown;
    }
  | {
      readonly step: 'running';
      readonly file: File;
      readonly preview: ImportPreview;
      readonly progress: Progress | null;
    }
  | {
      readonly step: 'done';
      readonly file: File;
      readonly mapping: LedgerMapping;
      readonly result: ImportResult;
    };

const start = { step: 'choosing', error: null } as const;
let current: LedgerImport = start;
let running: AbortController | null = null;
const listeners = new Set<() => void>();

function set(next: LedgerImport): void {
  current = next;
  for (const listener of listeners) {
    listener();
  }
}

export function useLedgerImport(): LedgerImport {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

async function follow<Result>(
  call: (signal: AbortSignal) => Promise<AsyncIterator<Progress, Result>>,
  onProgress: (progress: Progress) => void,
): Promise<Result> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const steps = await call(controller.signal);
  for (;;) {
    const step = await steps.next();
    if (controller.signal.aborted) {
      throw new DOMException('Cancelled', 'AbortError');
    }
    if (step.done === true) {
      return step.value;
    }
    onProgress(step.value);
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Reads and checks a file without writing anything; null lets the program read the heads. */
export async function previewLedger(file: File, mapping: LedgerMapping | null): Promise<void> {
  const before = current;
  set({ step: 'reading', file, progress: null });
  try {
    const preview = await follow(
      (signal) => office.imports.preview({ file, mapping }, { signal }),
      (progress) => set({ step: 'reading', file, progress }),
    );
    set({ step: 'previewed', file, preview, mapping: preview.mapping, error: null });
  } catch (error) {
    if (isCancelled(error)) {
      set(before);
    } else if (before.step === 'previewed') {
      set({ ...before, error });
    } else {
      set({ step: 'choosing', error });
    }
  }
}

export function changeMapping(mapping: LedgerMapping): void {
  if (current.step === 'previewed') {
    set({ ...current, mapping });
  }
}

/** Imports what the preview showed, in one piece; cancelled before it writes, nothing is imported. */
export async function runImport(): Promise<void> {
  if (current.step !== 'previewed') {
    return;
  }
  const before = current;
  const { file, preview } = before;
  set({ step: 'running', file, preview, progress: null });
  try {
    const result = await follow(
      (signal) => office.imports.run({ file, mapping: preview.mapping }, { signal }),
      (progress) => set({ step: 'running', file, preview, progress }),
    );
    set({ step: 'done', file, mapping: preview.mapping, result });
  } catch (error) {
    set(isCancelled(error) ? before : { ...before, error });
  }
}

export function cancelImport(): void {
  running?.abort();
}

/** Back to choosing a file. */
export function startAgain(): void {
  running?.abort();
  set(start);
}
