import { contract } from '#shared/contract/index.ts';
import type { Mediator, MediatorFacts } from '#shared/contract/mediators.ts';
import { fillSector, insertMediator, readMediator, roster, updateMediator } from '../register/mediators.ts';
import type { WritableDb } from '../register/query.ts';
import { conflict, found } from './errors.ts';
import { xlsxFile } from './files.ts';
import { inWorker } from './in-worker.ts';
import { atWork, command, query, task } from './kinds.ts';

const procedures = contract.mediators;

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
        after: { sector: mediator.sector },
      });
    }
  }
  return true;
}

export const mediators = {
  list: query(procedures.list, (db) => roster(db)),

  add: command('mediators.add', procedures.add, (db, { mediator }, { desk }) => {
    const id = insertMediator(db, desk.newId(), mediator, null);
    db.event({ subject: 'mediator', subjectId: id, what: 'added', after: mediator });
    return { id };
  }),

  amend: command('mediators.amend', procedures.amend, (db, { id, version, mediator }) => {
    const before = found(readMediator(db, id), 'mediator');
    if (!amendMediator(db, before, version, mediator)) throw conflict('mediator');
    return { version: version + 1 };
  }),

  importRoster: task(procedures.importRoster, async ({ file }, at, signal) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return inWorker(atWork(at.desk, at.session), 'importRoster', { name: file.name, bytes }, signal);
  }),

  rosterTemplate: task(procedures.rosterTemplate, async (_input, at, signal) =>
    xlsxFile('名册模板.xlsx', await inWorker(at, 'rosterTemplate', null, signal)),
  ),
};
