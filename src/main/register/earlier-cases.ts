import type { CaseId } from '#shared/contract/ids.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import type { AgentKind } from '#shared/domain/party.ts';
import {
  type CheckedAgent,
  type CheckedMediator,
  type EarlierCase,
  foldPersonName,
} from '#shared/domain/recusal.ts';
import type { ReadableDb } from './query.ts';
import { searchExpression } from './search.ts';
import { textList } from './values.ts';

/** Of each party the newest cases are looked at; a bank has thousands. */
const mostOfParty = 20;

export type KnownParty = { readonly name: string; readonly idNumber: string | null };

type Shared = { readonly caseId: number; readonly name: string };

function sharing(db: ReadableDb, { name, idNumber }: KnownParty): Shared[] {
  const byNumber =
    idNumber === null
      ? []
      : db.plain<Shared>(
          `SELECT case_id AS caseId, name FROM parties WHERE id_number = ? ORDER BY id DESC LIMIT ?`,
          idNumber,
          mostOfParty,
        );
  const expression = [...name].length < 2 ? undefined : searchExpression(name);
  if (expression === undefined) return byNumber;
  const found = db.plain<Shared & { readonly idNumber: string | null }>(
    `SELECT p.case_id AS caseId, p.name, p.id_number AS idNumber
     FROM (SELECT rowid AS case_id FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?) s
     JOIN parties p ON p.case_id = s.case_id`,
    expression,
    mostOfParty,
  );
  const folded = foldPersonName(name);
  const byName = found.filter(
    (party) =>
      foldPersonName(party.name) === folded &&
      (party.idNumber === null || idNumber === null || party.idNumber === idNumber),
  );
  return [...byNumber, ...byName];
}

type CaseRow = {
  readonly id: number;
  readonly prefix: string;
  readonly year: number;
  readonly sequence: number;
  readonly mediators: string;
};

function checkedMediators(db: ReadableDb, ids: readonly number[]): Map<number, CheckedMediator> {
  const rows = db.plain<{
    readonly id: number;
    readonly name: string;
    readonly resident_id: string | null;
    readonly employer: string | null;
    readonly phones: string;
  }>(
    'SELECT id, name, resident_id, employer, phones FROM mediators WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { name: row.name, residentId: row.resident_id, employer: row.employer, phones: textList(row.phones) },
    ]),
  );
}

function agentsByCase(db: ReadableDb, caseIds: string): Map<number, (CheckedAgent & { caseId: number })[]> {
  const rows = db.plain<CheckedAgent & { readonly caseId: number; readonly kind: AgentKind | null }>(
    `SELECT p.case_id AS caseId, a.kind, a.name, a.employer, a.id_number AS idNumber, a.phone
     FROM json_each(?) asked
     JOIN parties p ON p.case_id = asked.value
     JOIN agents a ON a.party_id = p.id`,
    caseIds,
  );
  return Map.groupBy(rows, (row) => row.caseId);
}

/** Who mediated and who spoke for whom in the newest cases that share a party with these, oldest first. */
export function earlierCases(
  db: ReadableDb,
  except: CaseId | null,
  parties: readonly KnownParty[],
): EarlierCase[] {
  const shared = new Map<number, string>();
  for (const party of parties) {
    for (const { caseId, name } of sharing(db, party)) {
      if (caseId !== except && !shared.has(caseId)) shared.set(caseId, name);
    }
  }
  if (shared.size === 0) return [];
  const ids = JSON.stringify([...shared.keys()]);
  const rows = db.plain<CaseRow>(
    `SELECT c.id, c.internal_prefix AS prefix, c.internal_year AS year, c.internal_sequence AS sequence,
       json_insert(c.assisting, '$[#]', c.mediator_id) AS mediators
     FROM json_each(?) asked JOIN cases c ON c.id = asked.value
     WHERE c.removed_at IS NULL ORDER BY c.id`,
    ids,
  );
  const named = rows.map((row) => ({
    row,
    mediatorIds: (JSON.parse(row.mediators) as (number | null)[]).filter((id) => id !== null),
  }));
  const mediators = checkedMediators(
    db,
    named.flatMap(({ mediatorIds }) => mediatorIds),
  );
  const agents = agentsByCase(db, ids);
  return named.map(({ row, mediatorIds }) => ({
    number: formatInternalNumber(row),
    sharedParty: shared.get(row.id) ?? '',
    mediators: mediatorIds.flatMap((id) => mediators.get(id) ?? []),
    agents: agents.get(row.id) ?? [],
  }));
}
