import type { Database, Statement } from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  type Insertable,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { EventSubject, Schema } from './schema.ts';

/** Kysely writes the SQL and nothing else: its own driver would let awaits into a transaction (design.md §5). */
const kysely = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A value that SQLite can be given. */
export type Parameter = string | number | bigint | null;

/** What a query gets: it can select, and the type has no door to anything that writes. */
export type ReadableDb = Pick<Kysely<Schema>, 'selectFrom'> & {
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** Plain SQL for search and figures; a statement that would write throws. */
  plain<Row>(sql: string, ...parameters: readonly Parameter[]): Row[];
  /** The same with each row as a list of its values: half the time where a million rows are read. */
  rows<Row extends readonly unknown[]>(sql: string, ...parameters: readonly Parameter[]): Row[];
  /** The same object for everything that reads through one connection: what is kept beside it hangs on this. */
  readonly connection: object;
};

/** The command that is being carried out: its id joins the events it leaves. */
export type Command = {
  readonly id: string;
  /** Such as `cases.register`. */
  readonly name: string;
  /** UTC instant, ISO 8601. */
  readonly at: string;
  readonly staffName: string;
};

export type NewEvent = {
  readonly subject: EventSubject;
  readonly subjectId: number;
  /** What happened, as a key that the history page words. */
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** What a command gets, inside its one immediate transaction. */
export type WritableDb = ReadableDb &
  Pick<Kysely<Schema>, 'insertInto' | 'updateTable' | 'deleteFrom'> & {
    readonly command: Command;
    /** Inserts one row and gives its id; an import inserts thousands, so the SQL of each shape is written once. */
    insert<Table extends keyof Schema & string>(table: Table, row: Insertable<Schema[Table]>): number;
    /** Runs a write and tells how many rows it changed and the last row id. */
    run(query: Compilable<unknown>): { readonly changes: number; readonly id: number };
    /** Runs a plain SQL write: for the search index and the derived rows only. */
    runPlain(sql: string, ...parameters: readonly Parameter[]): void;
    /** Appends an event; one of a case also has its derived rows made anew before the transaction ends. */
    event(event: NewEvent): void;
  };

function statements(database: Database) {
  const prepared = new Map<string, Statement<unknown[]>>();
  return (sql: string) => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = database.prepare<unknown[]>(sql);
      // Lists and imports repeat a few hundred statements; a bound keeps odd filters from piling up.
      if (prepared.size > 500) prepared.clear();
      prepared.set(sql, statement);
    }
    return statement;
  };
}

export type Connection = {
  readonly database: Database;
  readonly readable: ReadableDb;
  writable(command: Command, touch: (event: NewEvent) => void): WritableDb;
};

const inserts = new Map<string, string>();

/** Wraps an open database, with its prepared statements kept. */
export function connect(database: Database): Connection {
  const prepare = statements(database);
  const lists = new Map<string, Statement<unknown[]>>();

  /** A statement of its own, because the form of its rows is a state of the statement. */
  function listing(sql: string): Statement<unknown[]> {
    let statement = lists.get(sql);
    if (statement === undefined) {
      statement = database.prepare<unknown[]>(sql);
      if (statement.readonly === false) throw new Error('A query may only read; writing is for commands.');
      statement.raw(true);
      lists.set(sql, statement);
    }
    return statement;
  }

  function reading(sql: string) {
    const statement = prepare(sql);
    if (statement.readonly === false) throw new Error('A query may only read; writing is for commands.');
    return statement;
  }

  function all<Row>(sql: string, parameters: readonly unknown[]): Row[] {
    return reading(sql).all(...parameters) as Row[];
  }

  const readable: ReadableDb = {
    selectFrom: kysely.selectFrom.bind(kysely) as ReadableDb['selectFrom'],
    all: (query) => {
      const { sql, parameters } = query.compile();
      return all(sql, parameters);
    },
    first: (query) => {
      const { sql, parameters } = query.compile();
      return reading(sql).get(...parameters) as never;
    },
    plain: (sql, ...parameters) => all(sql, parameters),
    rows: (sql, ...parameters) => listing(sql).all(...parameters) as never,
    connection: database,
  };

  function writable(command: Command, touch: (event: NewEvent) => void): WritableDb {
    const db: WritableDb = {
      ...readable,
      command,
      insert: (table, row) => {
        const shape = `${table} ${Object.keys(row).join(' ')}`;
        let sql = inserts.get(shape);
        if (sql === undefined) {
          sql = kysely
            .insertInto(table)
            .values(row as never)
            .compile().sql;
          inserts.set(shape, sql);
        }
        return Number(prepare(sql).run(...Object.values(row)).lastInsertRowid);
      },
      insertInto: kysely.insertInto.bind(kysely) as WritableDb['insertInto'],
      updateTable: kysely.updateTable.bind(kysely) as WritableDb['updateTable'],
      deleteFrom: kysely.deleteFrom.bind(kysely) as WritableDb['deleteFrom'],
      run: (query) => {
        const { sql, parameters } = query.compile();
        const result = prepare(sql).run(...parameters);
        return { changes: result.changes, id: Number(result.lastInsertRowid) };
      },
      runPlain: (sql, ...parameters) => {
        prepare(sql).run(...parameters);
      },
      event: (event) => {
        prepare(
          `INSERT INTO events (command_id, command, at, staff_name, subject, subject_id, what, before, after)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          command.id,
          command.name,
          command.at,
          command.staffName,
          event.subject,
          event.subjectId,
          event.what,
          event.before === undefined ? null : JSON.stringify(event.before),
          event.after === undefined ? null : JSON.stringify(event.after),
        );
        touch(event);
      },
    };
    return db;
  }

  return { database, readable, writable };
}
