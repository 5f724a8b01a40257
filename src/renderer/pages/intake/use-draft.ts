import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftId } from '#shared/contract/ids.ts';
import { office } from '../../api.ts';
import { type IntakeDraft, intakeDraftSchema, isUntouched } from './intake-draft.ts';

export type KeptDraft = {
  readonly id: DraftId;
  readonly draft: IntakeDraft;
  readonly savedAt: string;
  readonly savedBy: string;
};

/** Drafts that can still be read; one of an older program is left alone. */
export async function keptDrafts(): Promise<readonly KeptDraft[]> {
  const all = await office.drafts.list();
  return all.flatMap(({ content, ...kept }) => {
    const draft = intakeDraftSchema.safeParse(content).data;
    return draft === undefined ? [] : [{ ...kept, draft }];
  });
}

export type Keeping =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'kept'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown };

const interval = 2000;

/** Keeps the form beside the register at most two seconds behind what is typed, and once more when the page is left. */
export function useDraft(draft: IntakeDraft) {
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'nothing' });
  const id = useRef<DraftId | null>(null);
  const newest = useRef(draft);
  const kept = useRef('');
  const running = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(false);

  useEffect(() => {
    newest.current = draft;
  });

  const keep = useCallback(async () => {
    const content = JSON.stringify(newest.current);
    if (stopped.current || content === kept.current || (id.current === null && isUntouched(newest.current))) {
      return;
    }
    try {
      const saved = await office.drafts.save({ id: id.current, content: JSON.parse(content) });
      id.current = saved.id;
      kept.current = content;
      setKeeping({ kind: 'kept', at: new Date() });
    } catch (error) {
      setKeeping({ kind: 'failed', error });
    }
  }, []);

  useEffect(() => {
    stopped.current = false;
    // One after the other, so that a slow save never makes a second draft of the same form.
    const next = () => {
      running.current = running.current.then(keep);
    };
    const timer = setInterval(next, interval);
    return () => {
      clearInterval(timer);
      next();
    };
  }, [keep]);

  /** Goes on with a kept draft. */
  const takeOver = useCallback((taken: KeptDraft) => {
    id.current = taken.id;
    kept.current = JSON.stringify(taken.draft);
  }, []);

  /** Waits for the last save and keeps nothing more: the case is about to be registered. Returns the draft's id. */
  const stop = useCallback(async () => {
    stopped.current = true;
    await running.current;
    return id.current;
  }, []);

  const goOn = useCallback(() => {
    stopped.current = false;
  }, []);

  return { keeping, takeOver, stop, goOn };
}
