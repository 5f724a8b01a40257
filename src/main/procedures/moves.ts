import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { TakenMove, WishedMove } from '#shared/domain/case-move.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import { progressOf, type RegisteredCase, setMediators, setReceipt, setStatus } from '../register/cases.ts';
import { mediatorSector } from '../register/mediators.ts';
import { markTakenBack, movesOfCase } from '../register/moves.ts';
import { closingOfCase, deleteClosing } from '../register/outcomes.ts';
import type { WritableDb } from '../register/query.ts';
import { takeMove } from './case-moves.ts';
import { caseToChange } from './case-of.ts';
import { found, refused } from './errors.ts';
import { checkExtension } from './extensions.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';

function appoint(
  db: WritableDb,
  id: CaseId,
  mediatorId: MediatorId | null,
  assisting: readonly MediatorId[],
): void {
  const sector = mediatorId === null ? null : found(mediatorSector(db, mediatorId), 'mediator').sector;
  setMediators(db, id, { mediatorId, assisting, sector });
}

/** What a move writes beside its own row. Exhaustive, so that a new move says what it does. */
function carryOut(db: WritableDb, present: RegisteredCase, move: WishedMove): WishedMove {
  const { id, facts } = present;
  switch (move.code) {
    case 'accept':
      setReceipt(db, id, move.on);
      return move;
    case 'appoint':
    case 'replace': {
      const former = {
        formerMediatorId: facts.mediatorId,
        formerAssistingMediatorIds: [...facts.assistingMediatorIds],
      };
      appoint(db, id, move.detail.mediatorId as MediatorId, move.detail.assistingMediatorIds as MediatorId[]);
      return move.code === 'appoint'
        ? { ...move, detail: { ...move.detail, ...former } }
        : { ...move, detail: { ...move.detail, ...former } };
    }
    case 'extend':
      checkExtension(db, present, move.detail);
      return move;
    case 'dispatch':
    case 'decline':
    case 'seekConsent':
    case 'inform':
    case 'mediate':
    case 'suspend':
    case 'resume':
    case 'agree':
    case 'reopen':
    case 'archive':
      return move;
  }
}

/** Undoes what a move wrote beside its own row. */
function undo(db: WritableDb, id: CaseId, move: TakenMove): void {
  switch (move.code) {
    case 'accept':
      setReceipt(db, id, null);
      break;
    case 'appoint':
    case 'replace':
      appoint(
        db,
        id,
        move.detail.formerMediatorId as MediatorId | null,
        move.detail.formerAssistingMediatorIds as MediatorId[],
      );
      break;
    case 'close':
      deleteClosing(db, id);
      break;
    default:
  }
}

/** Takes the last move of a case back; an imported closing has no move, and leaves what its facts say. */
export function takeBackLast(db: WritableDb, present: RegisteredCase, reason: string): void {
  const { id } = present;
  const last = movesOfCase(db, id).findLast((move) => move.takenBack === null);
  const closing = closingOfCase(db, id);
  if (last !== undefined) {
    markTakenBack(db, last.id, reason);
    undo(db, id, last);
    setStatus(db, id, last.from);
    db.event({
      subject: 'case',
      subjectId: id,
      what: last.code === 'close' ? 'closingCorrected' : 'moveTakenBack',
      before: last.code === 'close' ? closing : { code: last.code, on: last.on, detail: last.detail },
      after: { reason, status: last.from },
    });
    return;
  }
  if (closing === null) throw refused('nothingToUndo');
  deleteClosing(db, id);
  const status = statusAfter(found(progressOf(db, id), 'case'));
  setStatus(db, id, status);
  db.event({
    subject: 'case',
    subjectId: id,
    what: 'closingCorrected',
    before: closing,
    after: { reason, status },
  });
}

export const moves = {
  take: command('moves.take', contract.moves.take, (db, { caseId, version, move: wished }, { desk }) => {
    refuseNotYet(wished.code === 'accept' ? 'received' : 'move', wished.on, desk.today());
    const present = caseToChange(db, caseId, version);
    const move = carryOut(db, present, wished);
    const status = takeMove(
      db,
      { id: caseId, status: present.status, channel: present.facts.channel },
      move as never,
    );
    db.event({ subject: 'case', subjectId: caseId, what: 'moved', after: { ...move, status } });
    return { version: version + 1 };
  }),

  takeBack: command('moves.takeBack', contract.moves.takeBack, (db, { caseId, version, reason }) => {
    const present = caseToChange(db, caseId, version);
    takeBackLast(db, present, reason);
    return { version: version + 1 };
  }),
};
