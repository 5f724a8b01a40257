import type { ReadableDb } from './query.ts';
import type { EventSubject } from './schema.ts';

export type RecordedEvent = {
  readonly id: number;
  readonly commandId: string;
  readonly command: string;
  readonly at: string;
  readonly staffName: string;
  readonly subject: EventSubject;
  readonly subjectId: number;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** What was done to one case, mediator, court …, newest first. */
export function eventsOf(db: ReadableDb, subject: EventSubject, subjectId: number): RecordedEvent[] {
  const query = db
    .selectFrom('events')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId);
  return db.all(query.orderBy('id', 'desc')).map((row) => ({
    id: row.id,
    commandId: row.command_id,
    command: row.command,
    at: row.at,
    staffName: row.staff_name,
    subject: row.subject,
    subjectId: row.subject_id,
    what: row.what,
    before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    after: row.after === null ? null : (JSON.parse(row.after) as unknown),
  }));
}

/** The last event of the register; while it stays the last, no fact of the register has changed. 0: there is none. */
export function lastEventId(db: ReadableDb): number {
  return db.first(db.selectFrom('events').select('id').orderBy('id', 'desc').limit(1))?.id ?? 0;
}
