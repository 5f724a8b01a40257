import { z } from 'zod';

/** Marks by which the office tells special cases apart (domain.md §2.6); figures are sliced by them. */
export const caseMarkCodes = [
  'enterprise',
  'migrantWorkers',
  'group',
  'minor',
  'translation',
  'sensitive',
] as const;
export const caseMarkSchema = z.enum(caseMarkCodes);
export type CaseMark = z.infer<typeof caseMarkSchema>;

export const caseMarks: Readonly<Record<CaseMark, { readonly label: string }>> = {
  enterprise: { label: '涉民企' },
  migrantWorkers: { label: '涉农牧民工' },
  group: { label: '群体性（10人以上）' },
  minor: { label: '涉未成年人' },
  translation: { label: '需民族语言翻译' },
  sensitive: { label: '重大敏感' },
};
