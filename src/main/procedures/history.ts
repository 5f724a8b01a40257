import type { HistoryEntry } from '#shared/contract/cases.ts';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an event changed, field by field; fields that stayed the same are left out. */
export function changesOf(before: unknown, after: unknown): HistoryEntry['changes'] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    const change = { field, before: shown(old[field]), after: shown(now[field]) };
    return change.before === change.after ? [] : [change];
  });
}
