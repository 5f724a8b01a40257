import type { RollupUnitId } from '#shared/contract/ids.ts';
import type { RollupUnit } from '#shared/contract/rollups.ts';
import { month } from '#shared/domain/local-date.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

/** The offices that are expected to hand in, in the order in which they came on the list. */
export function rollupUnits(db: ReadableDb): RollupUnit[] {
  const query = db.selectFrom('rollup_units').selectAll().where('removed_at', 'is', null).orderBy('id');
  return db.all(query).map((row) => ({
    id: idOf<RollupUnitId>(row.id),
    version: row.version,
    name: row.name,
    uid: row.uid,
    from: month(row.expected_from),
    to: row.expected_to === null ? null : month(row.expected_to),
  }));
}

export type UnitFacts = Pick<RollupUnit, 'name' | 'uid' | 'from' | 'to'>;

function valuesOf(db: WritableDb, { name, uid, from, to }: UnitFacts) {
  return {
    name,
    uid,
    expected_from: from,
    expected_to: to,
    saved_at: db.command.at,
    saved_by: db.command.staffName,
  };
}

export function insertUnit(db: WritableDb, facts: UnitFacts): RollupUnitId {
  return idOf<RollupUnitId>(db.insert('rollup_units', { ...valuesOf(db, facts), removed_at: null }));
}

/** Writes other facts of a unit; the new version. */
export function updateUnit(db: WritableDb, { id, version }: RollupUnit, facts: UnitFacts): number {
  const next = version + 1;
  db.run(
    db
      .updateTable('rollup_units')
      .set({ ...valuesOf(db, facts), version: next })
      .where('id', '=', id),
  );
  return next;
}

/** Takes a unit off the list; its row stays. */
export function removeUnit(db: WritableDb, id: RollupUnitId): void {
  db.run(db.updateTable('rollup_units').set({ removed_at: db.command.at }).where('id', '=', id));
}
