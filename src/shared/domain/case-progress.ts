import type { CaseStatus } from './case-status.ts';

/** What has happened in a case so far, as far as its status depends on it. */
export type CaseProgress = {
  readonly received: boolean;
  readonly sessions: number;
  readonly agreed: boolean;
  readonly closed: boolean;
};

/**
 * The status that follows from what is registered: the latest of 已登记, 已接收, 调解中, 达成合意 and 已终结 whose entry
 * condition holds (domain.md §2.1).
 */
export function statusAfter(progress: CaseProgress): CaseStatus {
  if (progress.closed) return 'closed';
  if (progress.agreed) return 'agreed';
  if (progress.sessions > 0) return 'mediating';
  return progress.received ? 'accepted' : 'registered';
}
