import type { HandedInId } from '#shared/contract/ids.ts';
import { type LocalDate, localDateInShanghai, type Month, month } from '#shared/domain/local-date.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, idOf } from './values.ts';

/** A report that was handed in, with what was said of it then. */
export type StoredHandedIn = {
  readonly id: HandedInId;
  readonly duty: string;
  /** As `periodKey` writes it. */
  readonly period: string;
  readonly days: Period;
  readonly dutyName: string;
  readonly recipients: string;
  readonly dueOn: LocalDate;
  readonly on: LocalDate;
  readonly remarks: string | null;
  readonly at: string;
  readonly by: string;
};

export type NewHandedIn = Omit<StoredHandedIn, 'id' | 'at' | 'by'>;

function standing(db: ReadableDb) {
  return db.selectFrom('reports_handed_in').selectAll().where('cancelled_at', 'is', null);
}

type Row = {
  readonly id: number;
  readonly duty: string;
  readonly period: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly duty_name: string;
  readonly recipients: string;
  readonly due_on: string;
  readonly handed_in_on: string;
  readonly remarks: string | null;
  readonly recorded_at: string;
  readonly recorded_by: string;
};

function storedOf(row: Row): StoredHandedIn {
  return {
    id: idOf<HandedInId>(row.id),
    duty: row.duty,
    period: row.period,
    days: { from: dayOf(row.period_from), to: dayOf(row.period_to) },
    dutyName: row.duty_name,
    recipients: row.recipients,
    dueOn: dayOf(row.due_on),
    on: dayOf(row.handed_in_on),
    remarks: row.remarks,
    at: row.recorded_at,
    by: row.recorded_by,
  };
}

/** What was handed in and not taken back, in the order in which it was due. */
export function handedIn(db: ReadableDb): StoredHandedIn[] {
  return db.all(standing(db).orderBy('due_on').orderBy('id')).map(storedOf);
}

export function standingHandedIn(db: ReadableDb, id: HandedInId): StoredHandedIn | undefined {
  const row = db.first(standing(db).where('id', '=', id));
  return row === undefined ? undefined : storedOf(row);
}

export function findHandedIn(db: ReadableDb, duty: string, period: string): StoredHandedIn | undefined {
  const row = db.first(standing(db).where('duty', '=', duty).where('period', '=', period));
  return row === undefined ? undefined : storedOf(row);
}

export function insertHandedIn(db: WritableDb, report: NewHandedIn): HandedInId {
  const id = db.insert('reports_handed_in', {
    duty: report.duty,
    period: report.period,
    period_from: report.days.from,
    period_to: report.days.to,
    duty_name: report.dutyName,
    recipients: report.recipients,
    due_on: report.dueOn,
    handed_in_on: report.on,
    remarks: report.remarks,
    recorded_at: db.command.at,
    recorded_by: db.command.staffName,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<HandedInId>(id);
}

/** Takes back what was not handed in after all; its row stays. */
export function cancelHandedIn(db: WritableDb, id: HandedInId, reason: string): void {
  db.run(
    db
      .updateTable('reports_handed_in')
      .set({ cancelled_at: db.command.at, cancelled_reason: reason })
      .where('id', '=', id),
  );
}

/** The month in which this register was begun: that of its first event. Undefined in one that nobody opened yet. */
export function monthBegun(db: ReadableDb): Month | undefined {
  const first = db.plain<{ at: string }>('SELECT at FROM events ORDER BY id LIMIT 1')[0];
  return first === undefined ? undefined : month(localDateInShanghai(new Date(first.at)).slice(0, 7));
}
