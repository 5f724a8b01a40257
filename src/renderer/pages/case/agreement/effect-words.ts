import type { AgreementEffect } from '#shared/contract/agreements.ts';
import type { Channel } from '#shared/domain/channel.ts';

export const effectLabels = {
  judicialConfirmation: '申请司法确认',
  noConfirmation: '不申请司法确认',
  conciliationStatement: '请法院出具调解书',
  withdrawal: '撤回起诉',
  performedAtOnce: '即时履行完毕',
} as const satisfies Record<AgreementEffect, string>;

/** What an agreement may lead to, by channel (domain.md §1.8; 法释〔2016〕14号 第19条、第20条). */
const effectsOfChannel = {
  A: ['judicialConfirmation', 'noConfirmation', 'performedAtOnce'],
  B: ['conciliationStatement', 'withdrawal', 'performedAtOnce'],
  C: ['judicialConfirmation', 'noConfirmation', 'performedAtOnce'],
} as const satisfies Record<Channel, readonly AgreementEffect[]>;

/** What the form offers: what the channel leads to, what the office has opened in B, and what was chosen before. */
export function effectsOffered(
  channel: Channel,
  confirmationInChannelB: boolean,
  chosen: AgreementEffect | null,
): readonly AgreementEffect[] {
  const own: readonly AgreementEffect[] = effectsOfChannel[channel];
  const opened: readonly AgreementEffect[] =
    channel === 'B' && confirmationInChannelB ? ['judicialConfirmation'] : [];
  const offered = [...own, ...opened];
  return chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
}

/** Which effects name a court: performance at once only where the case is before one. */
export function namesCourt(effect: AgreementEffect, channel: Channel): boolean {
  return effect !== 'noConfirmation' && (effect !== 'performedAtOnce' || channel === 'B');
}

/** What to know of an effect while it is chosen. */
export function effectHint(effect: AgreementEffect | null, channel: Channel): string | undefined {
  if (effect === 'performedAtOnce') {
    return '签字时已经全部履行的才选；给付条款勾“签订时付清”';
  }
  if (channel === 'B') {
    return '立案后委托的案件由法院出具调解书或撤诉，不走司法确认';
  }
  return effect === 'noConfirmation' ? undefined : '司法确认：自协议生效之日起 30 日内双方共同申请';
}
