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
import { moves } from './moves.ts';
import { office } from './office.ts';
import { plots } from './plots.ts';
import { pivots } from './pivots.ts';
import { reference } from './reference.ts';
import { referrals } from './referrals.ts';
import { reports } from './reports.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { statistics } from './statistics.ts';
import { templates } from './templates.ts';
import { today } from './today.ts';

/** Everything that a page, a command or another program may ask of the office. */
export const contract = {
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
  moves,
  office,
  plots,
  pivots,
  reference,
  referrals,
  reports,
  sessions,
  settings,
  shell,
  statistics,
  templates,
  today,
};
export type Contract = typeof contract;
export type OfficeClient = ContractRouterClient<Contract>;
