import { contract } from '#shared/contract/index.ts';
import { insertMediator, readMediator, roster } from '../register/mediators.ts';
import { conflict, found } from './errors.ts';
import { xlsxFile } from './files.ts';
import { inWorker } from './in-worker.ts';
import { atWork, command, query, task } from './kinds.ts';
import { amendMediator } from './roster-entry.ts';

const procedures = contract.mediators;

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
