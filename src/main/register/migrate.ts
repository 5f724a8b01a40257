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

/** The version that this program writes. */
export function latestVersion(): number {
  return migrations().length;
}

/**
 * Brings a register forward, each migration in its own transaction together with `user_version`, so that a killed
 * migration leaves the version before it. `beforeFirst` makes the verified copy of a register that is not new.
 */
export function migrate(database: Database, beforeFirst: (from: number) => void): void {
  const from = database.pragma('user_version', { simple: true }) as number;
  const pending = migrations().filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) beforeFirst(from);
  database.pragma('foreign_keys = OFF');
  for (const migration of pending) {
    database
      .transaction(() => {
        database.exec(migration.sql);
        const broken = database.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw new Error(`Migration ${migration.name} leaves broken references.`);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
  database.pragma('foreign_keys = ON');
}
