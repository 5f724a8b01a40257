import type { JobInput, JobName, JobOutput } from '../jobs.ts';
import type { Working } from '../tasks.ts';
import type { At } from './kinds.ts';

/** Runs a job in a worker thread and passes on how far it is; an office error of the job is the caller's. */
export function working<Name extends JobName>(
  { desk, session }: At,
  job: Name,
  input: JobInput<Name>,
  signal: AbortSignal | undefined,
): Working<JobOutput<Name>> {
  const start = {
    staffName: session.atWork?.name ?? '',
    commandId: desk.newId(),
    now: desk.now().toISOString(),
  };
  return desk.tasks.run(job, input, start, signal);
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
