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
      /** The register may have changed since: the numbers are being worked out anew. */
      readonly checking: boolean;
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
/** The register changed while a preview was being made. */
let changedMeanwhile = false;
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
  changedMeanwhile = false;
  set({ step: 'reading', file, progress: null });
  try {
    const preview = await follow(
      (signal) => office.imports.preview({ file, mapping }, { signal }),
      (progress) => set({ step: 'reading', file, progress }),
    );
    set({ step: 'previewed', file, preview, mapping: preview.mapping, checking: false, error: null });
    if (changedMeanwhile) {
      await previewAgain();
    }
  } catch (error) {
    if (isCancelled(error)) {
      set(before);
      await previewAgain();
    } else if (before.step === 'previewed') {
      set({ ...before, error });
      await previewAgain();
    } else {
      set({ step: 'choosing', error });
    }
  }
}

/**
 * Works out anew what a shown preview would do, against the register as it is now; what the user changed of the columns
 * stays. Without it an import that was undone meanwhile would still count as “已登记”.
 */
export async function previewAgain(): Promise<void> {
  if (current.step === 'reading') {
    changedMeanwhile = true;
  }
  if (current.step !== 'previewed') {
    return;
  }
  const { file, preview: before } = current;
  set({ ...current, checking: true });
  try {
    const preview = await follow(
      (signal) => office.imports.preview({ file, mapping: before.mapping }, { signal }),
      () => undefined,
    );
    if (current.step === 'previewed' && current.file === file) {
      const mapping = current.mapping === before.mapping ? preview.mapping : current.mapping;
      set({ ...current, preview, mapping, checking: false, error: null });
    }
  } catch (error) {
    // Cancelled: whoever cancelled it has gone on to something else, or is working it out once more.
    if (!isCancelled(error) && current.step === 'previewed') {
      set({ ...current, checking: false, error });
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
  changedMeanwhile = false;
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
