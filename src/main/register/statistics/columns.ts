import { setTimeout as wait } from 'node:timers/promises';
import type { Connection, ReadableDb } from '../query.ts';
import { type CopiedState, copyOf, storeOfCopy } from './columns/copy.ts';
import { type CaseColumns, emptyState } from './columns/state.ts';
import { createStore, type ReadPayment, type ReadRow, type Store } from './columns/store.ts';

export { dayNumber, dayOfNumber, never } from '#shared/domain/day-number.ts';
export {
  type CaseColumns,
  type CodeColumn,
  type CodeValue,
  claimOf,
  codeColumns,
  type DayColumn,
  dayColumns,
  type FenColumn,
  fenColumns,
} from './columns/state.ts';

/** The columns of one connection and how far they follow the register. */
type Kept = {
  store: Store;
  /** The newest event whose case is in the columns as it was after it, or later. */
  seen: number;
  /** Cases up to this id have been read; undefined when all have. */
  readTo: number | undefined;
};

const keptBy = new WeakMap<object, Kept>();

// In the order of `ReadRow`.
const rowSql = `
  SELECT case_id, registered_on, received_on, ended_on, confirmed_on, applied_on, rejected_on, due_on,
    performance_due_on, performed_on, enforced_on, closing_code, channel, source, court_id, cause_id, mediator_id,
    sector, studio_id, organisation_id, district,
    partly + no_property * 2 + imported * 4 + confirmable * 8, marks, parties, suspended_days,
    claim_fen, agreed_fen, paid_fen
  FROM case_figures`;
const sliceSql = `${rowSql} WHERE case_id > ? ORDER BY case_id LIMIT ?`;
const changedSql = `${rowSql} WHERE case_id IN (SELECT value FROM json_each(+?))`;
const paymentSql = 'SELECT case_id, paid_on, amount_fen FROM payments WHERE cancelled_at IS NULL AND case_id';
const slicePaymentSql = `${paymentSql} BETWEEN ? AND ?`;
const changedPaymentSql = `${paymentSql} IN (SELECT value FROM json_each(+?))`;

function newestEvent(db: ReadableDb): number {
  return db.rows<[number | null]>('SELECT max(id) FROM events')[0]?.[0] ?? 0;
}

/** Columns that are still empty; every event that comes from now on is followed later. */
function begin(db: ReadableDb): Kept {
  const seen = newestEvent(db);
  const [[newest] = [null]] = db.rows<[number | null]>('SELECT max(case_id) FROM case_figures');
  return { store: createStore(emptyState(Math.ceil((newest ?? 0) * 1.05))), seen, readTo: 0 };
}

/** Reads so many cases more. */
function readOn(db: ReadableDb, kept: Kept, most: number): void {
  if (kept.readTo === undefined) return;
  const rows = db.rows<ReadRow>(sliceSql, kept.readTo, most);
  for (const row of rows) kept.store.put(row);
  const last = rows.at(-1)?.[0] as number | undefined;
  if (last !== undefined) {
    const payments = db.rows<ReadPayment>(slicePaymentSql, kept.readTo + 1, last);
    for (const payment of payments) kept.store.putPayment(payment);
  }
  kept.readTo = rows.length < most ? undefined : last;
}

const atOnce = 5000;

function readToEnd(db: ReadableDb, kept: Kept): void {
  while (kept.readTo !== undefined) readOn(db, kept, atOnce);
}

function readAnew(db: ReadableDb, { store }: Kept, caseIds: readonly number[]): void {
  store.dropPayments(caseIds);
  const asked = JSON.stringify(caseIds);
  const rows = db.rows<ReadRow>(changedSql, asked);
  const present = new Set(rows.map(([id]) => id));
  for (const row of rows) store.put(row);
  for (const caseId of caseIds) if (!present.has(caseId)) store.remove(caseId);
  for (const payment of db.rows<ReadPayment>(changedPaymentSql, asked)) store.putPayment(payment);
}

type Period = readonly [caseId: number, dueOn: string | null, suspendedDays: number];
const periodSql = `SELECT case_id, due_on, suspended_days FROM case_figures WHERE case_id > ? ORDER BY case_id LIMIT ?`;

/** Reads anew what rests on the settings and the calendars. */
function readPeriods(db: ReadableDb, { store }: Kept): void {
  for (let after = 0, rows: Period[]; ; ) {
    rows = db.rows<Period>(periodSql, after, atOnce);
    for (const period of rows) store.putPeriod(...period);
    after = rows.at(-1)?.[0] ?? after;
    if (rows.length < atOnce) return;
  }
}

