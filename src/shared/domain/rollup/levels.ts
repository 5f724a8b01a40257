import { z } from 'zod';

/** At which level an office stands; each hands its sums to the next one. */
export const officeLevels = {
  banner: { label: '旗区（县）' },
  city: { label: '市（盟）' },
  region: { label: '自治区（省）' },
} as const;
export type OfficeLevel = keyof typeof officeLevels;
export const officeLevelSchema = z.enum(Object.keys(officeLevels) as [OfficeLevel, ...OfficeLevel[]]);

/** What an office says of itself in its packages, and whether its own register is one of the units that it sums up. */
export const rollupSettingsSchema = z
  .object({
    level: officeLevelSchema,
    /** The 旗区, 市 or 自治区 that it is of; null: as its court says, by `usualRegion`. */
    region: z.string().trim().min(1).max(50).nullable(),
    ownCounts: z.boolean(),
  })
  .readonly();
export type RollupSettings = z.infer<typeof rollupSettingsSchema>;

export const defaultRollupSettings: RollupSettings = { level: 'banner', region: null, ownCounts: false };

/**
 * Of which region an office is by its court, while nobody has said: 东胜区人民法院 is of 东胜区 for an office of a 旗区, and
 * of the city that the court lies in for one of the city. Null where the court does not tell.
 */
export function usualRegion(
  level: OfficeLevel,
  court: { readonly shortName: string; readonly region: string | null } | undefined,
): string | null {
  const place = /^(.+[旗区县市])人民法院$/.exec(court?.shortName ?? '')?.[1];
  return (level === 'banner' ? place : undefined) ?? court?.region ?? null;
}
