import { z } from 'zod';

const sectorSchema = z
  .object({ name: z.string().min(1), aliases: z.array(z.string()).readonly().optional() })
  .readonly();

export type Sector = z.infer<typeof sectorSchema>;

/** resources/sectors.json, read as the list of 界别. */
export const sectorsSchema = z
  .object({ source: z.string().min(1), sectors: z.array(sectorSchema).readonly() })
  .transform((file) => file.sectors);

/** The sector that a spelling means: 经济界 and 经济 are 经济; undefined for an unknown one. */
export function matchSector(sectors: readonly Sector[], text: string): Sector | undefined {
  const folded = text.normalize('NFKC').replace(/[\s、]/g, '');
  const base = folded.replace(/界(?:别|委员)?$/, '');
  return sectors.find((sector) =>
    [sector.name, ...(sector.aliases ?? [])].some((name) => name === folded || name === base),
  );
}
