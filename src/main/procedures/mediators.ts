import { contract } from '#shared/contract/index.ts';
import type { Proposal, ProposalFacts, TrainingFacts } from '#shared/contract/mediators.ts';
import { followUps } from '#shared/domain/mediator-record.ts';
import { insertMediator, readMediator, roster } from '../register/mediators.ts';
import { cancelProposal, insertProposal, proposalsOfCase, standingProposal } from '../register/proposals.ts';
import type { WritableDb } from '../register/query.ts';
import { cancelTraining, insertTraining, standingTraining, trainingsOf } from '../register/trainings.ts';
import { caseOf, liveCase } from './case-of.ts';
import { conflict, found } from './errors.ts';
import { xlsxFile } from './files.ts';
import { inWorker } from './in-worker.ts';
import { atWork, command, query, task, write } from './kinds.ts';
import { recordOf } from './mediator-record.ts';
import { refuseNotYet } from './not-yet.ts';
import { amendMediator } from './roster-entry.ts';
import { checkRecusal, checkRecusalOfDraft, suggestFor } from './suggestion.ts';

const procedures = contract.mediators;

/** An event of the mediator, and one of the case that gave rise to it. */
function tellOfProposal(db: WritableDb, what: string, proposal: ProposalFacts, reason: string | null): void {
  const { kind, title, submittedOn, number, result, mediatorId, caseId } = proposal;
  const told = {
    followUpKind: followUps[kind].label,
    followUpTitle: title,
    submittedOn,
    followUpNumber: number,
    followUpResult: result,
    mediatorId,
  };
  const change = reason === null ? { after: told } : { before: told, after: { reason } };
  db.event({ subject: 'mediator', subjectId: mediatorId, what, ...change });
  if (caseId !== null) db.event({ subject: 'case', subjectId: caseId, what, ...change });
}

function factsOf({ id: _i, mediatorName: _m, caseNumber: _c, ...facts }: Proposal): ProposalFacts {
  return facts;
}

function trained({ trainedOn, topic, hours, remarks }: TrainingFacts): TrainingFacts {
  return { trainedOn, topic, hours, remarks };
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

  exportRoster: task(procedures.exportRoster, async ({ ids, unmasked }, at, signal) => {
    const masked = unmasked === null;
    if (!masked) atWork(at.desk, at.session);
    const bytes = await inWorker(at, 'renderRoster', { ids, masked }, signal);
    if (unmasked !== null) {
      // Whole numbers leave the office only with a recorded reason: the event stands before the file is handed out.
      const { desk, staffName } = atWork(at.desk, at.session);
      await write(desk, 'mediators.exportRoster', staffName, (db) =>
        db.event({
          subject: 'office',
          subjectId: 1,
          what: 'rosterExportedUnmasked',
          after: { reason: unmasked.reason, mediators: ids.length },
        }),
      );
    }
    return { file: xlsxFile(masked ? '调解员名册.xlsx' : '调解员名册（含证件号码、电话）.xlsx', bytes) };
  }),

  recusalCheck: query(procedures.recusalCheck, (db, { mediatorId, caseId }) =>
    checkRecusal(db, mediatorId, caseId),
  ),

  recusalCheckOfDraft: query(procedures.recusalCheckOfDraft, (db, { mediatorId, parties }) =>
    checkRecusalOfDraft(db, mediatorId, parties),
  ),

  suggest: query(procedures.suggest, (db, { caseId }, { desk }) =>
    suggestFor(db, caseId, desk.reference, desk.today()),
  ),

  recordTraining: command(
    'mediators.recordTraining',
    procedures.recordTraining,
    (db, { mediatorIds, training }, { desk }) => {
      refuseNotYet('trained', training.trainedOn, desk.today());
      const ids = [...new Set(mediatorIds)].map((mediatorId) => {
        found(readMediator(db, mediatorId), 'mediator');
        const id = insertTraining(db, mediatorId, training);
        db.event({
          subject: 'mediator',
          subjectId: mediatorId,
          what: 'trainingRecorded',
          after: trained(training),
        });
        return id;
      });
      return { ids };
    },
  ),

  cancelTraining: command('mediators.cancelTraining', procedures.cancelTraining, (db, { id, reason }) => {
    const { mediatorId, training } = found(standingTraining(db, id), 'training');
    cancelTraining(db, id, reason);
    db.event({
      subject: 'mediator',
      subjectId: mediatorId,
      what: 'trainingCancelled',
      before: trained(training),
      after: { reason },
    });
    return { id };
  }),

  trainings: query(procedures.trainings, (db, { mediatorId }) => trainingsOf(db, mediatorId)),

  recordProposal: command(
    'mediators.recordProposal',
    procedures.recordProposal,
    (db, { proposal }, { desk }) => {
      refuseNotYet('proposed', proposal.submittedOn, desk.today());
      found(readMediator(db, proposal.mediatorId), 'mediator');
      if (proposal.caseId !== null) liveCase(db, proposal.caseId);
      const id = insertProposal(db, proposal);
      tellOfProposal(db, 'proposalRecorded', proposal, null);
      return { id };
    },
  ),

  cancelProposal: command('mediators.cancelProposal', procedures.cancelProposal, (db, { id, reason }) => {
    const proposal = found(standingProposal(db, id), 'proposal');
    if (proposal.caseId !== null) liveCase(db, proposal.caseId);
    cancelProposal(db, id, reason);
    tellOfProposal(db, 'proposalCancelled', factsOf(proposal), reason);
    return { id };
  }),

  proposalsOfCase: query(procedures.proposalsOfCase, (db, { caseId }) => {
    caseOf(db, caseId);
    return proposalsOfCase(db, caseId);
  }),

  record: query(procedures.record, (db, { id, period }) => recordOf(db, id, period)),
};
