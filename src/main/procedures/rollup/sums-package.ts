import type { RollupPackage } from '#shared/contract/rollup-package.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { cleanName } from '#shared/domain/names.ts';
import { daysOfMonth, formatMonth } from '#shared/domain/reporting-period.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import { refused } from '../errors.ts';
import { type Making, ownOffice, refuseBeforeItBegins } from './office-package.ts';
import { ownDefinitions } from './package-file.ts';
import { rollUp } from './report.ts';

/**
 * The sums of a month over the offices that handed in here, for the office above: with each office's figures, everyone
 * whose cases are in them, and who is missing; no list of cases. REFUSED where there is nothing to sum.
 */
export function sumsPackage(db: ReadableDb, month: Month, making: Making): RollupPackage {
  const period = daysOfMonth(month, readSetting(db, 'statistics').value);
  refuseBeforeItBegins(month, period, making.today);
  const { report, counted, tables } = rollUp(db, { kind: 'month', month }, making);
  const contents = counted.flat();
  if (contents.length === 0) throw refused('nothingToSum', { month: formatMonth(month) });
  const offices = new Map(
    contents.flatMap((one) => one.offices.map((office) => [office.uid, office] as const)),
  );
  return {
    kind: 'sums',
    office: ownOffice(db),
    month,
    period,
    closing: {
      closed: report.missing.length === 0 && contents.every(({ closing }) => closing.closed),
      sequence: 0,
      at: making.at,
      by: cleanName(making.by),
      sha256: null,
    },
    program: making.program,
    definitions: ownDefinitions(),
    figures: report.total,
    mediatorsWithCases: contents.reduce((sum, one) => sum + one.mediatorsWithCases, 0),
    tables,
    adjustments: [],
    units: contents.map(({ office, kind, closing, figures }) => ({
      uid: office.uid,
      kind,
      name: office.name,
      closed: closing.closed,
      sequence: closing.sequence,
      figures,
    })),
    offices: [...offices.values()],
    missing: report.missing.map((name) => cleanName(name)),
    cases: [],
  };
}