// The plus keeps SQLite from walking all events of cases, where only the newest are asked for.
const changedCasesSql = `SELECT DISTINCT subject_id FROM events WHERE id > ? AND +subject = 'case'`;
const changedRulesSql = `SELECT 1 FROM events WHERE id > ? AND +subject = 'office'
  AND (what = 'calendarSaved' OR what = 'settingSaved' AND after ->> '$.period' IS NOT NULL) LIMIT 1`;

/** Brings the columns up to the newest event; false where it is quicker to read everything anew. */
function follow(db: ReadableDb, kept: Kept): boolean {
  const newest = newestEvent(db);
  if (newest === kept.seen) return true;
  // Only in a register that was put back to an older state.
  if (newest < kept.seen) return false;
  const changed = db.rows<[number]>(changedCasesSql, kept.seen).map(([id]) => id);
  if (changed.length > 200 && changed.length > kept.store.columns.count / 5) return false;
  if (db.rows(changedRulesSql, kept.seen).length > 0) readPeriods(db, kept);
  if (changed.length > 0) readAnew(db, kept, changed);
  kept.seen = newest;
  return true;
}

/** Derived rows are only made when a command ends: what it has written itself cannot be counted yet. */
function refuseHalfWritten(db: ReadableDb, { seen }: Kept): void {
  if (!('command' in db)) return;
  const { id } = db.command as { readonly id: string };
  if (db.rows('SELECT 1 FROM events WHERE id > ? AND command_id = ? LIMIT 1', seen, id).length === 0) return;
  throw new Error('A command has to count before it writes: its own cases are not in the figures yet.');
}

/**
 * The live cases of the register as columns, as they are after the newest event that `db` sees, of this process or
 * another: kept for each connection and followed event by event. A command may ask before its first event; afterwards
 * it throws.
 */
export function columnsOf(db: ReadableDb): CaseColumns {
  let kept = keptBy.get(db.connection);
  if (kept !== undefined) refuseHalfWritten(db, kept);
  if (kept === undefined) {
    kept = begin(db);
    refuseHalfWritten(db, { ...kept, seen: 0 });
    keptBy.set(db.connection, kept);
  }
  readToEnd(db, kept);
  if (!follow(db, kept)) {
    kept = begin(db);
    keptBy.set(db.connection, kept);
    readToEnd(db, kept);
  }
  return kept.store.columns;
}

/**
 * Milliseconds: how long after the start it begins, when the first page has its answers; for how long a piece may hold
 * up the loop, and for how long the loop is left alone after it.
 */
const pace = { start: 300, piece: 8, pause: 6 } as const;

/**
 * Reads the columns of a connection piece by piece, so that nobody waits for them later and nothing waits now. Ends
 * early when the register is closed or `signal` says so; what is then missing is read by whoever asks first.
 */
export async function warmColumns(connection: Connection, signal?: AbortSignal): Promise<void> {
  const { database, readable } = connection;
  let most = 200;
  for (let pause: number = pace.start; ; pause = pace.pause) {
    await wait(pause, undefined, { ref: false });
    if (!database.open || signal?.aborted === true) return;
    let kept = keptBy.get(readable.connection);
    if (kept === undefined) {
      kept = begin(readable);
      keptBy.set(readable.connection, kept);
    }
    if (kept.readTo === undefined) return;
    const started = performance.now();
    readOn(readable, kept, most);
    const taken = Math.max(0.1, performance.now() - started);
    most = Math.max(100, Math.min(most * 2, Math.round((most * pace.piece) / taken)));
  }
}

/** The columns of a connection for another thread of the process, which follows the register from there. */
export type HandedColumns = { readonly state: CopiedState; readonly seen: number };

/**
 * A copy of the columns of a connection, and the buffers that can go over with it; null where they are not read to the
 * end yet, or have changed while they were copied: then the other thread reads them itself.
 */
export async function handOver({
  readable,
}: Connection): Promise<{ readonly columns: HandedColumns; readonly buffers: ArrayBuffer[] } | null> {
  const kept = keptBy.get(readable.connection);
  if (kept === undefined || kept.readTo !== undefined) return null;
  const { seen } = kept;
  const { state, buffers } = await copyOf(kept.store.state);
  return keptBy.get(readable.connection) === kept && kept.seen === seen
    ? { columns: { state, seen }, buffers }
    : null;
}

/** Begins with columns that were handed over, in place of reading them. */
export function takeOver({ readable }: Connection, { state, seen }: HandedColumns): void {
  keptBy.set(readable.connection, { store: storeOfCopy(state), seen, readTo: undefined });
}
