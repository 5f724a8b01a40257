import type { Channel } from '../channel.ts';
import type { ClosingCode } from '../closing.ts';

/** The closings that are an agreement which the organisation mediated: written, oral, or performed at once. */
export const mediatedClosings: readonly ClosingCode[] = ['C11', 'C12', 'C13'];

/**
 * Whether 司法确认 is what usually comes next: an agreement outside the court's own case that still has to be performed,
 * unless the parties chose something else (民事诉讼法 第205条; 法释〔2016〕14号 第19条).
 */
export function confirmationUsual(agreement: {
  readonly channel: Channel;
  readonly code: ClosingCode;
  readonly effect: string | null;
}): boolean {
  const { channel, code, effect } = agreement;
  const wanted = effect === null || effect === 'judicialConfirmation';
  return wanted && channel !== 'B' && mediatedClosings.includes(code) && code !== 'C13';
}
