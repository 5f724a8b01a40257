import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput, Meta } from '@orpc/contract';
import { type ContractProcedure, Procedure } from '@orpc/server';
import type { Progress } from '#shared/contract/procedure.ts';
import type { Command, ReadableDb, WritableDb } from '../register/query.ts';
import { RegisterBusy, readAtOnce, transact } from '../register/transact.ts';
import type { Context, Desk, OfficeSession } from './desk.ts';
import { busy, nobodyAtWork } from './errors.ts';

/** What every kind is handed beside its database: the desk it works at and the connection that asks. */
export type At = { readonly desk: Desk; readonly session: OfficeSession };
export type AtWork = At & { readonly staffName: string };

type Handling<I extends AnySchema> = {
  readonly input: InferSchemaOutput<I>;
  readonly context: Context;
  readonly signal?: AbortSignal | undefined;
};

/** Joins a procedure of the contract with what carries it out. */
function carriedOutBy<I extends AnySchema, O extends AnySchema, E extends ErrorMap, M extends Meta>(
  procedure: ContractProcedure<I, O, E, M>,
  handler: (handling: Handling<I>) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>,
): Procedure<Context, Context, I, O, E, M> {
  return new Procedure({
    ...procedure['~orpc'],
    middlewares: [],
    inputValidationIndex: 0,
    outputValidationIndex: 0,
    handler,
  });
}

/** Asks the register and changes nothing: it gets a database that has no door to a write. */
export function query<I extends AnySchema, O extends AnySchema, E extends ErrorMap, M extends Meta>(
  procedure: ContractProcedure<I, O, E, M>,
  answer: (db: ReadableDb, input: InferSchemaOutput<I>, at: At) => InferSchemaInput<O>,
) {
  return (desk: Desk) =>
    carriedOutBy(procedure, ({ input, context }) =>
      readAtOnce(desk.register, (db) => answer(db, input, { desk, session: context.session })),
    );
}

/**
 * Changes the register: runs synchronously inside one immediate transaction, appends an event for each subject that it
 * touches, and is refused while nobody has said who is at work. An async function does not compile here. `name` is
 * kept in its events.
 */
export function command<I extends AnySchema, O extends AnySchema, E extends ErrorMap, M extends Meta>(
  name: string,
  procedure: ContractProcedure<I, O, E, M>,
  carryOut: (db: WritableDb, input: InferSchemaOutput<I>, at: AtWork) => InferSchemaInput<O>,
  options: { readonly leavesEvents: boolean } = { leavesEvents: true },
) {
  return (desk: Desk) =>
    carriedOutBy(procedure, async ({ input, context }) => {
      const at = atWork(desk, context.session);
      return write(desk, name, at.staffName, (db) => carryOut(db, input, at), options.leavesEvents);
    });
}

/** Takes its time and holds no transaction; what it must write it writes with `write`. */
export function task<I extends AnySchema, O extends AnySchema, E extends ErrorMap, M extends Meta>(
  procedure: ContractProcedure<I, O, E, M>,
  work: (
    input: InferSchemaOutput<I>,
    at: At,
    signal: AbortSignal | undefined,
  ) => Promise<InferSchemaInput<O>>,
) {
  return (desk: Desk) =>
    carriedOutBy(procedure, ({ input, context, signal }) =>
      work(input, { desk, session: context.session }, signal),
    );
}

/** A task that yields how far it is and returns its result; leaving the iterator cancels it where that is safe. */
export type Progressing<Result> = AsyncGenerator<Progress, Result, void>;

/** Carries out a synchronous piece of writing as one command; tasks write with it. */
export async function write<T>(
  desk: Desk,
  name: string,
  staffName: string,
  carryOut: (db: WritableDb) => T,
  leavesEvents = true,
): Promise<T> {
  const command: Command = { id: desk.newId(), name, at: desk.now().toISOString(), staffName };
  const passOn = await desk.turn.take();
  try {
    const result = await transact(desk.register, command, carryOut, leavesEvents);
    // What leaves no event is no fact of the register: no page shows it, so none has to ask anew.
    if (leavesEvents) desk.changed();
    return result;
  } catch (error) {
    throw error instanceof RegisterBusy ? busy() : error;
  } finally {
    passOn();
  }
}

/** Who is at work in a connection; FORBIDDEN while nobody is. */
export function atWork(desk: Desk, session: OfficeSession): AtWork {
  if (session.atWork === null) throw nobodyAtWork();
  return { desk, session, staffName: session.atWork.name };
}
