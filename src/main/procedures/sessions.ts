import { contract } from '#shared/contract/index.ts';
import { caseOfSession, insertSession, sessionsOfCase, updateSession } from '../register/sessions.ts';
import { takeImpliedMove } from './case-moves.ts';
import { liveCase } from './case-of.ts';
import { conflict, found } from './errors.ts';
import { command } from './kinds.ts';

export const sessions = {
  record: command('sessions.record', contract.sessions.record, (db, { caseId, session }) => {
    const { status, facts } = liveCase(db, caseId);
    const id = insertSession(db, caseId, session);
    takeImpliedMove(
      db,
      { id: caseId, status, channel: facts.channel },
      { code: 'mediate', on: session.heldOn, detail: {} },
    );
    db.event({ subject: 'case', subjectId: caseId, what: 'sessionRecorded', after: session });
    return { id };
  }),

  amend: command('sessions.amend', contract.sessions.amend, (db, { id, version, session }) => {
    const caseId = found(caseOfSession(db, id), 'session');
    liveCase(db, caseId);
    const before = sessionsOfCase(db, caseId).find((one) => one.id === id);
    if (!updateSession(db, id, version, session)) throw conflict('session');
    db.event({ subject: 'case', subjectId: caseId, what: 'sessionAmended', before, after: session });
    return { version: version + 1 };
  }),
};
