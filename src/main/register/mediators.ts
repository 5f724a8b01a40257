import type { CourtId, MediatorId, StudioId } from '#shared/contract/ids.ts';
import type { Mediator, MediatorFacts } from '#shared/contract/mediators.ts';
import { caseStatusCodes, caseStatuses } from '#shared/domain/case-status.ts';
import type { CheckedMediator } from '#shared/domain/recusal.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { readingOf } from './search.ts';
import { dayOrNull, flag, idOf, idOrNull, textList } from './values.ts';

const pendingStatuses = caseStatusCodes.filter((status) => caseStatuses[status].open);

function columns(mediator: MediatorFacts) {
  return {
    name: mediator.name,
    is_member: mediator.isMember === null ? null : flag(mediator.isMember),
    sector: mediator.sector,
    employer: mediator.employer,
    phones: JSON.stringify(mediator.phones),
    resident_id: mediator.residentId,
    expertise: JSON.stringify(mediator.expertise),
    languages: JSON.stringify(mediator.languages),
    certificate_number: mediator.certificateNumber,
    court_id: mediator.courtId,
    studio_id: mediator.studioId,
    listed_on: mediator.listedOn,
    term_from: mediator.termFrom,
    term_to: mediator.termTo,
    training: mediator.training,
    standing: mediator.standing,
    incomplete: flag(mediator.incomplete),
    remarks: mediator.remarks,
  };
}

export function insertMediator(
  db: WritableDb,
  uid: string,
  mediator: MediatorFacts,
  importId: number | null,
): MediatorId {
  const values = { ...columns(mediator), uid, import_id: importId };
  return idOf<MediatorId>(db.insert('mediators', values));
}

/** Writes an amended roster line; false when somebody else amended it since `version` was read. */
export function updateMediator(
  db: WritableDb,
  id: MediatorId,
  version: number,
  mediator: MediatorFacts,
): boolean {
  const query = db.updateTable('mediators').set({ ...columns(mediator), version: version + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version)).changes === 1;
}

/** The roster, by name, with how many cases each has and has pending. */
export function roster(db: ReadableDb): Mediator[] {
  const query = db
    .selectFrom('mediators')
    .leftJoin('courts', 'courts.id', 'mediators.court_id')
    .selectAll('mediators')
    .select('courts.short_name as court_short_name')
    .orderBy('mediators.name');
  const counts = new Map(
    db
      .plain<{ mediator_id: number; total: number; pending: number }>(
        `SELECT mediator_id, count(*) AS total, sum(status NOT IN ('closed', 'archived')) AS pending
         FROM case_figures WHERE mediator_id IS NOT NULL GROUP BY mediator_id`,
      )
      .map((row) => [row.mediator_id, row]),
  );
  return db.all(query).map((row) => ({
    id: idOf<MediatorId>(row.id),
    version: row.version,
    name: row.name,
    isMember: row.is_member === null ? null : row.is_member === 1,
    sector: row.sector,
    employer: row.employer,
    phones: textList(row.phones),
    residentId: row.resident_id,
    expertise: textList(row.expertise),
    languages: textList(row.languages),
    certificateNumber: row.certificate_number,
    courtId: idOrNull<CourtId>(row.court_id),
    studioId: idOrNull<StudioId>(row.studio_id),
    listedOn: dayOrNull(row.listed_on),
    termFrom: dayOrNull(row.term_from),
    termTo: dayOrNull(row.term_to),
    training: row.training,
    standing: row.standing,
    incomplete: row.incomplete === 1,
    remarks: row.remarks,
    courtShortName: row.court_short_name,
    pinyin: readingOf(row.name),
    pendingCases: counts.get(row.id)?.pending ?? 0,
    allCases: counts.get(row.id)?.total ?? 0,
  }));
}

export function readMediator(db: ReadableDb, id: MediatorId): Mediator | undefined {
  return roster(db).find((mediator) => mediator.id === id);
}

/** Name and sector of a mediator, for a case that is given to them. */
export function mediatorSector(
  db: ReadableDb,
  id: MediatorId,
): { name: string; sector: string | null } | undefined {
  return db.first(db.selectFrom('mediators').select(['name', 'sector']).where('id', '=', id));
}

/** Gives the cases of a mediator whose sector was not known the sector that now is; tells which cases. */
export function fillSector(db: WritableDb, id: MediatorId, sector: string): number[] {
  const cases = db.all(
    db.selectFrom('cases').select('id').where('mediator_id', '=', id).where('sector', 'is', null),
  );
  for (const { id: caseId } of cases)
    db.run(db.updateTable('cases').set({ sector }).where('id', '=', caseId));
  return cases.map((row) => row.id);
}

/** A mediator as far as a case can be given to them: without what only the roster shows. */
export type Assignable = Pick<
  Mediator,
  | 'id'
  | 'name'
  | 'sector'
  | 'standing'
  | 'expertise'
  | 'languages'
  | 'courtId'
  | 'termFrom'
  | 'termTo'
  | 'pendingCases'
> &
  CheckedMediator & { readonly pinyin: string };

/** Everybody on the roster with the cases that each leads and that are not closed. */
export function assignableMediators(db: ReadableDb): Assignable[] {
  // By state, because pending cases are few however long the office has worked.
  const pending = new Map(
    db
      .plain<{ id: number; cases: number }>(
        `SELECT mediator_id AS id, count(*) AS cases FROM case_figures INDEXED BY case_figures_by_status
         WHERE status IN (${pendingStatuses.map(() => '?').join(', ')}) AND mediator_id IS NOT NULL
         GROUP BY mediator_id`,
        ...pendingStatuses,
      )
      .map((row) => [row.id, row.cases]),
  );
  return db.all(db.selectFrom('mediators').selectAll().orderBy('id')).map((row) => ({
    id: idOf<MediatorId>(row.id),
    name: row.name,
    sector: row.sector,
    standing: row.standing,
    expertise: textList(row.expertise),
    languages: textList(row.languages),
    courtId: idOrNull<CourtId>(row.court_id),
    termFrom: dayOrNull(row.term_from),
    termTo: dayOrNull(row.term_to),
    pendingCases: pending.get(row.id) ?? 0,
    residentId: row.resident_id,
    employer: row.employer,
    phones: textList(row.phones),
    pinyin: readingOf(row.name),
  }));
}
