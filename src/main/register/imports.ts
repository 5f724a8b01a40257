import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, ImportId, MediatorId } from '#shared/contract/ids.ts';
import type { ImportProblem } from '#shared/contract/imports.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

export type NewImport = {
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: unknown;
};

/** Opens an import, so that its cases can point at it; `finishImport` says what became of the rows. */
export function openImport(db: WritableDb, entry: NewImport): ImportId {
  const id = db.insert('imports', {
    file_name: entry.fileName,
    sha256: entry.sha256,
    mapping: JSON.stringify(entry.mapping),
    imported: 0,
    skipped: 0,
    refused: '[]',
    warned: '[]',
    at: db.command.at,
    staff_name: db.command.staffName,
    undone_at: null,
    undone_by: null,
    undone_reason: null,
  });
  return idOf<ImportId>(id);
}

export type ImportOutcome = {
  readonly imported: number;
  readonly skipped: number;
  readonly refused: readonly ImportProblem[];
  readonly warned: readonly ImportProblem[];
};

export function finishImport(db: WritableDb, id: ImportId, outcome: ImportOutcome): void {
  const values = {
    imported: outcome.imported,
    skipped: outcome.skipped,
    refused: JSON.stringify(outcome.refused),
    warned: JSON.stringify(outcome.warned),
  };
  db.run(db.updateTable('imports').set(values).where('id', '=', id));
}

/** Marks an import as undone; false when it was undone before or never was. */
export function markUndone(db: WritableDb, id: ImportId, reason: string): boolean {
  const values = { undone_at: db.command.at, undone_by: db.command.staffName, undone_reason: reason };
  const query = db.updateTable('imports').set(values).where('id', '=', id).where('undone_at', 'is', null);
  return db.run(query).changes === 1;
}

/** All imports, newest first. */
export function allImports(db: ReadableDb) {
  return db.all(db.selectFrom('imports').selectAll().orderBy('id', 'desc')).map((row) => ({
    id: idOf<ImportId>(row.id),
    fileName: row.file_name,
    at: row.at,
    staffName: row.staff_name,
    imported: row.imported,
    skipped: row.skipped,
    refused: (JSON.parse(row.refused) as unknown[]).length,
    amendedSince: row.undone_at === null ? casesAmendedSince(db, row.id) : 0,
    undone:
      row.undone_at === null
        ? null
        : { at: row.undone_at, by: row.undone_by ?? '', reason: row.undone_reason ?? '' },
  }));
}

/** How many cases of an import somebody has worked on since. */
function casesAmendedSince(db: ReadableDb, id: number): number {
  const sql = `SELECT count(*) AS count FROM cases c WHERE c.import_id = ? AND c.removed_at IS NULL AND EXISTS
      (SELECT 1 FROM events e WHERE e.subject = 'case' AND e.subject_id = c.id
         AND e.command NOT IN ('imports.run', 'mediators.amend', 'mediators.importRoster'))`;
  return db.plain<{ count: number }>(sql, id)[0]?.count ?? 0;
}

/** The cases of an import that are not in the recycle bin. */
export function liveCasesOfImport(db: ReadableDb, id: ImportId): CaseId[] {
  const query = db
    .selectFrom('cases')
    .select('id')
    .where('import_id', '=', id)
    .where('removed_at', 'is', null);
  return db.all(query).map((row) => idOf<CaseId>(row.id));
}

/** Mediators that an import added and that no live case needs. */
export function idleMediatorsOfImport(db: ReadableDb, id: ImportId): MediatorId[] {
  return db
    .plain<{ id: number }>(
      `SELECT m.id FROM mediators m WHERE m.import_id = ? AND m.standing = 'listed' AND m.incomplete = 1
         AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.mediator_id = m.id AND c.removed_at IS NULL)`,
      id,
    )
    .map((row) => idOf<MediatorId>(row.id));
}

export type NamedMediator = {
  readonly id: MediatorId;
  readonly name: string;
  readonly sector: string | null;
  readonly standing: 'listed' | 'suspended' | 'removed';
  /** Put on the roster by an import that has been undone. */
  readonly undone: boolean;
};

/** Mediators of a name, those on the roster first. */
export function mediatorsNamed(db: ReadableDb, name: string): NamedMediator[] {
  const query = db
    .selectFrom('mediators')
    .leftJoin('imports', 'imports.id', 'mediators.import_id')
    .select(['mediators.id', 'mediators.name', 'mediators.sector', 'mediators.standing', 'imports.undone_at'])
    .where('mediators.name', '=', name);
  return db
    .all(query.orderBy('mediators.standing').orderBy('mediators.id'))
    .map(({ id, name, sector, standing, undone_at }) => ({
      id: idOf<MediatorId>(id),
      name,
      sector,
      standing,
      undone: undone_at !== null,
    }));
}

export function setMediatorStanding(
  db: WritableDb,
  id: MediatorId,
  standing: NamedMediator['standing'],
): void {
  const query = db
    .updateTable('mediators')
    .set((update) => ({ standing, version: update('version', '+', 1) }));
  db.run(query.where('id', '=', id));
}

/** Live cases of a receipt day, cause and claim (null: no sum): what a ledger row that no court number tells may be. */
export function liveCasesReceivedOn(
  db: ReadableDb,
  receivedOn: LocalDate,
  causeName: string,
  claimFen: Fen | null,
): CaseId[] {
  return db
    .plain<{ id: number }>(
      `SELECT f.case_id AS id FROM case_figures f JOIN causes c ON c.id = f.cause_id
         WHERE f.received_on = ? AND c.name = ? AND f.claim_fen IS ? ORDER BY f.case_id`,
      receivedOn,
      causeName,
      claimFen,
    )
    .map((row) => idOf<CaseId>(row.id));
}

/** A case as its import entered it, before anybody amended it. */
export type CaseAsImported = Pick<CaseFacts, 'receivedOn' | 'courtNumbers' | 'cause' | 'claim'> & {
  readonly id: CaseId;
  readonly parties: readonly Pick<PartyFacts, 'role' | 'name'>[];
};

type ImportedFacts = readonly [
  CaseFacts['receivedOn'],
  CaseFacts['courtNumbers'],
  CaseFacts['cause'],
  CaseFacts['claim'],
];

/**
 * Imported live cases whose facts or parties were amended since, each as the event of its import tells it. The versions
 * leave out most cases before any event is looked at.
 */
export function amendedCasesAsImported(db: ReadableDb): CaseAsImported[] {
  const rows = db.plain<{ id: number; facts: string; parties: string }>(
    `SELECT c.id, json_extract(e.after, '$.receivedOn', '$.courtNumbers', '$.cause', '$.claim') AS facts,
         (SELECT json_group_array(json_object('role', p.value ->> 'role', 'name', p.value ->> 'name'))
            FROM json_each(e.after, '$.parties') p) AS parties
       FROM cases c CROSS JOIN events e ON e.subject = 'case' AND e.subject_id = c.id
       WHERE c.import_id IS NOT NULL AND c.removed_at IS NULL AND (c.version > 1 OR c.parties_version > 1)
         AND e.what = 'imported' AND EXISTS (SELECT 1 FROM events a WHERE a.subject = 'case'
           AND a.subject_id = c.id AND a.what IN ('amended', 'partiesSaved'))`,
  );
  return rows.map(({ id, facts, parties }) => {
    const [receivedOn, courtNumbers, cause, claim] = JSON.parse(facts) as ImportedFacts;
    return {
      id: idOf<CaseId>(id),
      receivedOn,
      courtNumbers,
      cause,
      claim,
      parties: JSON.parse(parties) as CaseAsImported['parties'],
    };
  });
}
