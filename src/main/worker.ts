import { parentPort, workerData } from 'node:worker_threads';
import { jobs } from './jobs.ts';
import { busy } from './procedures/errors.ts';
import { openBeside } from './register/open.ts';
import type { Connection, WritableDb } from './register/query.ts';
import { RegisterBusy, transact } from './register/transact.ts';
import { reference } from './resources.ts';
import { type FromWorker, failureOf, type WorkerStart } from './tasks.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');
const start = workerData as WorkerStart;

function say(message: FromWorker): void {
  port?.postMessage(message);
}

/** Waits for the process's write turn, which the main thread hands out. */
function turnGranted(): Promise<void> {
  const granted = new Promise<void>((resolve) => port?.once('message', () => resolve()));
  say({ kind: 'wantTurn' });
  return granted;
}

let opened: Connection | undefined;
try {
  const register = openBeside(start.dataDir);
  opened = register;
  const job = await jobs[start.job]();
  const output = await job(start.input as never, {
    register,
    reference: reference(),
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
