import { setTimeout as wait } from 'node:timers/promises';
import { refreshDates } from './case-dates.ts';
import { refreshFigures } from './figures.ts';
import type { Command, Connection, NewEvent, ReadableDb, WritableDb } from './query.ts';
import { refreshSearch } from './search.ts';

/** Another process holds the register and did not let go in time. */
export class RegisterBusy extends Error {}

const patience = { milliseconds: 5000, firstWait: 5, longestWait: 100 } as const;

/** Begins a transaction that will write; false while another process holds the register. */
function tryBegin({ database }: Connection): boolean {
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (/^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

/**
 * Carries out one command in one immediate transaction: everything it does, its events, and the derived rows of every
 * case that it touched are committed together or not at all. A command that changes rows and leaves no event throws:
 * nothing happens in the register that its history does not tell. Hold the write turn while calling it.
 */
export async function transact<T>(
  connection: Connection,
  command: Command,
  carryOut: (db: WritableDb) => T,
  leavesEvents = true,
): Promise<T> {
  const { database } = connection;
  const deadline = Date.now() + patience.milliseconds;
  // Waiting lets the loop go on; once the transaction has begun nothing is awaited until it has ended.
  for (
    let pause: number = patience.firstWait;
    !tryBegin(connection);
    pause = Math.min(pause * 2, patience.longestWait)
  ) {
    if (Date.now() >= deadline) throw new RegisterBusy();
    await wait(pause);
  }
  try {
    const touched = new Set<number>();
    let events = 0;
    const db = connection.writable(command, (event: NewEvent) => {
      events += 1;
      if (event.subject === 'case') touched.add(event.subjectId);
    });
    const before = totalChanges(connection);
    const result = carryOut(db);
    if (leavesEvents && events === 0 && totalChanges(connection) !== before) {
      throw new Error(`${command.name} changed the register without an event.`);
    }
    // One after the other: the index writes out what it has gathered whenever another table is written in between.
    refreshFigures(db, touched);
    for (const caseId of touched) refreshSearch(db, caseId);
    refreshDates(db, touched);
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Reads in one snapshot, so that statements of one answer agree although another process commits between them. */
export function readAtOnce<T>({ database, readable }: Connection, read: (db: ReadableDb) => T): T {
  if (database.inTransaction) return read(readable);
  database.exec('BEGIN');
  try {
    return read(readable);
  } finally {
    database.exec('COMMIT');
  }
}

function totalChanges(connection: Connection): number {
  const row = connection.readable.plain<{ changes: number }>('SELECT total_changes() AS changes')[0];
  return row?.changes ?? 0;
}
