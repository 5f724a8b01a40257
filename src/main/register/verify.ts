import type { ReadableDb } from './query.ts';

/** Cases without an index entry, and index entries of no case. */
export function casesMissingFromSearch(db: ReadableDb): number[] {
  return db
    .plain<{ id: number }>(
      `SELECT id FROM (SELECT id FROM cases EXCEPT SELECT rowid FROM case_search)
       UNION SELECT id FROM (SELECT rowid AS id FROM case_search EXCEPT SELECT id FROM cases)`,
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
