import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AsyncIteratorClass,
  createRouterClient,
  ORPCError,
  type Router,
  ValidationError,
} from '@orpc/server';
import type { Contract, OfficeClient } from '#shared/contract/index.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { attachmentStore } from './attachments/store.ts';
import { fontFolders, installedFonts } from './fonts/installed.ts';
import { after } from './procedures/after.ts';
import { agreements } from './procedures/agreements.ts';
import { attachments } from './procedures/attachments.ts';
import { cases } from './procedures/cases.ts';
import { checks } from './procedures/checks.ts';
import { consents } from './procedures/consents.ts';
import { contacts } from './procedures/contacts.ts';
import type { Context, Desk, OfficeSession, Shell } from './procedures/desk.ts';
import { disclosures } from './procedures/disclosures.ts';
import { documents } from './procedures/documents.ts';
import { dossiers } from './procedures/dossiers.ts';
import { drafts } from './procedures/drafts.ts';
import { furnish } from './procedures/furnish.ts';
import { handFigures } from './procedures/hand-figures.ts';
import { imports } from './procedures/imports.ts';
import { links } from './procedures/links.ts';
import { mediators } from './procedures/mediators.ts';
import { months } from './procedures/months.ts';
import { moves } from './procedures/moves.ts';
import { office } from './procedures/office.ts';
import { pivots } from './procedures/pivots.ts';
import { plots } from './procedures/plots.ts';
import { reference as referenceProcedures } from './procedures/reference.ts';
import { referrals } from './procedures/referrals.ts';
import { reports } from './procedures/reports.ts';
import { rollups } from './procedures/rollups.ts';
import { sessions } from './procedures/sessions.ts';
import { settings } from './procedures/settings.ts';
import { shell as shellProcedures } from './procedures/shell.ts';
import { statistics } from './procedures/statistics.ts';
import { templates } from './procedures/templates.ts';
import { today } from './procedures/today.ts';
import { closeRegister, openRegister, RegisterRefused } from './register/open.ts';
import type { Connection } from './register/query.ts';
import { warmColumns } from './register/statistics/columns.ts';
import { reference } from './resources.ts';
import { createTasks } from './tasks.ts';
import { watchRegister } from './watch.ts';
import { createWriteTurn } from './write-turn.ts';

export type { Context, OfficeSession, Shell } from './procedures/desk.ts';
export { RegisterRefused } from './register/open.ts';

export type OfficeOptions = {
  readonly dataDir: string;
  /** The present instant; tests and the demo set it. */
  readonly clock?: () => Date;
  /** New unique identities, in the order of time. */
  readonly ids?: () => string;
  readonly shell?: Shell;
  readonly demo?: boolean;
  /** Where the machine keeps its fonts; tests set it. */
  readonly fontFolders?: readonly string[];
};

type Verbs = Readonly<Record<string, (desk: Desk) => unknown>>;
type AtDesk<Made extends Verbs> = { [Verb in keyof Made]: ReturnType<Made[Verb]> };

/** The procedures of one noun, working at a desk. */
function at<Made extends Verbs>(desk: Desk, verbs: Made): AtDesk<Made> {
  return Object.fromEntries(Object.entries(verbs).map(([verb, make]) => [verb, make(desk)])) as AtDesk<Made>;
}

/** Every procedure of the contract; one that nobody carries out does not compile. */
function routerAt(desk: Desk): Router<Contract, Context> {
  return {
    after: at(desk, after),
    agreements: at(desk, agreements),
    attachments: at(desk, attachments),
    cases: at(desk, cases),
    checks: at(desk, checks),
    consents: at(desk, consents),
    contacts: at(desk, contacts),
    disclosures: at(desk, disclosures),
    documents: at(desk, documents),
    dossiers: at(desk, dossiers),
    drafts: at(desk, drafts),
    handFigures: at(desk, handFigures),
    imports: at(desk, imports),
    links: at(desk, links),
    mediators: at(desk, mediators),
    months: at(desk, months),
    moves: at(desk, moves),
    office: at(desk, office),
    plots: at(desk, plots),
    pivots: at(desk, pivots),
    reference: at(desk, referenceProcedures),
    referrals: at(desk, referrals),
    reports: at(desk, reports),
    rollups: at(desk, rollups),
    sessions: at(desk, sessions),
    settings: at(desk, settings),
    shell: at(desk, shellProcedures),
    statistics: at(desk, statistics),
    templates: at(desk, templates),
    today: at(desk, today),
  };
}

