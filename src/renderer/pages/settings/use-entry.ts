import { useState } from 'react';

/** An entry while it is edited: the facts as they were opened, and as they are now. */
type EditedEntry<Facts> = {
  readonly id: number | null;
  readonly version: number | null;
  readonly before: Facts;
  readonly facts: Facts;
};

/** Opens, changes and closes one entry of a list; `entry` is null while none is open. */
export function useEntry<Facts extends Readonly<Record<string, string | number | boolean | null>>>() {
  const [entry, setEntry] = useState<EditedEntry<Facts> | null>(null);
  return {
    entry,
    open: (id: number | null, version: number | null, facts: Facts) =>
      setEntry({ id, version, before: facts, facts }),
    change: (change: Partial<Facts>) =>
      setEntry((now) => (now === null ? null : { ...now, facts: { ...now.facts, ...change } })),
    close: () => setEntry(null),
    changed: entry !== null && Object.keys(entry.facts).some((key) => entry.facts[key] !== entry.before[key]),
  };
}

/** Typed words as the register keeps them: without space around, null for none. */
export function words(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
