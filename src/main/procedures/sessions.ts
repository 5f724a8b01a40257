import { contract } from '#shared/contract/index.ts';
import type { SessionFacts } from '#shared/contract/sessions.ts';
import {
  caseOfSession,
  insertSession,
  sessionsWithPrivateNotes,
  updateSession,
} from '../register/sessions.ts';
import { takeImpliedMove } from './case-moves.ts';
import { liveCase } from './case-of.ts';
import { conflict, found } from './errors.ts';
import { statusChange } from './history.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';

/**
 * A session as the history tells it. What stands in the private notes is the mediator's own: the events say that there
 * were some and that they changed, and never what they said.
 */
function told(session: SessionFacts, before: SessionFacts | null): object {
  const { privateNotes, ...rest } = session;
  const changed = before !== null && before.privateNotes !== null && before.privateNotes !== privateNotes;
  return { ...rest, privateNotes: privateNotes === null ? null : changed ? 'changed' : 'written' };
}

export const sessions = {
  record: command('sessions.record', contract.sessions.record, (db, { caseId, session }, { desk }) => {
    refuseNotYet('session', session.heldOn, desk.today());
    const { status, facts } = liveCase(db, caseId);
    const id = insertSession(db, caseId, session);
    const moved = takeImpliedMove(
      db,
      { id: caseId, status, channel: facts.channel },
      { code: 'mediate', on: session.heldOn, detail: {} },
    );
    const after = { ...told(session, null), ...statusChange(status, moved) };
    db.event({ subject: 'case', subjectId: caseId, what: 'sessionRecorded', after });
    return { id };
  }),

  amend: command('sessions.amend', contract.sessions.amend, (db, { id, version, session }, { desk }) => {
    refuseNotYet('session', session.heldOn, desk.today());
    const caseId = found(caseOfSession(db, id), 'session');
    liveCase(db, caseId);
    const standing = found(
      sessionsWithPrivateNotes(db, caseId).find((one) => one.id === id),
      'session',
    );
    if (!updateSession(db, id, version, session)) throw conflict('session');
    const { id: _id, version: _version, ...before } = standing;
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'sessionAmended',
      before: told(before, null),
      after: told(session, before),
    });
    return { version: version + 1 };
  }),
};
