import { z } from 'zod';

const ethnicGroupSchema = z
  .object({
    /** GB/T 3304-1991; the groups without recognition share 97. */
    code: z.string().regex(/^\d{2}$/),
    name: z.string().min(1),
    aliases: z.array(z.string()).readonly().optional(),
  })
  .readonly();

export type EthnicGroup = z.infer<typeof ethnicGroupSchema>;

/** resources/ethnic-groups.json, read as the list of groups. */
export const ethnicGroupsSchema = z
  .object({ source: z.string().min(1), groups: z.array(ethnicGroupSchema).readonly() })
  .transform((file) => file.groups);

/** The standard's name of an ethnic group: 汉 and 汉族 are 汉族; undefined for an unknown one. */
export function normaliseEthnicGroup(groups: readonly EthnicGroup[], text: string): string | undefined {
  const folded = text.normalize('NFKC').replace(/\s/g, '');
  return groups.find(
    (group) =>
      group.name === folded ||
      (group.name.endsWith('族') && group.name.slice(0, -1) === folded) ||
      (group.aliases ?? []).some(
        (alias) => alias === folded || (alias.endsWith('族') && alias.slice(0, -1) === folded),
      ),
  )?.name;
}
