import type { CaseFacts } from '#shared/contract/cases.ts';
import { correctionOf } from '#shared/domain/case-correction.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { decideClosing } from '#shared/domain/case-move.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { type RegisteredCase, setStatus } from '../register/cases.ts';
import { markTakenBack, movesOfCase } from '../register/moves.ts';
import type { WritableDb } from '../register/query.ts';
import { takeMove } from './case-moves.ts';
import { refused } from './errors.ts';

/**
 * The receipt day and the channel carry the period and the figures, and who mediates is not changed silently: once the case
 * has gone on, correcting them needs a reason, which its history keeps (误操作更正).
 */
export function checkCorrection(present: RegisteredCase, facts: CaseFacts, reason: string | null): void {
  if (present.status === 'dispatched' && facts.channel === 'C') {
    throw refused('stepNotPossible', {
      reason: '已经发出委派、委托函的案件不能改成自行受理。',
      instead: '函确实发错了的，先撤回“发出”并写明理由，再改通道。',
    });
  }
  const what = correctionOf(present.status, present.facts, facts);
  if (what === null) return;
  if (facts.receivedOn === null && present.facts.receivedOn !== null) throw refused('receiptInUse');
  if (reason === null) throw refused('reasonNeeded', { what });
}

/** A closed case comes into another channel only where that channel ends in the way in which the case did. */
export function checkExit(code: ClosingCode, channel: Channel): void {
  const exit = decideClosing(code, channel);
  if (exit.legal) return;
  throw refused('stepNotPossible', {
    reason: exit.reason,
    instead: '先用“误操作更正”撤回结案并写明理由，改好通道后再结案。',
  });
}

/** Writing the receipt day among the facts is the receipt; clearing it before anything followed takes the receipt back. */
export function followReceipt(
  db: WritableDb,
  { id, status, facts: before }: RegisteredCase,
  after: CaseFacts,
  reason: string | null,
): void {
  if (before.receivedOn === null && after.receivedOn !== null) {
    if (status !== 'registered' && status !== 'dispatched') return;
    const detail = { receivedBy: null, online: false };
    takeMove(db, { id, status, channel: after.channel }, { code: 'accept', on: after.receivedOn, detail });
  } else if (before.receivedOn !== null && after.receivedOn === null) {
    const life = caseLife(movesOfCase(db, id));
    const accepted = life.acceptance;
    // An extension or a notice of rights rests on the receipt, although it leaves the state as it is.
    if (accepted !== null && life.moves.at(-1)?.id !== accepted.id) throw refused('receiptInUse');
    if (accepted !== null) markTakenBack(db, accepted.id, reason ?? '清空了接收日期');
    setStatus(db, id, accepted?.from ?? 'registered');
  }
}
