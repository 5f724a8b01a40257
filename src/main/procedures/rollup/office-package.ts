import type { PackageTable, PackedCase, RollupPackage } from '#shared/contract/rollup-package.ts';
import type { Figures } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import { formatLocalDate, type LocalDate, type Month } from '#shared/domain/local-date.ts';
import { type CaseShare, figureChanges } from '#shared/domain/month-adjustment.ts';
import { cleanName } from '#shared/domain/names.ts';
import { daysOfMonth, formatMonth, type Period } from '#shared/domain/reporting-period.ts';
import { imbalance, usualRegion } from '#shared/domain/rollup.ts';
import { amountNames, figureNames } from '#shared/domain/statistics.ts';
import {
  adjustmentsIn,
  allClosings,
  closingsOf,
  countingRules,
  frozenCases,
  type MonthClosing,
  sharesOfMonth,
} from '../../register/month-closings.ts';
import { courts, officeProfile } from '../../register/office.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import { countedCases, rowLabels } from '../../register/statistics.ts';
import { found, refused } from '../errors.ts';
import type { FrozenFacts } from '../frozen-content.ts';
import { balancedSelection } from '../report.ts';
import { ownDefinitions } from './package-file.ts';

/** Who makes a package, when and with which program. */
export type Making = {
  readonly at: string;
  readonly by: string;
  readonly program: string;
  readonly today: LocalDate;
};

type Counted = Record<keyof Figures, number>;

function nothing(): Counted {
  return Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0])) as Counted;
}

function add(to: Counted, { figures, sums }: CaseShare): void {
  for (const name of figures) to[name] += 1;
  for (const name of amountNames) to[name] += sums[name] ?? 0;
}

/** Rows by their words, because the keys are those of this register; what is counted comes out as `Figures`. */
function tableOf(
  db: ReadableDb,
  dimension: PackageTable['dimension'],
  shares: readonly CaseShare[],
): PackageTable {
  const labelOf = rowLabels(db, dimension);
  const rows = new Map<string, Counted>();
  for (const share of shares) {
    const label = cleanName(labelOf(share.keys[dimension]?.[0] ?? ''));
    const row = rows.get(label) ?? nothing();
    rows.set(label, row);
    add(row, share);
  }
  const ordered = [...rows].toSorted(
    ([one, first], [other, second]) => second.accepted - first.accepted || (one < other ? -1 : 1),
  );
  return { dimension, rows: ordered.map(([label, figures]) => ({ label, figures: figures as Figures })) };
}

/** A case with what is counted of it and nothing that tells who it is about. */
function packed(one: CountedCase): PackedCase {
  return {
    number: cleanName(one.internalNumber),
    cause: one.causeName === null ? null : cleanName(one.causeName),
    court: one.courtShortName === null ? null : cleanName(one.courtShortName),
    channel: one.channel,
    receivedOn: one.receivedOn,
    dueOn: one.dueOn,
    claimFen: one.claimFen,
    ending: one.ending,
    confirmedOn: one.confirmedOn,
    counted: [...one.counted],
  };
}

type Counting = {
  readonly period: Period;
  readonly closing: MonthClosing | null;
  readonly sequence: number;
  readonly shares: readonly CaseShare[];
  readonly cases: readonly PackedCase[];
};

/** A month as it was frozen, or as it is counted now where it is not closed. */
function counting(db: ReadableDb, month: Month): Counting {
  const closings = closingsOf(db, month);
  const sequence = closings.at(-1)?.sequence ?? 0;
  const closing = closings.find(({ reopened }) => reopened === null);
  if (closing !== undefined) {
    const frozen = frozenCases(db, closing.id);
    return {
      period: closing.period,
      closing,
      sequence: closing.sequence,
      shares: frozen.map(({ share }) => share),
      cases: frozen
        .flatMap(({ facts }) => (facts === null ? [] : [facts as FrozenFacts]))
        .toSorted((one, other) => one.place - other.place)
        .map(({ entry }) => packed(entry)),
    };
  }
  const period = daysOfMonth(month, readSetting(db, 'statistics').value);
  balancedSelection(db, period, []);
  return {
    period,
    closing: null,
    sequence,
    shares: [...sharesOfMonth(db, period).values()],
    cases: countedCases(db, period).map(packed),
  };
}

function adjustmentsFor(db: ReadableDb, closing: MonthClosing | null): RollupPackage['adjustments'] {
  if (closing === null) return [];
  const adjustments = adjustmentsIn(db, closing.id);
  return allClosings(db).flatMap(({ id, month }) => {
    const changes = figureChanges(adjustments.filter(({ ofClosing }) => ofClosing === id));
    return changes.length === 0 ? [] : [{ month, changes }];
  });
}

/** By what a month was counted: one that was frozen by other rules than today's says so. */
function definitionsOf(db: ReadableDb, closing: MonthClosing | null): RollupPackage['definitions'] {
  const own = ownDefinitions();
  if (closing === null || closing.countedBy === countingRules(db)) return own;
  return { ...own, sha256: closing.countedBy };
}

/** Who this office is in its packages; REFUSED while it has no name. */
export function ownOffice(db: ReadableDb): RollupPackage['office'] {
  const profile = found(officeProfile(db), 'office');
  const name = cleanName(profile.reportingUnit ?? profile.name ?? '');
  if (name === '') throw refused('officeNameMissing');
  const { level, region } = readSetting(db, 'rollup').value;
  const court = courts(db).find(({ id }) => id === profile.courtId);
  return { uid: profile.uid, name, level, region: region ?? usualRegion(level, court) };
}

/** REFUSED for a month that has not begun: there is nothing to count in it. */
export function refuseBeforeItBegins(month: Month, { from }: Period, today: LocalDate): void {
  if (from <= today) return;
  const sentence = `${formatMonth(month)}从${formatLocalDate(from)}开始，今天是${formatLocalDate(today)}。`;
  throw refused('packageMonth', { month: formatMonth(month), sentence });
}

/**
 * A month of this register as what another office may know of it: frozen where it is closed, with its number, day and
 * name of the closing, so that it stays the same package whenever it is made.
 */
export function officePackage(
  db: ReadableDb,
  month: Month,
  mediators: boolean,
  making: Making,
): RollupPackage {
  const { period, closing, sequence, shares, cases } = counting(db, month);
  refuseBeforeItBegins(month, period, making.today);
  const total = nothing();
  for (const share of shares) add(total, share);
  if (imbalance(total) !== 0) throw new Error(`The shares of ${month} do not balance.`);
  const table = (dimension: PackageTable['dimension']) => tableOf(db, dimension, shares);
  const office = ownOffice(db);
  const busy = shares.filter(({ figures }) => figures.includes('accepted'));
  const mediatorsWithCases = new Set(busy.map(({ keys }) => keys.mediator?.[0] ?? ''));
  mediatorsWithCases.delete('');
  return {
    kind: 'office',
    office,
    month,
    period,
    closing: {
      closed: closing !== null,
      sequence,
      at: closing?.closedAt ?? making.at,
      by: cleanName(closing?.closedBy ?? making.by),
      sha256: closing?.contentSha256 ?? null,
    },
    program: making.program,
    definitions: definitionsOf(db, closing),
    figures: total as Figures,
    mediatorsWithCases: mediatorsWithCases.size,
    tables: [
      ...(['court', 'cause', 'sector', 'channel', 'closing', 'amountBand'] as const).map(table),
      ...(mediators ? [table('mediator')] : []),
    ],
    adjustments: adjustmentsFor(db, closing),
    units: [],
    offices: [{ uid: office.uid, name: office.name }],
    missing: [],
    cases: [...cases],
  };
}
