import type { ReadableDb } from './query.ts';

/** Live cases without an index entry, and index entries of cases that are not live. */
export function casesMissingFromSearch(db: ReadableDb): number[] {
  return db
    .plain<{ id: number }>(
      `SELECT id FROM (SELECT id FROM cases WHERE removed_at IS NULL EXCEPT SELECT rowid FROM case_search)
       UNION SELECT id FROM (SELECT rowid AS id FROM case_search EXCEPT SELECT id FROM cases WHERE removed_at IS NULL)`,
    )
    .map((row) => row.id);
}

/** Cases of which no event tells how they came into the register. */
export function casesWithoutEvents(db: ReadableDb): number[] {
  return db
    .plain<{ id: number }>(
      `SELECT id FROM cases WHERE NOT EXISTS
         (SELECT 1 FROM events WHERE subject = 'case' AND subject_id = cases.id)`,
    )
    .map((row) => row.id);
}
