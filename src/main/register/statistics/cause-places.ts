import { type Cause, causeGroupOf } from '#shared/domain/cause-of-action.ts';
import type { ReadableDb, WritableDb } from '../query.ts';

type Place = {
  readonly name: string;
  readonly cause_group: string | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string | null;
};

/** Where each cause stands in the official tree; of a name that stands in it twice the first place counts. */
function placesOf(causes: readonly Cause[]): Place[] {
  const places = new Map<string, Place>();
  for (const cause of causes) {
    const { name } = cause;
    const [level1 = null, level2 = null, level3 = null] = [...cause.path, name];
    if (!places.has(name)) {
      places.set(name, { name, cause_group: causeGroupOf(cause) ?? null, level1, level2, level3 });
    }
  }
  return [...places.values()];
}

const columns = 'name, cause_group, level1, level2, level3';

/** Whether the tree that the register counts by is another than the one the program brings along. */
export function lacksCausePlaces(db: ReadableDb, causes: readonly Cause[]): boolean {
  const kept = db.plain<Place>(`SELECT ${columns} FROM cause_places`);
  const wanted = new Set(placesOf(causes).map((place) => JSON.stringify(place)));
  return kept.length !== wanted.size || kept.some((place) => !wanted.has(JSON.stringify(place)));
}

/** Puts the tree of causes into the register, for the tables by group and level (法〔2025〕227号). */
export function fillCausePlaces(db: WritableDb, causes: readonly Cause[]): void {
  db.runPlain('DELETE FROM cause_places');
  for (const { name, cause_group, level1, level2, level3 } of placesOf(causes)) {
    db.runPlain(
      `INSERT INTO cause_places (${columns}) VALUES (?, ?, ?, ?, ?)`,
      name,
      cause_group,
      level1,
      level2,
      level3,
    );
  }
}
