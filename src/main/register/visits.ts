import type { Visit, VisitFacts } from '#shared/contract/after.ts';
import type { CaseId, PartyId, VisitId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, idOf, idOrNull } from './values.ts';

export function insertVisit(db: WritableDb, caseId: CaseId, visit: VisitFacts): VisitId {
  const id = db.insert('visits', {
    case_id: caseId,
    party_id: visit.partyId,
    visited_on: visit.visitedOn,
    means: visit.means,
    performance: visit.performance,
    satisfaction: visit.satisfaction,
    remarks: visit.remarks,
    next_on: visit.nextOn,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<VisitId>(id);
}

/** Cancels a visit that was entered wrongly; false when it is cancelled already. */
export function cancelVisit(db: WritableDb, id: VisitId, reason: string): boolean {
  const query = db
    .updateTable('visits')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function caseOfVisit(db: ReadableDb, id: VisitId): CaseId | undefined {
  return db.first(db.selectFrom('visits').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** The visits of a case that stand, in the order of their days. */
export function visitsOfCase(db: ReadableDb, caseId: CaseId): Visit[] {
  const query = db
    .selectFrom('visits')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('visited_on').orderBy('id')).map((row) => ({
    id: idOf<VisitId>(row.id),
    partyId: idOrNull<PartyId>(row.party_id),
    visitedOn: dayOf(row.visited_on),
    means: row.means,
    performance: row.performance,
    satisfaction: row.satisfaction,
    remarks: row.remarks,
    nextOn: dayOrNull(row.next_on),
  }));
}
