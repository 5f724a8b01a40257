import { parentPort, workerData } from 'node:worker_threads';
import { jobs } from './jobs.ts';
import { busy } from './procedures/errors.ts';
import { openBeside } from './register/open.ts';
import type { Connection, WritableDb } from './register/query.ts';
import { RegisterBusy, transact } from './register/transact.ts';
import { reference } from './resources.ts';
import { type FromWorker, failureOf, type ToWorker, type WorkerStart } from './tasks.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');
const start = workerData as WorkerStart;

function say(message: FromWorker): void {
  port?.postMessage(message);
}

function heard(): Promise<ToWorker> {
  return new Promise((resolve) => port?.once('message', resolve));
}

/** Waits for the process's write turn, which the main thread hands out. */
async function turnGranted(): Promise<void> {
  const granted = heard();
  say({ kind: 'wantTurn' });
  await granted;
}

/** Begins with the columns of the main thread, where it has them ready. */
async function takeColumns(register: Connection, message: ToWorker | null): Promise<void> {
  if (message?.kind !== 'columns' || message.columns === null) return;
  const { takeOver } = await import('./register/statistics/columns.ts');
  takeOver(register, message.columns);
}

let opened: Connection | undefined;
try {
  const columns = start.columnsFollow ? heard() : null;
  const register = openBeside(start.dataDir);
  opened = register;
  const job = await jobs[start.job]();
  await takeColumns(register, await columns);
  const output = await job(start.input as never, {
    register,
    get reference() {
      return reference();
    },
    dataDir: start.dataDir,
    now: start.now,
    staffName: start.staffName,
    progress: (progress) => say({ kind: 'progress', progress }),
    write: async <T>(name: string, carryOut: (db: WritableDb) => T): Promise<T> => {
      say({ kind: 'progress', progress: { stage: 'waiting', done: 0, total: null } });
      await turnGranted();
      try {
        const command = { id: start.commandId, name, at: start.now, staffName: start.staffName };
        return await transact(register, command, carryOut);
      } finally {
        say({ kind: 'turnDone' });
      }
    },
  });
  say({ kind: 'done', output });
} catch (error) {
  say({ kind: 'failed', failure: failureOf(error instanceof RegisterBusy ? busy() : error) });
} finally {
  opened?.database.close();
}
