import { z } from 'zod';
import { type DisputeKind, disputeKindCodes, disputeKinds } from './tables/dispute-kind.ts';

/** Groups of cases that a line of 附表一 or 附表二 counts and that are no rows of a dimension. */
export type CaseGroup = DisputeKind | 'onPlatform';
export const caseGroupCodes = ['onPlatform', ...disputeKindCodes] as const satisfies readonly CaseGroup[];
export const caseGroupSchema = z.enum(caseGroupCodes);

/** What a group is called where its cases are listed. */
export function caseGroupLabel(group: CaseGroup): string {
  return group === 'onPlatform' ? '登记了平台案件编号' : `纠纷类型：${disputeKinds[group].label}`;
}
