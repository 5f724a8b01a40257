import { useEffect, useRef, useState } from 'react';
import type { CaseFilter } from '#shared/contract/cases.ts';
import type { IssuedMany } from '#shared/contract/documents.ts';
import type { Progress } from '#shared/contract/procedure.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { office, queryClient } from '../../../api.ts';

type Batch =
  | { readonly step: 'choosing'; readonly error: unknown }
  | { readonly step: 'running'; readonly progress: Progress | null }
  | { readonly step: 'done'; readonly result: IssuedMany };

/** The papers of many cases being issued: leaving it before it writes issues nothing. */
export function useBatch() {
  const [batch, setBatch] = useState<Batch>({ step: 'choosing', error: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(filter: CaseFilter, kinds: readonly DocumentKind[]): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setBatch({ step: 'running', progress: null });
    try {
      const steps = await office.documents.issueMany({ filter, kinds: [...kinds] }, { signal });
      for (;;) {
        const step = await steps.next();
        if (signal.aborted) return;
        if (step.done === true) {
          await queryClient.invalidateQueries();
          setBatch({ step: 'done', result: step.value });
          return;
        }
        setBatch({ step: 'running', progress: step.value });
      }
    } catch (error) {
      if (!signal.aborted) setBatch({ step: 'choosing', error });
    }
  }

  function cancel(): void {
    running.current?.abort();
    setBatch({ step: 'choosing', error: null });
  }

  return { batch, run, cancel };
}
