import type { CaseId } from '#shared/contract/ids.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import type { ReadableDb } from './query.ts';
import { searchExpression } from './search.ts';

export type Relation = 'courtNumber' | 'idNumber' | 'phone' | 'name';
/** Why a case is shown, and what both have: a number, or the name of whoever has the same ID, phone or opponent. */
export type Reason = { readonly because: Relation; readonly shared: string };
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

/** The search finds names in part too (张三 in 张三丰); only cases where both stand in full are the same people's. */
function havingBoth(db: ReadableDb, ids: readonly number[], names: readonly [string, string]): number[] {
  if (ids.length === 0) return [];
  const wanted = names.map(foldForSearch);
  const rows = db.all(db.selectFrom('parties').select(['case_id', 'name']).where('case_id', 'in', ids));
  return ids.filter((id) => {
    const present = new Set(rows.filter((row) => row.case_id === id).map((row) => foldForSearch(row.name)));
    return wanted.every((name) => present.has(name));
  });
}

function casesFound(db: ReadableDb, typed: string, atMost = most): number[] {
  const expression = searchExpression(typed);
  if (expression === undefined) return [];
  const sql = 'SELECT rowid AS id FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?';
  return db.plain<{ id: number }>(sql, expression, atMost).map((row) => row.id);
}

/** How many cases are looked through for both names: more have nearly the same ones only where they are a series. */
const looked = 100;

/** Live cases that share a court number, an ID number, a phone, or the names of two parties; the surest reason wins. */
export function relatedCases(
  db: ReadableDb,
  except: CaseId | null,
  parties: readonly KnownBy[],
  courtNumbers: readonly string[],
): Map<number, Reason> {
  const found = new Map<number, Reason>();
  function add(ids: readonly number[], because: Relation, shared: string): void {
    for (const id of live(db, ids, except))
      if (!found.has(id) && found.size < most) found.set(id, { because, shared });
  }
  for (const number of courtNumbers) {
    const rows = db.all(db.selectFrom('case_numbers').select('case_id').where('number', '=', number));
    add(
      rows.map((row) => row.case_id),
      'courtNumber',
      number,
    );
  }
  for (const { idNumber, name } of parties) {
    if (idNumber === null) continue;
    const query = db.selectFrom('parties').select('case_id').where('id_number', '=', idNumber);
    const rows = db.all(query.orderBy('id', 'desc').limit(most));
    add(
      rows.map((row) => row.case_id),
      'idNumber',
      name,
    );
  }
  for (const { phones, name } of parties) {
    for (const phone of phones) {
      if (phone.length >= 7) add(casesFound(db, phone), 'phone', name);
    }
  }
  const names = parties.map((party) => party.name).filter((name) => [...name].length >= 2);
  for (const [index, name] of names.entries()) {
    for (const opponent of names.slice(index + 1)) {
      if (found.size >= most) return found;
      const near = casesFound(db, `${name} ${opponent}`, looked);
      add(havingBoth(db, near, [name, opponent]), 'name', `${name}、${opponent}`);
    }
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
