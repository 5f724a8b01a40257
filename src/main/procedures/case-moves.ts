import type { CaseId } from '#shared/contract/ids.ts';
import { decideMove, type MoveCode, type MoveDetails, moves as moveRules } from '#shared/domain/case-move.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { setStatus } from '../register/cases.ts';
import { insertMove } from '../register/moves.ts';
import type { WritableDb } from '../register/query.ts';
import { refused } from './errors.ts';

/** As much of a case as a move asks for. */
export type Mover = { readonly id: CaseId; readonly status: CaseStatus; readonly channel: Channel };

/**
 * Takes one move of the table, or refuses it with the reason and what to do instead. The command that calls this
 * leaves the event. Gives the status after the move.
 */
export function takeMove<Code extends MoveCode>(
  db: WritableDb,
  { id, status, channel }: Mover,
  move: { readonly code: Code; readonly on: LocalDate; readonly detail: MoveDetails[Code] },
): CaseStatus {
  const decision = decideMove(move.code, status, channel);
  if (!decision.legal) {
    throw refused('illegalMove', {
      move: moveRules[move.code].label,
      reason: decision.reason,
      instead: decision.instead,
    });
  }
  insertMove(db, id, { ...move, from: status, to: decision.to });
  if (decision.to !== status) setStatus(db, id, decision.to);
  return decision.to;
}

/** Takes the move that follows from what was just written down, where the case has not made it already. */
export function takeImpliedMove<Code extends 'accept' | 'mediate' | 'agree'>(
  db: WritableDb,
  mover: Mover,
  move: { readonly code: Code; readonly on: LocalDate; readonly detail: MoveDetails[Code] },
): CaseStatus {
  const rule = moveRules[move.code];
  if (!rule.from.includes(mover.status)) {
    // Before the receipt nothing can be mediated or agreed; later on the case has long made this move.
    if (mover.status !== 'registered' && mover.status !== 'dispatched') return mover.status;
  }
  return takeMove(db, mover, move);
}
