import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { caseSourceCodes, channelCodes } from '#shared/domain/channel.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import type { ReadableDb } from '../../src/main/register/query.ts';

const oneOf = (words: readonly string[]) => `ENUM(${words.map((word) => `'${word}'`).join(', ')})`;

/** What DuckDB gets to see of the register, each table with its columns and DuckDB's type for them. */
const tables = {
  case_figures: {
    case_id: 'INTEGER',
    registered_on: 'DATE',
    received_on: 'DATE',
    ended_on: 'DATE',
    confirmed_on: 'DATE',
    applied_on: 'DATE',
    rejected_on: 'DATE',
    due_on: 'DATE',
    performance_due_on: 'DATE',
    enforced_on: 'DATE',
    closing_code: oneOf(closingCodes),
    channel: oneOf(channelCodes),
    source: oneOf(caseSourceCodes),
    court_id: 'INTEGER',
    cause_id: 'INTEGER',
    mediator_id: 'INTEGER',
    sector: 'VARCHAR',
    studio_id: 'INTEGER',
    organisation_id: 'INTEGER',
    district: 'VARCHAR',
    partly: 'TINYINT',
    no_property: 'TINYINT',
    confirmable: 'TINYINT',
    marks: 'INTEGER',
    parties: 'INTEGER',
    claim_fen: 'BIGINT',
    agreed_fen: 'BIGINT',
    paid_fen: 'BIGINT',
  },
  payments: { case_id: 'INTEGER', paid_on: 'DATE', amount_fen: 'BIGINT' },
  causes: { id: 'INTEGER', name: 'VARCHAR' },
  cause_places: {
    name: 'VARCHAR',
    cause_group: 'VARCHAR',
    level1: 'VARCHAR',
    level2: 'VARCHAR',
    level3: 'VARCHAR',
  },
} as const;
type Table = keyof typeof tables;

const conditions: Partial<Record<Table, string>> = { payments: 'cancelled_at IS NULL' };
const atOnce = 20_000;

/** The rows of a table as tab-separated lines, a piece at a time. */
function* linesOf(db: ReadableDb, table: Table): Generator<string> {
  const key = table === 'cause_places' ? 'NULL' : 'rowid';
  const names = Object.keys(tables[table]).join(', ');
  const where = conditions[table] ?? 'true';
  const sql = `SELECT ${key}, ${names} FROM ${table} WHERE ${where}`;
  const lines = (rows: readonly (readonly unknown[])[]) =>
    rows.map(([, ...values]) => `${values.map((value) => value ?? '').join('\t')}\n`).join('');
  if (table === 'cause_places') {
    yield lines(db.rows<unknown[]>(sql));
    return;
  }
  for (let after = 0; ; ) {
    const rows = db.rows<unknown[]>(`${sql} AND rowid > ? ORDER BY rowid LIMIT ?`, after, atOnce);
    yield lines(rows);
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.[0] as number;
  }
}

export type DuckDb = {
  /** The rows of an answer; whole numbers as numbers, days as text. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): void;
};

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** The derived rows of a register as tables of a DuckDB in memory, with its default settings. */
export async function loadIntoDuckDb(db: ReadableDb, folder: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  for (const table of Object.keys(tables) as Table[]) {
    const file = join(folder, `${table}.tsv`);
    await pipeline(Readable.from(linesOf(db, table)), createWriteStream(file));
    const columns = Object.entries(tables[table]).map(([name, type]) => `${name} ${type}`);
    await connection.run(`CREATE TABLE ${table} (${columns.join(', ')})`);
    await connection.run(
      `COPY ${table} FROM '${file}' (FORMAT csv, DELIMITER '\t', HEADER false, NULLSTR '')`,
    );
  }
  return {
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => row.map(plain));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
