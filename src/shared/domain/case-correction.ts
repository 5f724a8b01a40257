import { moves } from './case-move.ts';
import type { CaseStatus } from './case-status.ts';
import type { Channel } from './channel.ts';
import type { LocalDate } from './local-date.ts';

/** The facts that a period, a figure or an appointment rests on. */
type CarryingFacts = {
  readonly receivedOn: LocalDate | null;
  readonly channel: Channel;
  readonly mediatorId: number | null;
};

const notGoneOn: readonly CaseStatus[] = ['draft', 'registered', 'dispatched', 'accepted'];

/**
 * What of a case that has gone on is corrected by an amendment and therefore needs a reason (误操作更正), in words; null:
 * nothing. Another mediator is a replacement with its reason (法释〔2016〕14号 第13条); a name entered wrongly is corrected.
 */
export function correctionOf(status: CaseStatus, before: CarryingFacts, after: CarryingFacts): string | null {
  if (notGoneOn.includes(status)) return null;
  if (before.receivedOn !== null && before.receivedOn !== after.receivedOn) return '接收日期';
  if (before.channel !== after.channel) return '通道';
  const appointed = moves.replace.from.includes(status);
  return appointed && before.mediatorId !== null && before.mediatorId !== after.mediatorId ? '调解员' : null;
}
