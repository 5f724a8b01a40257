import type { HistoryEntry } from '#shared/contract/cases.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';

/** What an event says of the status beside what else it tells: where the case stands after it, if that is another state. */
export function statusChange(before: CaseStatus, after: CaseStatus): { readonly status?: CaseStatus } {
  return after === before ? {} : { status: after };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Events of an earlier version held the private notes themselves; nobody is shown more than that there were some. */
function hidden(value: unknown, mark: 'written' | 'changed'): unknown {
  return value === null || value === undefined || value === 'written' || value === 'changed' ? value : mark;
}

/** What an event changed, field by field; fields that stayed the same are left out. */
export function changesOf(before: unknown, after: unknown): HistoryEntry['changes'] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    if (shown(old[field]) === shown(now[field])) return [];
    if (field === 'privateNotes') {
      const former = shown(hidden(old[field], 'written'));
      const present = shown(hidden(now[field], former === null ? 'written' : 'changed'));
      return [{ field, before: former, after: present }];
    }
    return [{ field, before: shown(old[field]), after: shown(now[field]) }];
  });
}
