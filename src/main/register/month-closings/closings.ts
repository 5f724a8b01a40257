import type { InternalNumber } from '#shared/domain/internal-number.ts';
import { type Month, month as monthOf } from '#shared/domain/local-date.ts';
import type { Period, StatisticalCalendar } from '#shared/domain/reporting-period.ts';
import type { ReadableDb, WritableDb } from '../query.ts';
import { dayOf } from '../values.ts';

/** One closing of a month, without what it froze. */
export type MonthClosing = {
  readonly id: number;
  readonly month: Month;
  readonly sequence: number;
  readonly period: Period;
  readonly countedBy: string;
  readonly lastEvent: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly contentSha256: string;
  readonly closedAt: string;
  readonly closedBy: string;
  readonly reopened: { readonly at: string; readonly by: string; readonly reason: string } | null;
};

export type NewMonthClosing = {
  readonly month: Month;
  readonly sequence: number;
  readonly period: Period;
  readonly calendar: StatisticalCalendar;
  readonly countedBy: string;
  readonly lastEvent: number;
  /** The report with all its tables, as JSON. */
  readonly content: string;
  readonly fileName: string;
  readonly file: Uint8Array;
  readonly fileSha256: string;
  readonly contentSha256: string;
};

const columns = [
  'id',
  'month',
  'sequence',
  'period_from',
  'period_to',
  'counted_by',
  'last_event',
  'file_name',
  'file_sha256',
  'content_sha256',
  'closed_at',
  'closed_by',
  'reopened_at',
  'reopened_by',
  'reopened_reason',
] as const;

type Row = {
  readonly id: number;
  readonly month: string;
  readonly sequence: number;
  readonly period_from: string;
  readonly period_to: string;
  readonly counted_by: string;
  readonly last_event: number;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly content_sha256: string;
  readonly closed_at: string;
  readonly closed_by: string;
  readonly reopened_at: string | null;
  readonly reopened_by: string | null;
  readonly reopened_reason: string | null;
};

function closingOf(row: Row): MonthClosing {
  const { reopened_at: at, reopened_by: by, reopened_reason: reason } = row;
  return {
    id: row.id,
    month: monthOf(row.month),
    sequence: row.sequence,
    period: { from: dayOf(row.period_from), to: dayOf(row.period_to) },
    countedBy: row.counted_by,
    lastEvent: row.last_event,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    contentSha256: row.content_sha256,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    reopened: at === null || by === null || reason === null ? null : { at, by, reason },
  };
}

function closings(db: ReadableDb) {
  return db.selectFrom('month_closings').select(columns);
}

/** The closings that stand, oldest month first. */
export function standingClosings(db: ReadableDb): MonthClosing[] {
  return db.all(closings(db).where('reopened_at', 'is', null).orderBy('month')).map(closingOf);
}

/** The closed months that count a case in some figure, oldest first. */
export function countingClosings(db: ReadableDb, caseId: number): Month[] {
  const rows = db.rows<[string]>(
    `SELECT m.month FROM month_closing_cases c
     JOIN month_closings m ON m.id = c.closing_id AND m.reopened_at IS NULL
     WHERE c.case_id = ? AND json_array_length(c.share, '$.figures') > 0 ORDER BY m.month`,
    caseId,
  );
  return rows.map(([month]) => monthOf(month));
}

/** Every closing of a month, the reopened ones too, in the order in which they were made. */
export function closingsOf(db: ReadableDb, month: Month): MonthClosing[] {
  return db.all(closings(db).where('month', '=', month).orderBy('sequence')).map(closingOf);
}

/** Every closing there ever was, oldest month first. */
export function allClosings(db: ReadableDb): MonthClosing[] {
  return db.all(closings(db).orderBy('month').orderBy('sequence')).map(closingOf);
}

/** What a closing froze beside its cases and its file, as JSON. */
export function closingContent(db: ReadableDb, id: number): string {
  const row = db.first(db.selectFrom('month_closings').select('content').where('id', '=', id));
  if (row === undefined) throw new Error(`There is no closing ${id}.`);
  return row.content;
}

/** 未结 and 旧存 of a closing, without reading all that it froze. */
export function closingEnds(
  db: ReadableDb,
  id: number,
): { readonly opening: number; readonly closing: number } {
  const figure = (name: 'opening' | 'closing') => `content ->> '$.report.current.figures.${name}' AS ${name}`;
  const [found] = db.plain<{ readonly opening: number; readonly closing: number }>(
    `SELECT ${figure('opening')}, ${figure('closing')} FROM month_closings WHERE id = ?`,
    id,
  );
  if (found === undefined) throw new Error(`There is no closing ${id}.`);
  return found;
}

/** The frozen file of a closing. */
export function closingFile(db: ReadableDb, id: number): Uint8Array {
  const row = db.first(db.selectFrom('month_closings').select('file').where('id', '=', id));
  if (row === undefined) throw new Error(`There is no closing ${id}.`);
  return row.file;
}

/** Writes a closing and gives its id. */
export function insertClosing(db: WritableDb, closing: NewMonthClosing): number {
  return db.insert('month_closings', {
    month: closing.month,
    sequence: closing.sequence,
    period_from: closing.period.from,
    period_to: closing.period.to,
    calendar: JSON.stringify(closing.calendar),
    counted_by: closing.countedBy,
    last_event: closing.lastEvent,
    content: closing.content,
    file_name: closing.fileName,
    file: closing.file,
    file_sha256: closing.fileSha256,
    content_sha256: closing.contentSha256,
    closed_at: db.command.at,
    closed_by: db.command.staffName,
    reopened_at: null,
    reopened_by: null,
    reopened_reason: null,
  });
}

export function reopenClosing(db: WritableDb, id: number, reason: string): void {
  db.run(
    db
      .updateTable('month_closings')
      .set({ reopened_at: db.command.at, reopened_by: db.command.staffName, reopened_reason: reason })
      .where('id', '=', id),
  );
}

/** The newest event of the register; 0 where there is none. */
export function newestEvent(db: ReadableDb): number {
  return db.rows<[number | null]>('SELECT max(id) FROM events')[0]?.[0] ?? 0;
}

/** How many of some cases have something open that was doubted when they came in (待核). */
export function doubtedAmong(db: ReadableDb, caseIds: readonly number[]): number {
  const [found] = db.rows<[number]>(
    `SELECT count(*) FROM json_each(?) asked JOIN case_figures f ON f.case_id = asked.value WHERE f.doubts > 0`,
    JSON.stringify(caseIds),
  );
  return found?.[0] ?? 0;
}

type NumberRow = InternalNumber & { readonly id: number };

/** The internal numbers of cases, the removed ones too. */
export function internalNumberOf(db: ReadableDb, caseIds: readonly number[]): Map<number, InternalNumber> {
  const rows = db.plain<NumberRow>(
    `SELECT c.id, c.internal_prefix AS prefix, c.internal_year AS year, c.internal_sequence AS sequence
     FROM cases c WHERE c.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(caseIds),
  );
  return new Map(rows.map(({ id, ...number }) => [id, number]));
}
