import type { CaseId } from '#shared/contract/ids.ts';
import { advancePartiesVersion, advanceVersion, type RegisteredCase, readCase } from '../register/cases.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
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

/** The same for a change of the parties, who have a version of their own. */
export function partiesToChange(db: WritableDb, id: CaseId, version: number): void {
  liveCase(db, id);
  if (!advancePartiesVersion(db, id, version)) throw conflict('party');
}
