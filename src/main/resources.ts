import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type LoanPrimeRate, loanPrimeRatesSchema } from '#shared/domain/agreement-checks.ts';
import { type Cause, type CauseIndex, indexCauses, parseCauses } from '#shared/domain/cause-of-action.ts';
import { type CourtFacts, courtsSchema } from '#shared/domain/court.ts';
import { ethnicGroupsSchema } from '#shared/domain/ethnic-group.ts';
import { type RestCalendar, restCalendarSchema } from '#shared/domain/rest-days.ts';
import { sectorsSchema } from '#shared/domain/sector.ts';

/** `src/main` and `out/main` lie at the same depth, so the folder is found from the sources and from the build. */
const folder = new URL('../../resources/', import.meta.url);

/** The facts that come with the program: each file names its source and its date. */
export type Reference = {
  readonly causes: readonly Cause[];
  readonly causeIndex: CauseIndex;
  readonly courts: readonly CourtFacts[];
  readonly ethnicGroups: z.infer<typeof ethnicGroupsSchema>;
  readonly sectors: z.infer<typeof sectorsSchema>;
  /** The State Council's arrangement of holidays, a year each; there is none for a year not yet arranged. */
  readonly restCalendars: readonly RestCalendar[];
  /** The one-year LPR by the day of its announcement; months that nobody is sure of are not in it. */
  readonly loanPrimeRates: readonly LoanPrimeRate[];
};

function textOf(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

function filesOf(path: string, ending: string): string[] {
  return readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(ending))
    .sort();
}

let loaded: Reference | undefined;

/** Reads the reference facts, once per process. A file that does not fit its schema throws: it is our own mistake. */
export function reference(): Reference {
  if (loaded === undefined) {
    const causes = parseCauses(textOf('causes-of-action/2025.tsv'));
    loaded = {
      causes,
      causeIndex: indexCauses(causes),
      courts: courtsSchema.parse(JSON.parse(textOf('courts.json'))),
      ethnicGroups: ethnicGroupsSchema.parse(JSON.parse(textOf('ethnic-groups.json'))),
      sectors: sectorsSchema.parse(JSON.parse(textOf('sectors.json'))),
      restCalendars: filesOf('calendars/', '.json').map((file) =>
        restCalendarSchema.parse(JSON.parse(textOf(`calendars/${file}`))),
      ),
      loanPrimeRates: loanPrimeRatesSchema.parse(JSON.parse(textOf('loan-prime-rates.json'))).oneYear,
    };
  }
  return loaded;
}

export type HelpPage = { readonly name: string; readonly title: string; readonly markdown: string };

/** The help pages in the order of their numbered file names; a page's title is its first heading. */
export function helpPages(): HelpPage[] {
  return filesOf('help/', '.md').map((file) => {
    const markdown = textOf(`help/${file}`);
    return {
      name: file.replace(/^\d+-/, '').replace(/\.md$/, ''),
      title: /^# (.+)$/m.exec(markdown)?.[1] ?? file,
      markdown,
    };
  });
}
