import { addDays, daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { fillDates } from '../../src/main/register/case-dates.ts';
import { fillFigures } from '../../src/main/register/figures.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { drawCase } from './synthetic-register/draw.ts';
import { caseWriter } from './synthetic-register/insert.ts';
import { partyOf } from './synthetic-register/people.ts';
import { randomNumbers } from './synthetic-register/random.ts';
import { insertWorld } from './synthetic-register/world.ts';

export type SyntheticOptions = {
  readonly cases: number;
  /** The last day on which anything happened; cases are spread over the ten years before it. */
  readonly today?: LocalDate;
  readonly seed?: number;
  /** Whether the search index is filled too; without it a register is made in half the time. */
  readonly search?: boolean;
  readonly mediators?: number;
};

const years = 10;
const people = 20_000;
/** Days after which the files of a closed case lie in the archive. */
const archivedAfter = 40;

/**
 * Fills a register that has no cases with invented ones by plain inserts, as no clerk could: for measuring. The derived
 * rows are what the register itself would have derived, which `casesWithWrongFigures` and `casesWithWrongDates` confirm.
 */
export function fillSyntheticRegister(register: Connection, options: SyntheticOptions): void {
  const { database } = register;
  // A log of a million rows would be as large as the register, and nothing here needs to survive a crash.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  const indexes = dropIndexes(register);
  insertCases(register, options);
  const derived = indexes.filter((sql) => sql.includes(' ON case_figures '));
  for (const sql of indexes.filter((one) => !derived.includes(one))) {
    database.exec(sql);
  }
  const db = register.writable(filling, () => {});
  fillFigures(db);
  for (const sql of derived) {
    database.exec(sql);
  }
  fillDates(db);
  database.pragma('foreign_keys = ON');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
}

const filling = { id: 'synthetic', name: 'synthetic', at: '2026-11-20T04:00:00.000Z', staffName: '测试员' };

/** Indexes are made again over the finished tables, which takes a tenth of the time. */
function dropIndexes({ database }: Connection): readonly string[] {
  const indexes = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) {
    database.exec(`DROP INDEX ${name}`);
  }
  return indexes.map(({ sql }) => sql);
}

function insertCases(register: Connection, options: SyntheticOptions): void {
  const { database } = register;
  const { cases, today = localDate('2026-11-20'), search = true } = options;
  const random = randomNumbers(options.seed ?? 1);
  const mediators = options.mediators ?? Math.max(10, Math.min(200, Math.round(cases / 250)));
  const world = insertWorld(register, mediators, random);
  const known = Array.from({ length: people }, () => partyOf(random));
  const first = addDays(today, -365 * years);
  const span = daysBetween(first, today);
  const calendar = Array.from({ length: span + 1 }, (_, days) => addDays(first, days));
  const writer = caseWriter(register, addDays(today, -archivedAfter), search);
  setSearchBuffer(register, 16 * 1024 * 1024);
  database.exec('BEGIN');
  for (let id = 1; id <= cases; id += 1) {
    const day = calendar[Math.floor((id / cases) * span)] ?? today;
    writer.write(id, drawCase(day, today, world, known, random));
  }
  writer.finish();
  database.exec(`
    INSERT INTO events (command_id, command, at, staff_name, subject, subject_id, what)
    SELECT uid, 'cases.register', registered_on || 'T01:00:00.000Z', registered_by, 'case', id, 'registered' FROM cases`);
  database.exec('COMMIT');
  setSearchBuffer(register, 1024 * 1024);
  if (search) {
    database.exec(`INSERT INTO case_search (case_search) VALUES ('optimize')`);
  }
}

/** Bytes that FTS5 gathers before it writes a piece of its index; 1 MiB is its own default. */
function setSearchBuffer({ database }: Connection, bytes: number): void {
  database.prepare(`INSERT INTO case_search (case_search, rank) VALUES ('hashsize', ?)`).run(BigInt(bytes));
}
