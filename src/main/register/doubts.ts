import type { Doubt } from '#shared/contract/cases.ts';
import type { CaseId, DoubtId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

/** 待核: raised by an import or a check, settled by a person with a word on how. */
export function insertDoubt(db: WritableDb, caseId: CaseId, doubt: { code: string; sentence: string }): void {
  db.insert('doubts', {
    case_id: caseId,
    code: doubt.code,
    sentence: doubt.sentence,
    raised_at: db.command.at,
    settled_at: null,
    settled_by: null,
    settlement: null,
  });
}

/** Settles a doubt; false when it was settled already. */
export function settleDoubt(db: WritableDb, id: DoubtId, settlement: string): boolean {
  const query = db
    .updateTable('doubts')
    .set({ settled_at: db.command.at, settled_by: db.command.staffName, settlement });
  return db.run(query.where('id', '=', id).where('settled_at', 'is', null)).changes === 1;
}

export function caseOfDoubt(db: ReadableDb, id: DoubtId): CaseId | undefined {
  return db.first(db.selectFrom('doubts').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

export function openDoubts(db: ReadableDb): number {
  const query = db
    .selectFrom('doubts')
    .innerJoin('cases', 'cases.id', 'doubts.case_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('doubts.settled_at', 'is', null)
    .where('cases.removed_at', 'is', null);
  return db.first(query)?.count ?? 0;
}

export function doubtsOfCase(db: ReadableDb, caseId: CaseId): Doubt[] {
  return db
    .all(db.selectFrom('doubts').selectAll().where('case_id', '=', caseId).orderBy('id'))
    .map((row) => ({
      id: idOf<DoubtId>(row.id),
      code: row.code,
      sentence: row.sentence,
      raisedAt: row.raised_at,
      settled:
        row.settled_at === null || row.settled_by === null || row.settlement === null
          ? null
          : { at: row.settled_at, by: row.settled_by, settlement: row.settlement },
    }));
}
