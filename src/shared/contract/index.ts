import type { ContractRouterClient } from '@orpc/contract';
import { after } from './after.ts';
import { agreements } from './agreements.ts';
import { attachments } from './attachments.ts';
import { cases } from './cases.ts';
import { checks } from './checks.ts';
import { consents } from './consents.ts';
import { contacts } from './contacts.ts';
import { disclosures } from './disclosures.ts';
import { documents } from './documents.ts';
import { dossiers } from './dossiers.ts';
import { drafts } from './drafts.ts';
import { handFigures } from './hand-figures.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { mediators } from './mediators.ts';
import { months } from './months.ts';
import { moves } from './moves.ts';
import { office } from './office.ts';
import { pivots } from './pivots.ts';
import { plots } from './plots.ts';
import { reference } from './reference.ts';
import { referrals } from './referrals.ts';
import { reports } from './reports.ts';
import { rollups } from './rollups.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { statistics } from './statistics.ts';
import { templates } from './templates.ts';
import { today } from './today.ts';

/** By names: written out by the compiler, the type of all nouns together would be longer than it takes. */
export type Contract = {
  readonly after: typeof after;
  readonly agreements: typeof agreements;
  readonly attachments: typeof attachments;
  readonly cases: typeof cases;
  readonly checks: typeof checks;
  readonly consents: typeof consents;
  readonly contacts: typeof contacts;
  readonly disclosures: typeof disclosures;
  readonly documents: typeof documents;
  readonly dossiers: typeof dossiers;
  readonly drafts: typeof drafts;
  readonly handFigures: typeof handFigures;
  readonly imports: typeof imports;
  readonly links: typeof links;
  readonly mediators: typeof mediators;
  readonly months: typeof months;
  readonly moves: typeof moves;
  readonly office: typeof office;
  readonly plots: typeof plots;
  readonly pivots: typeof pivots;
  readonly reference: typeof reference;
  readonly referrals: typeof referrals;
  readonly reports: typeof reports;
  readonly rollups: typeof rollups;
  readonly sessions: typeof sessions;
  readonly settings: typeof settings;
  readonly shell: typeof shell;
  readonly statistics: typeof statistics;
  readonly templates: typeof templates;
  readonly today: typeof today;
};

/** Everything that a page, a command or another program may ask of the office. */
export const contract: Contract = {
  after,
  agreements,
  attachments,
  cases,
  checks,
  consents,
  contacts,
  disclosures,
  documents,
  dossiers,
  drafts,
  handFigures,
  imports,
  links,
  mediators,
  months,
  moves,
  office,
  plots,
  pivots,
  reference,
  referrals,
  reports,
  rollups,
  sessions,
  settings,
  shell,
  statistics,
  templates,
  today,
};
export type OfficeClient = ContractRouterClient<Contract>;
