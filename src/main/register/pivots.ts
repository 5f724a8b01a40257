import type { SavedPivotId } from '#shared/contract/ids.ts';
import { type KeptPivot, keptPivotSchema, type SavedPivot } from '#shared/contract/pivots.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

function standing(db: ReadableDb) {
  return db.selectFrom('saved_pivots').selectAll().where('removed_at', 'is', null);
}

/** The tables of one's own that are kept, in the order of their names. */
export function savedPivots(db: ReadableDb): SavedPivot[] {
  return db.all(standing(db).orderBy('name')).map((row) => ({
    id: idOf<SavedPivotId>(row.id),
    name: row.name,
    pivot: keptPivotSchema.parse(JSON.parse(row.pivot)),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    version: row.version,
  }));
}

export function insertPivot(db: WritableDb, name: string, pivot: KeptPivot): SavedPivotId {
  const id = db.insert('saved_pivots', {
    name,
    pivot: JSON.stringify(pivot),
    saved_at: db.command.at,
    saved_by: db.command.staffName,
    removed_at: null,
  });
  return idOf<SavedPivotId>(id);
}

/** Keeps another name or another table; the new version. */
export function updatePivot(
  db: WritableDb,
  { id, version }: Pick<SavedPivot, 'id' | 'version'>,
  { name, pivot }: Pick<SavedPivot, 'name' | 'pivot'>,
): number {
  const next = version + 1;
  db.run(
    db
      .updateTable('saved_pivots')
      .set({
        name,
        pivot: JSON.stringify(pivot),
        saved_at: db.command.at,
        saved_by: db.command.staffName,
        version: next,
      })
      .where('id', '=', id),
  );
  return next;
}

/** Takes it out of the list; its row stays. */
export function removePivot(db: WritableDb, id: SavedPivotId): void {
  db.run(db.updateTable('saved_pivots').set({ removed_at: db.command.at }).where('id', '=', id));
}
