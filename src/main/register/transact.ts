import { setTimeout as wait } from 'node:timers/promises';
import { refreshFigures } from './figures.ts';
import type { Command, Connection, NewEvent, WritableDb } from './query.ts';
import { refreshSearch } from './search.ts';

/** Another process holds the register and did not let go in time. */
export class RegisterBusy extends Error {}

const patience = { milliseconds: 5000, firstWait: 5, longestWait: 100 } as const;

/** Begins a transaction that will write; waits for another process without blocking the loop. Throws `RegisterBusy`. */
export async function begin(connection: Connection): Promise<void> {
  const deadline = Date.now() + patience.milliseconds;
  for (let pause: number = patience.firstWait; ; pause = Math.min(pause * 2, patience.longestWait)) {
    try {
      connection.database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!/^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')) throw error;
      if (Date.now() >= deadline) throw new RegisterBusy();
      await wait(pause);
    }
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
  await begin(connection);
  const { database } = connection;
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
    for (const caseId of touched) {
      refreshFigures(db, caseId);
      refreshSearch(db, caseId);
    }
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function totalChanges(connection: Connection): number {
  const row = connection.readable.plain<{ changes: number }>('SELECT total_changes() AS changes')[0];
  return row?.changes ?? 0;
}
