import type { CaseId, SessionId } from '#shared/contract/ids.ts';
import type { Session, SessionFacts } from '#shared/contract/sessions.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, idOf } from './values.ts';

function columns(session: SessionFacts) {
  return {
    held_on: session.heldOn,
    started_at: session.startedAt,
    ended_at: session.endedAt,
    place: session.place,
    form: session.form,
    attendance: session.attendance,
    notes: session.notes,
    private_notes: session.privateNotes,
    result: session.result,
    next_on: session.nextOn,
    disputed: session.disputed,
    undisputed: session.undisputed,
    proposals: session.proposals,
  };
}

export function insertSession(db: WritableDb, caseId: CaseId, session: SessionFacts): SessionId {
  return idOf<SessionId>(db.insert('sessions', { ...columns(session), case_id: caseId }));
}

/** Writes an amended session; false when somebody else amended it since `version` was read. */
export function updateSession(
  db: WritableDb,
  id: SessionId,
  version: number,
  session: SessionFacts,
): boolean {
  const query = db.updateTable('sessions').set({ ...columns(session), version: version + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version)).changes === 1;
}

function inOrder(db: ReadableDb, caseId: CaseId) {
  const query = db.selectFrom('sessions').selectAll().where('case_id', '=', caseId);
  return db.all(query.orderBy('held_on').orderBy('started_at').orderBy('id'));
}
type SessionRow = ReturnType<typeof inOrder>[number];

function sessionOf(row: SessionRow): PaperSession {
  return {
    id: idOf<SessionId>(row.id),
    version: row.version,
    heldOn: dayOf(row.held_on),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    place: row.place,
    form: row.form as Session['form'],
    attendance: row.attendance,
    notes: row.notes,
    result: row.result as Session['result'],
    nextOn: dayOrNull(row.next_on),
    disputed: row.disputed,
    undisputed: row.undisputed,
    proposals: row.proposals,
  };
}

/** A session as anything that leaves the office may know it: the type has no private notes that could come along. */
export type PaperSession = Omit<Session, 'privateNotes'>;

/** Sessions of a case in the order in which they were held, for documents, exports and everything else. */
export function sessionsOfCase(db: ReadableDb, caseId: CaseId): PaperSession[] {
  return inOrder(db, caseId).map(sessionOf);
}

/** The same with the mediator's private notes: for the page of the case, and nothing else. */
export function sessionsWithPrivateNotes(db: ReadableDb, caseId: CaseId): Session[] {
  return inOrder(db, caseId).map((row) => ({ ...sessionOf(row), privateNotes: row.private_notes }));
}

export function caseOfSession(db: ReadableDb, id: SessionId): CaseId | undefined {
  return db.first(db.selectFrom('sessions').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}
