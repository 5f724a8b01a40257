import type { SavedPivotId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { SavedPivot } from '#shared/contract/pivots.ts';
import { insertPivot, removePivot, savedPivots, updatePivot } from '../register/pivots.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { conflict, found, refused } from './errors.ts';
import { command, query } from './kinds.ts';

const procedures = contract.pivots;

type Present = { readonly id: SavedPivotId; readonly version: number };

/** The one that is meant, as it was when it was read; CONFLICT where somebody else changed it since. */
function standing(db: ReadableDb, { id, version }: Present): SavedPivot {
  const kept = found(
    savedPivots(db).find((one) => one.id === id),
    'savedPivot',
  );
  if (kept.version !== version) throw conflict('savedPivot');
  return kept;
}

function refuseTaken(db: ReadableDb, name: string, except: SavedPivotId | null): void {
  const taken = savedPivots(db).some((one) => one.name === name && one.id !== except);
  if (taken) throw refused('nameTaken', { name });
}

type Told = Pick<SavedPivot, 'name' | 'pivot'>;

function tell(
  db: WritableDb,
  what: string,
  change: { readonly before?: Told | undefined; readonly after?: Told | undefined },
): void {
  const words = (of: Told | undefined) => of && { name: of.name, pivot: of.pivot };
  db.event({
    subject: 'office',
    subjectId: 1,
    what,
    before: words(change.before),
    after: words(change.after),
  });
}

export const pivots = {
  list: query(procedures.list, (db) => savedPivots(db)),

  save: command('pivots.save', procedures.save, (db, { name, pivot }) => {
    refuseTaken(db, name, null);
    const id = insertPivot(db, name, pivot);
    tell(db, 'pivotSaved', { after: { name, pivot } });
    return { id, version: 1 };
  }),

  change: command('pivots.change', procedures.change, (db, { pivot, ...present }) => {
    const before = standing(db, present);
    const after = { name: before.name, pivot };
    const version = updatePivot(db, before, after);
    tell(db, 'pivotChanged', { before, after });
    return { id: before.id, version };
  }),

  rename: command('pivots.rename', procedures.rename, (db, { name, ...present }) => {
    const before = standing(db, present);
    refuseTaken(db, name, before.id);
    const after = { name, pivot: before.pivot };
    const version = updatePivot(db, before, after);
    tell(db, 'pivotRenamed', { before, after });
    return { id: before.id, version };
  }),

  remove: command('pivots.remove', procedures.remove, (db, present) => {
    const before = standing(db, present);
    removePivot(db, before.id);
    tell(db, 'pivotRemoved', { before });
    return { id: before.id };
  }),
};
