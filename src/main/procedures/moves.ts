import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import type { TakenMove, WishedMove } from '#shared/domain/case-move.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { afterStepsOfCase } from '../register/after-steps.ts';
import { progressOf, type RegisteredCase, setMediators, setReceipt, setStatus } from '../register/cases.ts';
import { mediatorSector } from '../register/mediators.ts';
import { markTakenBack, movesOfCase } from '../register/moves.ts';
import { closingOfCase, deleteClosing } from '../register/outcomes.ts';
import type { WritableDb } from '../register/query.ts';
import { subsidiesOfCase } from '../register/subsidies.ts';
import { checkMove, takeMove } from './case-moves.ts';
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

/** A suspension ends on or after its first day; one that was never needed is taken back instead. */
function checkResumption(db: WritableDb, id: CaseId, lastDay: LocalDate): void {
  const open = caseLife(movesOfCase(db, id)).suspensions.at(-1);
  if (open !== undefined && lastDay < open.from) {
    throw refused('stepNotPossible', {
      reason: `中止末日早于中止首日（${formatLocalDate(open.from)}），中止的天数算不出来。`,
      instead: '中止登记错了的，用“撤回上一步”撤回中止并写明理由。',
    });
  }
}

/** What a move writes beside its own row. Exhaustive, so that a new move says what it does. */
function carryOut(db: WritableDb, present: RegisteredCase, move: WishedMove, today: LocalDate): WishedMove {
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
      refuseNotYet('consent', move.detail.applicantsConsentedOn, today);
      refuseNotYet('consent', move.detail.respondentsConsentedOn, today);
      checkExtension(db, present, move.detail, today);
      return move;
    case 'resume':
      checkResumption(db, id, move.on);
      return move;
    case 'dispatch':
    case 'decline':
    case 'seekConsent':
    case 'inform':
    case 'mediate':
    case 'suspend':
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

/** A receipt day that was found after the closing becomes the receipt as soon as the case goes on without it. */
function received(db: WritableDb, { id, facts }: RegisteredCase, status: CaseStatus): CaseStatus {
  if (facts.receivedOn === null || (status !== 'registered' && status !== 'dispatched')) return status;
  const detail = { receivedBy: null, online: false };
  return takeMove(
    db,
    { id, status, channel: facts.channel },
    { code: 'accept', on: facts.receivedOn, detail },
  );
}

/** What followed a closing rests on it: 裁定, 调解书 or a subsidy of a case that was not settled would be counted. */
function refuseWhileFollowed(db: WritableDb, id: CaseId): void {
  if (afterStepsOfCase(db, id).length === 0 && subsidiesOfCase(db, id).length === 0) return;
  throw refused('stepNotPossible', {
    reason: '结案后已经登记了后续事项（司法确认、调解书、移送或者补贴等），不能直接撤回结案。',
    instead: '先在“结案后”作废这些登记并写明理由，再用“误操作更正”。',
  });
}

/** Takes the last move of a case back; an imported closing has no move, and leaves what its facts say. */
export function takeBackLast(db: WritableDb, present: RegisteredCase, reason: string): void {
  const { id } = present;
  const last = movesOfCase(db, id).findLast((move) => move.takenBack === null);
  const closing = closingOfCase(db, id);
  if (closing !== null && (last === undefined || last.code === 'close')) refuseWhileFollowed(db, id);
  if (last !== undefined) {
    markTakenBack(db, last.id, reason);
    undo(db, id, last);
    setStatus(db, id, last.from);
    const status = last.code === 'close' ? received(db, present, last.from) : last.from;
    db.event({
      subject: 'case',
      subjectId: id,
      what: last.code === 'close' ? 'closingCorrected' : 'moveTakenBack',
      before: last.code === 'close' ? closing : { code: last.code, on: last.on, detail: last.detail },
      after: { reason, status },
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
    const mover = { id: caseId, status: present.status, channel: present.facts.channel };
    // Decided before anything is asked of the move itself: a case that cannot take it hears that first.
    checkMove(mover, wished.code);
    const move = carryOut(db, present, wished, desk.today());
    const status = takeMove(db, mover, move as never);
    db.event({ subject: 'case', subjectId: caseId, what: 'moved', after: { ...move, status } });
    return { version: version + 1 };
  }),

  takeBack: command('moves.takeBack', contract.moves.takeBack, (db, { caseId, version, reason }) => {
    const present = caseToChange(db, caseId, version);
    takeBackLast(db, present, reason);
    return { version: version + 1 };
  }),
};
