import { z } from 'zod';

/** What a party said about performance at a follow-up visit (人民调解法 第31条). */
export const visitPerformanceSchema = z.enum([
  'performed',
  'performing',
  'notPerformed',
  'notDue',
  'unknown',
]);
export type VisitPerformance = z.infer<typeof visitPerformanceSchema>;
export const visitPerformances = {
  performed: { label: '已履行完毕' },
  performing: { label: '正在履行' },
  notPerformed: { label: '未履行' },
  notDue: { label: '未到期' },
  unknown: { label: '不清楚' },
} as const satisfies Record<VisitPerformance, { label: string }>;

export const satisfactionSchema = z.enum(['satisfied', 'acceptable', 'dissatisfied']);
export type Satisfaction = z.infer<typeof satisfactionSchema>;
export const satisfactions = {
  satisfied: { label: '满意' },
  acceptable: { label: '基本满意' },
  dissatisfied: { label: '不满意' },
} as const satisfies Record<Satisfaction, { label: string }>;
