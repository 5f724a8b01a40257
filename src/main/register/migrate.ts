import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

const folder = new URL('./migrations/', import.meta.url);

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** The numbered migrations in order; a gap in the numbers is a mistake of ours and throws. */
export function migrations(): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  return files.map((name, index) => {
    const version = Number(name.slice(0, 4));
    if (version !== index + 1) throw new Error(`Migration ${name} should be number ${index + 1}.`);
    return { version, name, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}

/** SHA-256 of a migration as it is sealed in `migrations/sealed.json` once it is released. */
export function migrationHash(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

/** What the program derives from the rest and may make anew; SQLite's own tables hold nobody's rows either. */
const derivedTables = /^(case_search|case_figures$|sqlite_)/;

/** How many rows each table holds, derived ones left out. */
function rowCounts(database: Database): ReadonlyMap<string, number> {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  return new Map(
    (tables as string[])
      .filter((table) => !derivedTables.test(table))
      .map((table) => [table, database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]),
  );
}

/** Throws where a migration breaks a reference or loses rows: one that rebuilds a table can do either in silence. */
function audit(database: Database, { name }: Migration, before: ReadonlyMap<string, number>): void {
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`Migration ${name} leaves broken references.`);
  const after = rowCounts(database);
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left < rows) throw new Error(`Migration ${name} leaves ${left} of ${rows} rows of ${table}.`);
  }
}

/**
 * Brings a register forward through `list`, each migration in its own transaction together with `user_version`, so that
 * a killed or failing migration leaves the version before it. `beforeFirst` makes the verified copy of a register that
 * is not new.
 */
export function migrate(
  database: Database,
  beforeFirst: (from: number) => void,
  list: readonly Migration[] = migrations(),
): void {
  const version = () => database.pragma('user_version', { simple: true }) as number;
  const from = version();
  const pending = list.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) beforeFirst(from);
  // Inside a transaction SQLite would not heed it.
  database.pragma('foreign_keys = OFF');
  for (const migration of pending) {
    database
      .transaction(() => {
        // Another process that was started at the same moment may have been faster.
        if (version() >= migration.version) return;
        const before = rowCounts(database);
        database.exec(migration.sql);
        audit(database, migration, before);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
  database.pragma('foreign_keys = ON');
}
