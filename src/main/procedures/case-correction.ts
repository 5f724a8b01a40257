import type { CaseFacts } from '#shared/contract/cases.ts';
import { type RegisteredCase, setStatus } from '../register/cases.ts';
import { markTakenBack, movesOfCase } from '../register/moves.ts';
import type { WritableDb } from '../register/query.ts';
import { takeMove } from './case-moves.ts';
import { refused } from './errors.ts';

const notGoneOn = ['registered', 'dispatched', 'accepted'];

/**
 * The receipt day and the channel carry the period and the figures: once the case has gone on, correcting them needs a
 * reason, which its history keeps (误操作更正).
 */
export function checkCorrection(present: RegisteredCase, facts: CaseFacts, reason: string | null): void {
  if (notGoneOn.includes(present.status)) return;
  const { receivedOn, channel } = present.facts;
  if (receivedOn !== null && facts.receivedOn === null) throw refused('receiptInUse');
  if (reason !== null) return;
  if (receivedOn !== null && receivedOn !== facts.receivedOn)
    throw refused('reasonNeeded', { what: '接收日期' });
  if (channel !== facts.channel) throw refused('reasonNeeded', { what: '通道' });
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
    const accepted = movesOfCase(db, id).findLast(
      (move) => move.takenBack === null && move.code === 'accept',
    );
    if (accepted !== undefined) markTakenBack(db, accepted.id, reason ?? '清空了接收日期');
    setStatus(db, id, accepted?.from ?? 'registered');
  }
}
