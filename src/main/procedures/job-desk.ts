import type { Progress } from '#shared/contract/procedure.ts';
import type { Connection, WritableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';

/** What a job works with, inside its worker thread. */
export type JobDesk = {
  readonly register: Connection;
  readonly reference: Reference;
  readonly dataDir: string;
  /** UTC instant at which the job was asked for. */
  readonly now: string;
  readonly staffName: string;
  progress(progress: Progress): void;
  /** One command in one transaction, in the process's write turn. */
  write<T>(name: string, carryOut: (db: WritableDb) => T): Promise<T>;
};
