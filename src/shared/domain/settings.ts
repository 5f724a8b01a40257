import { z } from 'zod';
import { afterClosingSettingsSchema, defaultAfterClosingSettings } from './after-closing.ts';
import { defaultOfficeLoanPrimeRates, officeLoanPrimeRatesSchema } from './agreement-checks.ts';
import { contactRuleSchema, defaultContactRule } from './contact.ts';
import { defaultPointSettings, pointSettingsSchema } from './mediator-record.ts';
import { defaultPaperStyle, paperStyleSchema } from './paper-style.ts';
import { defaultPeriodSettings, periodSettingsSchema } from './period.ts';
import { defaultReportDuties, reportDutiesSchema } from './report-duty.ts';
import { defaultStatisticalCalendar, statisticalCalendarSchema } from './reporting-period.ts';
import { defaultRollupSettings, rollupSettingsSchema } from './rollup.ts';
import { defaultSubsidySettings, subsidySettingsSchema } from './subsidy.ts';

/** Which of the three channels an office uses; a case of a channel that was switched off goes on (domain.md §1.7). */
export const channelSettingsSchema = z
  .object({ A: z.boolean(), B: z.boolean(), C: z.boolean() })
  .readonly()
  .refine((enabled) => Object.values(enabled).some(Boolean), '三个通道至少开通一个');
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

/** The choices of an office by subject, each with the schema that reads it and the default of design.md §6. */
export const settingSchemas = {
  channels: channelSettingsSchema,
  period: periodSettingsSchema,
  contact: contactRuleSchema,
  afterClosing: afterClosingSettingsSchema,
  subsidies: subsidySettingsSchema,
  points: pointSettingsSchema,
  loanPrimeRates: officeLoanPrimeRatesSchema,
  paperStyle: paperStyleSchema,
  statistics: statisticalCalendarSchema,
  reports: reportDutiesSchema,
  rollup: rollupSettingsSchema,
} as const;
export type SettingSubject = keyof typeof settingSchemas;
export type Settings = { readonly [Subject in SettingSubject]: z.infer<(typeof settingSchemas)[Subject]> };

export const defaultSettings: Settings = {
  channels: { A: true, B: true, C: true },
  period: defaultPeriodSettings,
  contact: defaultContactRule,
  afterClosing: defaultAfterClosingSettings,
  subsidies: defaultSubsidySettings,
  points: defaultPointSettings,
  loanPrimeRates: defaultOfficeLoanPrimeRates,
  paperStyle: defaultPaperStyle,
  statistics: defaultStatisticalCalendar,
  reports: defaultReportDuties,
  rollup: defaultRollupSettings,
};
