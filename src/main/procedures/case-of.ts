import type { CaseId } from '#shared/contract/ids.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import {
  advancePartiesVersion,
  advanceVersion,
  progressOf,
  type RegisteredCase,
  readCase,
  setStatus,
} from '../register/cases.ts';
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

/** Moves the status to what follows from the register now. */
export function followStatus(db: WritableDb, id: CaseId): void {
  const progress = found(progressOf(db, id), 'case');
  if (progress.status === 'archived') return;
  const status = statusAfter(progress);
  if (status !== progress.status) setStatus(db, id, status);
}
