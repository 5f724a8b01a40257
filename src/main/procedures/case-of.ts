import type { CaseId } from '#shared/contract/ids.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { advanceVersion, type RegisteredCase, readCase, setStatus } from '../register/cases.ts';
import { closingOfCase } from '../register/outcomes.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { conflict, found, refused } from './errors.ts';

/** The case, live or in the recycle bin; NOT_FOUND where there is none. */
export function caseOf(db: ReadableDb, id: CaseId): RegisteredCase {
  return found(readCase(db, id), 'case');
}

/** A case that is not in the recycle bin. */
export function liveCase(db: ReadableDb, id: CaseId): RegisteredCase {
  const present = caseOf(db, id);
  if (present.removed !== null) throw refused('alreadyRemoved');
  return present;
}

/** The case that a command may change: live, and still at the version that was read. */
export function caseToChange(db: WritableDb, id: CaseId, version: number): RegisteredCase {
  const present = liveCase(db, id);
  if (!advanceVersion(db, id, version)) throw conflict('case');
  return present;
}

/** Moves the status to what follows from the register now. */
export function followStatus(db: WritableDb, id: CaseId): void {
  const present = caseOf(db, id);
  if (present.status === 'archived') return;
  const status = statusAfter({
    received: present.facts.receivedOn !== null,
    sessions: sessionsOfCase(db, id).length,
    agreed: agreementOfCase(db, id) !== null,
    closed: closingOfCase(db, id) !== null,
  });
  if (status !== present.status) setStatus(db, id, status);
}
