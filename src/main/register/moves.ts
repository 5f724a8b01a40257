import type { CaseId } from '#shared/contract/ids.ts';
import { type MoveCode, type TakenMove, takenMoveSchema } from '#shared/domain/case-move.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** Writes down a move that was decided to be legal; `detail` is what its schema in the domain says. */
export function insertMove(
  db: WritableDb,
  caseId: CaseId,
  move: {
    readonly code: MoveCode;
    readonly from: CaseStatus;
    readonly to: CaseStatus;
    readonly on: LocalDate;
    readonly detail: object;
  },
): number {
  return db.insert('case_moves', {
    case_id: caseId,
    move: move.code,
    from_status: move.from,
    to_status: move.to,
    moved_on: move.on,
    detail: JSON.stringify(move.detail),
    recorded_at: db.command.at,
    recorded_by: db.command.staffName,
    taken_back_at: null,
    taken_back_by: null,
    taken_back_reason: null,
  });
}

/** All moves of a case in the order in which they were recorded, those taken back included. */
export function movesOfCase(db: ReadableDb, caseId: CaseId): TakenMove[] {
  const query = db.selectFrom('case_moves').selectAll().where('case_id', '=', caseId).orderBy('id');
  return db.all(query).map((row) =>
    takenMoveSchema.parse({
      id: row.id,
      code: row.move,
      from: row.from_status,
      to: row.to_status,
      on: row.moved_on,
      detail: JSON.parse(row.detail),
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      takenBack:
        row.taken_back_at === null
          ? null
          : { at: row.taken_back_at, by: row.taken_back_by ?? '', reason: row.taken_back_reason ?? '' },
    }),
  );
}

/** Marks a move as taken back; its row stays. */
export function markTakenBack(db: WritableDb, id: number, reason: string): void {
  db.run(
    db
      .updateTable('case_moves')
      .set({ taken_back_at: db.command.at, taken_back_by: db.command.staffName, taken_back_reason: reason })
      .where('id', '=', id),
  );
}
