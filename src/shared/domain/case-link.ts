import { z } from 'zod';

/** How two cases belong together: 系列案 count one each, 同一纠纷 counts once (domain.md §1.7, §8.1). */
export const linkKinds = ['series', 'sameDispute', 'related'] as const;
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = z.infer<typeof linkKindSchema>;
