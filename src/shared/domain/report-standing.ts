import { formatLocalDate, type LocalDate, localDateInShanghai } from './local-date.ts';

/** Whether a report says what a closed month was closed with, or what the register counts on a day. */
export type ReportStanding =
  | { readonly kind: 'open'; readonly countedOn: LocalDate }
  | {
      readonly kind: 'closed';
      /** UTC instant, and who was at work. */
      readonly at: string;
      readonly by: string;
      readonly sequence: number;
      /** SHA-256 of all that the closing froze besides its file, which could not bear its own. */
      readonly contentSha256: string;
    };

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** As much of a fingerprint as a person compares. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, 12);
}

/** 数据截至2024年12月2日，未锁定; 2024年12月2日 17:45 甲锁定（第1次），校验值 abecdee12777. */
export function standingWords(standing: ReportStanding): string {
  if (standing.kind === 'open') return `数据截至${formatLocalDate(standing.countedOn)}，未锁定`;
  const { at, by, sequence, contentSha256 } = standing;
  const instant = new Date(at);
  const when = `${formatLocalDate(localDateInShanghai(instant))} ${clock.format(instant)}`;
  return `${when} ${by}锁定（第${sequence}次），校验值 ${shortFingerprint(contentSha256)}`;
}
