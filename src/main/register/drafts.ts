import type { DraftId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

export type Draft = {
  readonly id: DraftId;
  readonly content: string;
  readonly savedAt: string;
  readonly savedBy: string;
};

/** Half-typed forms, newest first; `content` is JSON of the page's own making. */
export function drafts(db: ReadableDb): Draft[] {
  return db.all(db.selectFrom('drafts').selectAll().orderBy('saved_at', 'desc')).map((row) => ({
    id: idOf<DraftId>(row.id),
    content: row.content,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  }));
}

/** Saves a draft, as a new one where it has no id or is gone. */
export function saveDraft(db: WritableDb, id: DraftId | null, content: string): DraftId {
  const values = { content, saved_at: db.command.at, saved_by: db.command.staffName };
  if (id !== null && db.run(db.updateTable('drafts').set(values).where('id', '=', id)).changes === 1)
    return id;
  return idOf<DraftId>(db.insert('drafts', { ...values, kind: 'intake' }));
}

export function deleteDraft(db: WritableDb, id: number): void {
  db.run(db.deleteFrom('drafts').where('id', '=', id));
}
