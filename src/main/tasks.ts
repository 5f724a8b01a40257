import { Worker } from 'node:worker_threads';
import type { Progress } from '#shared/contract/procedure.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import type { WriteTurn } from './write-turn.ts';

/** What the worker thread says to the main thread. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'wantTurn' }
  | { readonly kind: 'turnDone' }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error: JobFailure };

export type JobFailure = {
  readonly code: string;
  readonly data: unknown;
  readonly message: string;
  readonly stack: string | undefined;
};

export type WorkerStart = {
  readonly dataDir: string;
  readonly job: JobName;
  readonly input: unknown;
  readonly staffName: string;
  readonly commandId: string;
  readonly now: string;
};

/** An office error or fault that was thrown in the worker thread. */
export class JobFailed extends Error {
  readonly failure: JobFailure;
  constructor(failure: JobFailure) {
    super(failure.message);
    this.failure = failure;
    if (failure.stack !== undefined) this.stack = failure.stack;
  }
}

export type JobStart = Pick<WorkerStart, 'staffName' | 'commandId' | 'now'>;

/** Work that would block for more than 50 ms: each piece in a worker thread with a connection of its own. */
export type Tasks = {
  run<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    start: JobStart,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, JobOutput<Name>, void>;
  /** Ends what is still running: a transaction that has not committed is rolled back whole. */
  close(): Promise<void>;
};

const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

export function createTasks(dataDir: string, turn: WriteTurn, changed: () => void): Tasks {
  const running = new Set<Worker>();

  async function* run<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    start: JobStart,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, JobOutput<Name>, void> {
    const said: (FromWorker | { readonly kind: 'gone' })[] = [];
    let wake = () => {};
    let passOn: (() => void) | undefined;
    const worker = new Worker(entry, { workerData: { ...start, dataDir, job, input } satisfies WorkerStart });
    running.add(worker);

    function endTurn(): void {
      passOn?.();
      passOn = undefined;
    }
    function hear(message: FromWorker | { readonly kind: 'gone' }): void {
      said.push(message);
      wake();
    }
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'wantTurn') {
        void turn.take().then((pass) => {
          passOn = pass;
          worker.postMessage('turn');
        });
      } else if (message.kind === 'turnDone') {
        endTurn();
        changed();
      } else hear(message);
    });
    worker.on('error', (error: Error) => {
      hear({
        kind: 'failed',
        error: { code: 'FAULT', data: null, message: error.message, stack: error.stack },
      });
    });
    worker.on('exit', () => {
      running.delete(worker);
      // Whatever ended the worker, the turn must not stay with it.
      endTurn();
      hear({ kind: 'gone' });
    });
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });

    try {
      for (;;) {
        const message = said.shift();
        if (message === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else if (message.kind === 'progress') yield message.progress;
        else if (message.kind === 'done') return message.output as JobOutput<Name>;
        else if (message.kind === 'failed') throw new JobFailed(message.error);
        else if (message.kind === 'gone') throw new Error(`The worker of ${job} ended before its work.`);
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      await worker.terminate();
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }

  return { run, close };
}
