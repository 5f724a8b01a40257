import { z } from 'zod';
import type { LocalDate } from './local-date.ts';

/** How somebody was tried to be reached, or was visited afterwards. */
export const contactMeansSchema = z.enum([
  'telephone',
  'message',
  'video',
  'letter',
  'visit',
  'platform',
  'other',
]);
export type ContactMeans = z.infer<typeof contactMeansSchema>;
export const contactMeans = {
  telephone: { label: '电话' },
  message: { label: '短信、微信' },
  video: { label: '视频' },
  letter: { label: '信函' },
  visit: { label: '上门' },
  platform: { label: '平台' },
  other: { label: '其他' },
} as const satisfies Record<ContactMeans, { label: string }>;

export const contactResultSchema = z.enum(['agreed', 'declined', 'undecided', 'notReached']);
export type ContactResult = z.infer<typeof contactResultSchema>;
export const contactResults = {
  agreed: { label: '同意调解' },
  declined: { label: '不同意' },
  undecided: { label: '未表态' },
  notReached: { label: '没联系上' },
} as const satisfies Record<ContactResult, { label: string }>;

/**
 * From when on somebody counts as 联系不上. 法释〔2021〕23号 第15条 and 第25条第3项 give no number, so it is the office's to
 * say: `tries` in vain, on at least `days` different days.
 */
export const contactRuleSchema = z
  .object({ tries: z.int().min(1).max(20), days: z.int().min(1).max(20) })
  .readonly();
export type ContactRule = z.infer<typeof contactRuleSchema>;
export const defaultContactRule: ContactRule = { tries: 3, days: 2 };
export const contactSource = '法释〔2021〕23号 第15条、第25条第3项';

/** As much of a recorded try as the rules ask for; `partyId` null: somebody who is no party. */
export type StatedContact = {
  readonly id: number;
  readonly partyId: number | null;
  readonly contactedOn: LocalDate;
  readonly result: ContactResult;
};

export type ContactTally = {
  /** All tries to reach the party. */
  readonly tries: number;
  /** Tries in vain since the party was last reached, and on how many days. */
  readonly inVain: number;
  readonly days: number;
  readonly firstInVainOn: LocalDate | null;
  readonly lastInVainOn: LocalDate | null;
  /** What the party said when last reached; null: never reached. */
  readonly lastReached: { readonly on: LocalDate; readonly result: ContactResult } | null;
  /** Enough has been tried to propose a C23 closing. The machine proposes and never closes. */
  readonly unreachable: boolean;
};

/** How often a party was tried, and whether that is enough to call it 联系不上 (法释〔2021〕23号 第25条第3项). */
export function contactTally(
  contacts: readonly StatedContact[],
  partyId: number,
  rule: ContactRule,
): ContactTally {
  const tries = contacts
    .filter((contact) => contact.partyId === partyId)
    .toSorted((a, b) => a.contactedOn.localeCompare(b.contactedOn) || a.id - b.id);
  const reachedAt = tries.findLastIndex(({ result }) => result !== 'notReached');
  const reached = tries[reachedAt];
  const inVain = tries.slice(reachedAt + 1);
  const days = new Set(inVain.map(({ contactedOn }) => contactedOn)).size;
  return {
    tries: tries.length,
    inVain: inVain.length,
    days,
    firstInVainOn: inVain[0]?.contactedOn ?? null,
    lastInVainOn: inVain.at(-1)?.contactedOn ?? null,
    lastReached: reached === undefined ? null : { on: reached.contactedOn, result: reached.result },
    unreachable: inVain.length >= rule.tries && days >= rule.days,
  };
}

/** The parties who count as 联系不上, with their counts: what a C23 closing is proposed with. */
export function unreachableParties<Party extends { readonly id: number }>(
  parties: readonly Party[],
  contacts: readonly StatedContact[],
  rule: ContactRule,
): readonly { readonly party: Party; readonly tally: ContactTally }[] {
  return parties
    .map((party) => ({ party, tally: contactTally(contacts, party.id, rule) }))
    .filter(({ tally }) => tally.unreachable);
}