/** UUID version 7 (RFC 9562): the time first, so that new identities sort after old ones. */
function uuidAt(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

type Next = { readonly next: () => unknown };

/**
 * Makes of every error one that the contract declares, also where it comes while a task is telling how far it is. What is
 * no office error is a fault: it is logged under an id with its code and place only, because a message may carry what
 * somebody typed.
 */
function declaredErrors(dataDir: string, now: () => Date) {
  function declared(error: unknown): unknown {
    if (error instanceof ORPCError && (error.defined || error.code === 'NOT_FOUND')) return error;
    if (
      error instanceof ORPCError &&
      error.cause instanceof ValidationError &&
      error.code === 'BAD_REQUEST'
    ) {
      const issues = error.cause.issues.map((issue) => ({
        path: (issue.path ?? []).map((key) => String(typeof key === 'object' ? key.key : key)).join('.'),
        message: issue.message,
      }));
      return new ORPCError('INVALID', { defined: true, status: 422, data: { issues } });
    }
    // Whoever left does not hear it, and nothing is wrong.
    if (error instanceof Error && error.name === 'AbortError') return error;
    const id = newFaultId();
    logFault(dataDir, now(), id, error);
    return new ORPCError('FAULT', { defined: true, status: 500, data: { id } });
  }

  async function withDeclared<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw declared(error);
    }
  }

  return async ({ next }: Next): Promise<unknown> => {
    const answer = await withDeclared(async () => next());
    if (!isIterator(answer)) return answer;
    return new AsyncIteratorClass(
      () => withDeclared(() => answer.next()),
      async () => void (await answer.return?.()),
    );
  };
}

function isIterator(answer: unknown): answer is AsyncIterableIterator<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer && 'next' in answer;
}

function logFault(dataDir: string, at: Date, id: string, error: unknown): void {
  const code = (error as { code?: unknown }).code;
  // The stack begins with the message, and a message of several lines may look like a place.
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '';
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const name = error instanceof Error ? error.name : typeof error;
  const lines = [
    `${at.toISOString()} ${id} ${name} ${typeof code === 'string' ? code : ''}`,
    ...places.slice(0, 12),
  ];
  try {
    appendFileSync(join(dataDir, 'faults.log'), `${lines.join('\n')}\n`);
  } catch {
    // A fault must reach the person even where the disk takes no log line.
  }
}

/** Opens the register; what went wrong inside where it is refused is logged, the person gets the sentence. */
function openOrLog(dataDir: string, now: () => Date): Connection {
  try {
    return openRegister(dataDir);
  } catch (error) {
    if (error instanceof RegisterRefused && error.cause !== undefined) {
      logFault(dataDir, now(), newFaultId(), error.cause);
    }
    throw error;
  }
}

function newFaultId(): string {
  return randomBytes(4).toString('hex');
}

export type Office = {
  readonly router: Router<Contract, Context>;
  /** What every handler of the router must be given; a new list each time. */
  readonly interceptors: never[];
  openSession(at?: { readonly name?: string }): OfficeSession;
  /** A client in the same process, for the command line and tests. */
  client(session: OfficeSession): OfficeClient;
  /** Waits for the write that is under way, then closes the register. */
  close(): Promise<void>;
  readonly dataDir: string;
};

/**
 * Opens the register of a data folder and everything that works on it. Plain Node: any host can own it. Throws
 * `RegisterRefused` where the register cannot be opened safely.
 */
export async function createOffice(options: OfficeOptions): Promise<Office> {
  const now = options.clock ?? (() => new Date());
  const newId = options.ids ?? (() => uuidAt(now()));
  const register = openOrLog(options.dataDir, now);
  const turn = createWriteTurn();
  const watch = watchRegister(register);
  const tasks = createTasks({ dataDir: options.dataDir, register, turn, changed: watch.changed });
  const desk: Desk = {
    register,
    turn,
    tasks,
    attachments: attachmentStore(options.dataDir),
    reference: reference(),
    shell: options.shell ?? null,
    dataDir: options.dataDir,
    demo: options.demo ?? false,
    programVersion: packageJson.version,
    now,
    today: () => localDateInShanghai(now()),
    newId,
    installedFonts: () => installedFonts(options.fontFolders ?? fontFolders(process.platform, process.env)),
    changed: watch.changed,
    changes: watch.changes,
  };
  await furnish(desk);
  await desk.attachments.sweep(now());
  const closing = new AbortController();
  // What goes wrong with it will be met, and told, by whoever asks for figures.
  warmColumns(register, closing.signal).catch(() => {});

  const router = routerAt(desk);
  // A new list each time: a handler adds its own to the one that it is given.
  const interceptors = () => [declaredErrors(options.dataDir, now)] as never[];

  function openSession(at: { readonly name?: string } = {}): OfficeSession {
    return { atWork: at.name === undefined ? null : { id: null, name: at.name } };
  }

  /** A client in the same process, for the command line and tests. */
  function client(session: OfficeSession): OfficeClient {
    return createRouterClient(router, {
      context: { session },
      interceptors: interceptors(),
    }) as unknown as OfficeClient;
  }

  /** Waits for the write that is under way, then closes the register. */
  async function close(): Promise<void> {
    closing.abort();
    watch.close();
    await tasks.close();
    await turn.idle();
    closeRegister(register);
  }

  return {
    router,
    get interceptors() {
      return interceptors();
    },
    openSession,
    client,
    close,
    dataDir: options.dataDir,
  };
}
