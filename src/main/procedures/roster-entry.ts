import type { Mediator, MediatorFacts } from '#shared/contract/mediators.ts';
import { fillSector, updateMediator } from '../register/mediators.ts';
import type { WritableDb } from '../register/query.ts';

/** Writes an amended roster line with its events: its own, and one for each case whose sector it now tells. */
export function amendMediator(
  db: WritableDb,
  before: Mediator,
  version: number,
  mediator: MediatorFacts,
): boolean {
  if (!updateMediator(db, before.id, version, mediator)) return false;
  db.event({ subject: 'mediator', subjectId: before.id, what: 'amended', before, after: mediator });
  if (before.sector === null && mediator.sector !== null) {
    for (const caseId of fillSector(db, before.id, mediator.sector)) {
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'sectorFilled',
        before: { sector: null },
        after: { sector: mediator.sector },
      });
    }
  }
  return true;
}
