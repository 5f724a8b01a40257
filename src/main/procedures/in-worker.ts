import { ORPCError } from '@orpc/server';
import type { Progress } from '#shared/contract/procedure.ts';
import type { JobInput, JobName, JobOutput } from '../jobs.ts';
import { JobFailed } from '../tasks.ts';
import type { At } from './kinds.ts';

/** Runs a job in a worker thread and passes on how far it is; an office error of the job is the caller's. */
export async function* working<Name extends JobName>(
  { desk, session }: At,
  job: Name,
  input: JobInput<Name>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, JobOutput<Name>, void> {
  const start = {
    staffName: session.atWork?.name ?? '',
    commandId: desk.newId(),
    now: desk.now().toISOString(),
  };
  try {
    return yield* desk.tasks.run(job, input, start, signal);
  } catch (error) {
    if (error instanceof JobFailed && error.failure.code !== 'FAULT') {
      throw new ORPCError(error.failure.code, { defined: true, data: error.failure.data });
    }
    throw error;
  }
}

/** Runs a job in a worker thread for its result alone. */
export async function inWorker<Name extends JobName>(
  at: At,
  job: Name,
  input: JobInput<Name>,
  signal: AbortSignal | undefined,
): Promise<JobOutput<Name>> {
  const work = working(at, job, input, signal);
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}
