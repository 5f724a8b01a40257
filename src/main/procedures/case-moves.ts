import type { CaseId } from '#shared/contract/ids.ts';
import {
  decideClosing,
  decideMove,
  type MoveCode,
  type MoveDetails,
  moveLabel,
  moves as moveRules,
} from '#shared/domain/case-move.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { closingCodeSchema } from '#shared/domain/closing.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { setStatus } from '../register/cases.ts';
import { insertMove } from '../register/moves.ts';
import type { WritableDb } from '../register/query.ts';
import { refused } from './errors.ts';

/** As much of a case as a move asks for. */
export type Mover = { readonly id: CaseId; readonly status: CaseStatus; readonly channel: Channel };

/** Refuses a move that the table does not allow, with the reason and what to do instead; gives the state it leads to. */
export function checkMove({ status, channel }: Omit<Mover, 'id'>, code: MoveCode): CaseStatus {
  const decision = decideMove(code, status, channel);
  if (decision.legal) return decision.to;
  const { reason, instead } = decision;
  throw refused('illegalMove', { move: moveLabel(code, channel), reason, instead });
}

/**
 * Takes one move of the table, or refuses it with the reason and what to do instead. The command that calls this
 * leaves the event. Gives the status after the move.
 */
export function takeMove<Code extends MoveCode>(
  db: WritableDb,
  { id, status, channel }: Mover,
  move: { readonly code: Code; readonly on: LocalDate; readonly detail: MoveDetails[Code] },
): CaseStatus {
  const to = checkMove({ status, channel }, move.code);
  if ('code' in move.detail) {
    const exit = decideClosing(closingCodeSchema.parse(move.detail.code), channel);
    if (!exit.legal) throw refused('stepNotPossible', { reason: exit.reason, instead: exit.instead });
  }
  insertMove(db, id, { ...move, from: status, to });
  if (to !== status) setStatus(db, id, to);
  return to;
}

/**
 * Takes the move that follows from what was just written down, where the case has not made it already. A contact before
 * the receipt moves nothing; mediation and agreement before it are refused.
 */
export function takeImpliedMove<Code extends 'accept' | 'seekConsent' | 'mediate' | 'agree'>(
  db: WritableDb,
  mover: Mover,
  move: { readonly code: Code; readonly on: LocalDate; readonly detail: MoveDetails[Code] },
): CaseStatus {
  const rule = moveRules[move.code];
  if (!rule.from.includes(mover.status)) {
    // Before the receipt nothing can be mediated or agreed; later on the case has long made this move.
    const received = mover.status !== 'registered' && mover.status !== 'dispatched';
    if (received || move.code === 'seekConsent') return mover.status;
  }
  return takeMove(db, mover, move);
}
