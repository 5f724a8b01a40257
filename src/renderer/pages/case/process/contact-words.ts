import type { ContactRule, ContactTally } from '#shared/domain/contact.ts';
import { contactResultLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';

/** How often a party was tried: 4 次，最近 3 次（2 天）没联系上. */
export function tallyInWords({ tries, inVain, days, lastReached }: ContactTally): string {
  if (tries === 0) {
    return '没有联系过';
  }
  const last =
    lastReached === null
      ? ''
      : `，${formatLocalDate(lastReached.on)}${contactResultLabels[lastReached.result]}`;
  return inVain === 0
    ? `${tries} 次${last}`
    : `${tries} 次${last}，${tries === inVain ? '都' : `其后 ${inVain} 次`}没联系上（${days} 天）`;
}

/** 3 次、不少于 2 天 */
export function ruleInWords({ tries, days }: ContactRule): string {
  return `${tries} 次、不少于 ${days} 天`;
}
