import { Worker } from 'node:worker_threads';
import { AsyncIteratorClass, ORPCError } from '@orpc/server';
import type { Progress } from '#shared/contract/procedure.ts';
import { countingJobs, type JobInput, type JobName, type JobOutput } from './jobs.ts';
import type { Connection } from './register/query.ts';
import { type HandedColumns, handOver } from './register/statistics/columns.ts';
import type { WriteTurn } from './write-turn.ts';

/** What the worker thread says to the main thread. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'wantTurn' }
  | { readonly kind: 'turnDone' }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: JobFailure };

/** What the main thread says to the worker thread: columns once, if it was started so; and that it has the turn. */
export type ToWorker =
  | { readonly kind: 'columns'; readonly columns: HandedColumns | null }
  | { readonly kind: 'turn' };

/** What ended a job, as far as it crosses to the main thread: an office error whole, a fault without its data. */
export type JobFailure =
  | { readonly kind: 'office'; readonly code: string; readonly status: number; readonly data: unknown }
  | {
      readonly kind: 'fault';
      readonly name: string;
      readonly code: string | null;
      readonly message: string;
      readonly stack: string | null;
    };

export type WorkerStart = {
  readonly dataDir: string;
  readonly job: JobName;
  readonly input: unknown;
  /** The first message will be the columns, or that there are none. */
  readonly columnsFollow: boolean;
  readonly staffName: string;
  readonly commandId: string;
  readonly now: string;
};

/** What a job threw, so that it can cross: the log tells a fault by its name, its code and its place. */
export function failureOf(thrown: unknown): JobFailure {
  if (thrown instanceof ORPCError) {
    return { kind: 'office', code: thrown.code, status: thrown.status, data: thrown.data };
  }
  if (!(thrown instanceof Error)) {
    return { kind: 'fault', name: typeof thrown, code: null, message: String(thrown), stack: null };
  }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  return {
    kind: 'fault',
    name: thrown.name,
    code,
    message: thrown.message,
    stack: thrown.stack ?? null,
  };
}

/** What was thrown in the worker thread: an office error as one, anything else as a fault with its place there. */
function thrownIn(failure: JobFailure): Error {
  if (failure.kind === 'office') {
    const { code, status, data } = failure;
    return new ORPCError(code, { defined: true, status, data });
  }
  const { name, code, message, stack } = failure;
  const fault = Object.assign(new Error(message), { name }, code === null ? {} : { code });
  fault.stack = stack ?? name;
  return fault;
}

export type JobStart = Pick<WorkerStart, 'staffName' | 'commandId' | 'now'>;

/** How far a piece of work is, and then its result. */
export type Working<Result> = AsyncIteratorObject<Progress, Result, void>;

/** Work that would block for more than 50 ms: each piece in a worker thread with a connection of its own. */
export type Tasks = {
  /** Leaving the answer, or aborting, ends the worker at once, whatever it is waiting for. */
  run<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    start: JobStart,
    signal: AbortSignal | undefined,
  ): Working<JobOutput<Name>>;
  /** Ends what is still running: a transaction that has not committed is rolled back whole. */
  close(): Promise<void>;
};

const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

export type TasksOf = {
  readonly dataDir: string;
  readonly register: Connection;
  readonly turn: WriteTurn;
  /** Told after every command of a job. */
  readonly changed: () => void;
};

export function createTasks({ dataDir, register, turn, changed }: TasksOf): Tasks {
  const running = new Set<Worker>();

  function run<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    start: JobStart,
    signal: AbortSignal | undefined,
  ): Working<JobOutput<Name>> {
    const left = new AbortController();
    const ended = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]);
    const steps = work(job, input, start, ended);
    // A generator that is waiting takes no `return` until it goes on, so the worker is ended from beside it.
    return new AsyncIteratorClass<Progress, JobOutput<Name>, void>(
      () => steps.next(),
      async () => {
        left.abort();
        await steps.return(undefined as never);
      },
    );
  }

  async function* work<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    start: JobStart,
    signal: AbortSignal,
  ): AsyncGenerator<Progress, JobOutput<Name>, void> {
    const said: (FromWorker | { readonly kind: 'gone' })[] = [];
    let wake = () => {};
    let passOn: (() => void) | undefined;
    const gone = new AbortController();
    signal.throwIfAborted();
    const columnsFollow = countingJobs.has(job);
    const workerData = { ...start, dataDir, job, input, columnsFollow } satisfies WorkerStart;
    const worker = new Worker(entry, { workerData });
    running.add(worker);
    const say = (message: ToWorker, transfer: ArrayBuffer[] = []) => worker.postMessage(message, transfer);
    if (columnsFollow) {
      handOver(register).then(
        (handed) => say({ kind: 'columns', columns: handed?.columns ?? null }, handed?.buffers),
        () => say({ kind: 'columns', columns: null }),
      );
    }

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
        turn.take(gone.signal).then(
          (pass) => {
            passOn = pass;
            say({ kind: 'turn' });
          },
          () => undefined,
        );
      } else if (message.kind === 'turnDone') {
        endTurn();
        changed();
      } else hear(message);
    });
    worker.on('error', (error: unknown) => hear({ kind: 'failed', failure: failureOf(error) }));
    worker.on('exit', () => {
      running.delete(worker);
      // Whatever ended the worker, the turn must neither stay with it nor come to it.
      gone.abort();
      endTurn();
      hear({ kind: 'gone' });
    });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });

    try {
      for (;;) {
        const message = said.shift();
        if (message === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else if (message.kind === 'progress') yield message.progress;
        else if (message.kind === 'done') return message.output as JobOutput<Name>;
        else if (message.kind === 'failed') throw thrownIn(message.failure);
        else if (message.kind === 'gone') {
          signal.throwIfAborted();
          throw new Error(`The worker of ${job} ended before its work.`);
        }
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await worker.terminate();
    }
  }

  async function close(): Promise<void> {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }

  return { run, close };
}
