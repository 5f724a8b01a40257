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
    /** null: the region of its court. */
    region: z.string().trim().min(1).max(50).nullable(),
    ownCounts: z.boolean(),
  })
  .readonly();
export type RollupSettings = z.infer<typeof rollupSettingsSchema>;

export const defaultRollupSettings: RollupSettings = { level: 'banner', region: null, ownCounts: false };
