import type { CaseId } from '#shared/contract/ids.ts';
import type { ReadableDb } from './query.ts';
import { searchExpression } from './search.ts';

export type Relation = 'courtNumber' | 'idNumber' | 'phone' | 'name';
export type KnownBy = {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones: readonly string[];
};

const most = 20;

function live(db: ReadableDb, ids: readonly number[], except: CaseId | null): number[] {
  if (ids.length === 0) return [];
  const query = db
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(most);
  return db
    .all(query)
    .map((row) => row.id)
    .filter((id) => id !== except);
}

function casesFound(db: ReadableDb, typed: string): number[] {
  const expression = searchExpression(typed);
  if (expression === undefined) return [];
  const sql = 'SELECT rowid AS id FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?';
  return db.plain<{ id: number }>(sql, expression, most).map((row) => row.id);
}

/** Live cases that share a court number, an ID number, a phone, or the names of two parties; the surest reason wins. */
export function relatedCases(
  db: ReadableDb,
  except: CaseId | null,
  parties: readonly KnownBy[],
  courtNumbers: readonly string[],
): Map<number, Relation> {
  const found = new Map<number, Relation>();
  function add(ids: readonly number[], because: Relation): void {
    for (const id of live(db, ids, except)) if (!found.has(id) && found.size < most) found.set(id, because);
  }
  for (const number of courtNumbers) {
    const rows = db.all(db.selectFrom('case_numbers').select('case_id').where('number', '=', number));
    add(
      rows.map((row) => row.case_id),
      'courtNumber',
    );
  }
  for (const { idNumber } of parties) {
    if (idNumber === null) continue;
    const rows = db.all(
      db
        .selectFrom('parties')
        .select('case_id')
        .where('id_number', '=', idNumber)
        .orderBy('id', 'desc')
        .limit(most),
    );
    add(
      rows.map((row) => row.case_id),
      'idNumber',
    );
  }
  for (const phone of parties.flatMap((party) => party.phones)) {
    if (phone.length >= 7) add(casesFound(db, phone), 'phone');
  }
  const names = parties.map((party) => party.name).filter((name) => [...name].length >= 2);
  for (const [index, name] of names.entries()) {
    for (const opponent of names.slice(index + 1)) add(casesFound(db, `${name} ${opponent}`), 'name');
  }
  return found;
}

/** Ids of registered parties whose name begins with, or whose ID number is, what was typed; newest first. */
export function knownPartyIds(db: ReadableDb, typed: string): number[] {
  const cases = casesFound(db, typed);
  if (cases.length === 0) return [];
  const query = db
    .selectFrom('parties')
    .innerJoin('cases', 'cases.id', 'parties.case_id')
    .select('parties.id')
    .where('parties.case_id', 'in', cases)
    .where('cases.removed_at', 'is', null)
    .where((where) =>
      where.or([where('parties.name', 'like', `${escapeLike(typed)}%`), where('id_number', '=', typed)]),
    )
    .orderBy('parties.id', 'desc')
    .limit(8);
  return db.all(query).map((row) => row.id);
}

function escapeLike(text: string): string {
  return text.replace(/[%_]/g, '');
}
