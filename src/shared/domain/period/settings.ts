import { z } from 'zod';
import { channelSchema } from '../channel.ts';
import { suspensionGroundSchema } from './suspension.ts';

/** What the law leaves to an office: every default can be changed in the settings. */
export const periodSettingsSchema = z
  .object({
    /** Whether the day of receipt is the first day; 民事诉讼法 第85条第2款 says no, some courts count it. */
    countStartDay: z.boolean().default(false),
    /** Whether a period that would end on a day off ends on the next working day (民事诉讼法 第85条第3款). */
    rollForward: z.boolean().default(true),
    /** Days in channel C, for which no law sets a period; left out, the customary month of the rule. */
    customaryDays: z.int().min(1).max(365).optional(),
    /** The most days that extensions may add in all; left out, what the rule says. */
    extensionDays: z
      .partialRecord(channelSchema, z.union([z.int().min(0).max(3650), z.literal('unlimited')]))
      .default({}),
    /** The grounds on which the days of a suspension are not counted. */
    stoppingGrounds: z.array(suspensionGroundSchema).readonly().default(['appraisal', 'suspectedSham']),
    /** Calendar days before the end at which to warn. */
    warnAtDays: z.array(z.int().min(1)).readonly().default([5, 3, 1]),
  })
  .readonly();

export type PeriodSettings = z.infer<typeof periodSettingsSchema>;

export const defaultPeriodSettings: PeriodSettings = periodSettingsSchema.parse({});
