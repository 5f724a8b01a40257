import { z } from 'zod';
import { fontRoles } from '../documents/layout.ts';
import { fontSchemeNames } from '../domain/paper-style.ts';
import { restCalendarSchema } from '../domain/rest-days.ts';
import { type SettingSubject, settingSchemas } from '../domain/settings.ts';
import { procedure } from './procedure.ts';

function change<Subject extends SettingSubject>(subject: Subject) {
  return z.object({ subject: z.literal(subject), value: settingSchemas[subject] });
}

function kept<Subject extends SettingSubject>(subject: Subject) {
  return z.object({
    value: settingSchemas[subject],
    /** null: nobody has chosen, the default holds. */
    version: z.int().nullable(),
  });
}

/** One choice of the office, whole. */
export const settingChangeSchema = z.discriminatedUnion('subject', [
  change('channels'),
  change('period'),
  change('contact'),
  change('afterClosing'),
  change('subsidies'),
  change('points'),
  change('loanPrimeRates'),
  change('paperStyle'),
  change('statistics'),
  change('reports'),
  change('rollup'),
]);

export const keptCalendarSchema = z.object({
  calendar: restCalendarSchema,
  /** Whether it came with the program or was imported by the office. */
  origin: z.enum(['program', 'imported']),
  version: z.int(),
});

export const checkedSchemeSchema = z.object({
  scheme: z.enum(fontSchemeNames),
  fonts: z.array(
    z.object({
      role: z.enum(fontRoles),
      name: z.string(),
      state: z.enum(['installed', 'replaced', 'missing']),
      /** What Word and WPS take instead; null: nothing is. */
      insteadOf: z.string().nullable(),
    }),
  ),
  complete: z.boolean(),
});

/** What the law leaves to an office, and the holiday calendars that periods are computed with. */
export const settings = {
  all: procedure.output(
    z.object({
      channels: kept('channels'),
      period: kept('period'),
      contact: kept('contact'),
      afterClosing: kept('afterClosing'),
      subsidies: kept('subsidies'),
      points: kept('points'),
      loanPrimeRates: kept('loanPrimeRates'),
      paperStyle: kept('paperStyle'),
      statistics: kept('statistics'),
      reports: kept('reports'),
      rollup: kept('rollup'),
      calendars: z.array(keptCalendarSchema),
    }),
  ),
  /** Saves one choice; `version` is the one that was read, null where the default held. Periods are computed anew. */
  save: procedure
    .input(z.object({ version: z.int().nullable(), change: settingChangeSchema }))
    .output(z.object({ version: z.int() })),
  /** What the machine that keeps the register lacks of each font scheme, and the one to choose. */
  checkFonts: procedure.output(
    z.object({
      schemes: z.array(checkedSchemeSchema),
      fitting: z.enum(fontSchemeNames).nullable(),
      /** How many files of fonts were read. */
      files: z.int(),
    }),
  ),
  /** Brings in a year's arrangement of holidays (the JSON of `resources/calendars`), in place of the one before. */
  importCalendar: procedure
    .input(z.object({ file: z.file() }))
    .output(z.object({ year: z.int(), replaced: z.boolean() })),
  /** The same for an arrangement that was entered on the page; `version` as it was read, null for a new year. */
  saveCalendar: procedure
    .input(z.object({ version: z.int().nullable(), calendar: restCalendarSchema }))
    .output(z.object({ year: z.int() })),
  /** A year's arrangement as the file that `importCalendar` reads. */
  calendarFile: procedure.input(z.object({ year: z.int() })).output(z.file()),
};
