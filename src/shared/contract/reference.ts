import { z } from 'zod';
import { loanPrimeRateSchema } from '../domain/agreement-checks.ts';
import { restCalendarSchema } from '../domain/rest-days.ts';
import { procedure } from './procedure.ts';

export const causeEntrySchema = z.object({
  edition: z.enum(['2020', '2025']),
  name: z.string(),
  level: z.int().min(1).max(4),
  ordinal: z.string(),
  path: z.array(z.string()),
  pinyin: z.string(),
});

export const reference = {
  /** The 1,055 causes of action, ethnic groups, sectors, holiday calendars and rates: read once, used in the page. */
  all: procedure.output(
    z.object({
      causes: z.array(causeEntrySchema),
      ethnicGroups: z.array(z.string()),
      sectors: z.array(z.string()),
      restCalendars: z.array(restCalendarSchema),
      /** The one-year LPR that comes with the program; an office adds months in its settings. */
      loanPrimeRates: z.array(loanPrimeRateSchema),
    }),
  ),
  /** The help pages, as Markdown, in their order. */
  help: procedure.output(z.array(z.object({ name: z.string(), title: z.string(), markdown: z.string() }))),
};
