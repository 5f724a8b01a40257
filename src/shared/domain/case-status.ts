import { z } from 'zod';

export const caseStatusCodes = [
  'draft',
  'registered',
  'dispatched',
  'accepted',
  'consent',
  'appointed',
  'mediating',
  'suspended',
  'agreed',
  'closed',
  'archived',
] as const;
export const caseStatusSchema = z.enum(caseStatusCodes);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

export type CaseStatusFacts = {
  readonly label: string;
  /** Whether the case still has to be ended. */
  readonly open: boolean;
};

/** The main states of a case in their order; a case is in one at a time. */
export const caseStatuses: Readonly<Record<CaseStatus, CaseStatusFacts>> = {
  draft: { label: '暂存', open: true },
  registered: { label: '已登记', open: true },
  dispatched: { label: '待接收', open: true },
  accepted: { label: '已接收', open: true },
  consent: { label: '征询意愿中', open: true },
  appointed: { label: '已确定调解员', open: true },
  mediating: { label: '调解中', open: true },
  suspended: { label: '中止', open: true },
  agreed: { label: '达成合意（待签署）', open: true },
  closed: { label: '已终结', open: false },
  archived: { label: '已归档', open: false },
};
