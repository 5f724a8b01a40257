import { type PackageContent, rollupDimensions } from '#shared/contract/rollup-package.ts';
import type { RollupRegion, RollupReport, RollupRow, UnitMark } from '#shared/contract/rollups.ts';
import type { Figures } from '#shared/contract/statistics.ts';
import type { Month } from '#shared/domain/local-date.ts';
import {
  daysOfMonth,
  isSamePeriod,
  type PeriodRequest,
  periodName,
  periodOf,
  type StatisticalCalendar,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { isNothing, sumOfMonths, sumOfUnits } from '#shared/domain/rollup.ts';
import type { CountedValues } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import { begunMonths, type Gathered, type GatheredPackage, gather, monthBeforeAYear } from './gather.ts';
import { notesOf } from './notes.ts';
import type { Making } from './office-package.ts';
import { ownDefinitions } from './package-file.ts';

function figures(values: CountedValues): Figures {
  return values as Figures;
}

function marksOf(
  { packages, expected, listed, own }: Gathered,
  calendar: StatisticalCalendar,
  sameName: boolean,
): UnitMark[] {
  const definitions = ownDefinitions().sha256;
  const present = expected.flatMap((month) => packages.get(month) ?? []);
  const has = (holds: (content: PackageContent) => boolean) => present.some(holds);
  const marks: readonly (readonly [UnitMark, boolean])[] = [
    ['notListed', !listed],
    ['otherDays', has(({ month, period }) => !isSamePeriod(period, daysOfMonth(month, calendar)))],
    ['otherDefinitions', !own && has((content) => content.definitions.sha256 !== definitions)],
    ['sumsIncomplete', has(({ missing }) => missing.length > 0)],
    ['sameName', sameName],
  ];
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []));
}

/** The packages of some months, in their order; null where one is missing. */
function whole(
  packages: ReadonlyMap<Month, GatheredPackage>,
  months: readonly Month[],
): readonly GatheredPackage[] | null {
  const found = months.flatMap((month) => packages.get(month) ?? []);
  return found.length === months.length && months.length > 0 ? found : null;
}

function summed(contents: readonly PackageContent[] | null): Figures | null {
  return contents === null ? null : figures(sumOfMonths(contents.map((content) => content.figures)));
}

function rowOf(one: Gathered, calendar: StatisticalCalendar, sameName: boolean): RollupRow {
  const { key, name, kind, uid, own, packages, expected } = one;
  const present = whole(packages, expected);
  const newest = expected.flatMap((month) => packages.get(month) ?? []).at(-1);
  return {
    key,
    name,
    kind,
    uid,
    own,
    level: newest?.office.level ?? null,
    region: one.region,
    months: expected.map((month) => {
      const content = packages.get(month);
      if (content === undefined) return { month, state: 'missing', sequence: null, period: null };
      const { closed, sequence } = content.closing;
      return { month, state: closed ? 'closed' : 'open', sequence, period: content.period };
    }),
    state: present === null ? 'missing' : present.every(({ closing }) => closing.closed) ? 'closed' : 'open',
    marks: marksOf(one, calendar, sameName),
    figures: summed(present),
    yearBefore: present === null ? null : summed(whole(packages, expected.map(monthBeforeAYear))),
  };
}

/** The rows with those of one region together, the regions in the order in which they first come. */
function byRegion(rows: readonly RollupRow[]): readonly (readonly RollupRow[])[] {
  const groups = new Map<string | null, RollupRow[]>();
  for (const row of rows) groups.set(row.region, [...(groups.get(row.region) ?? []), row]);
  const known = [...groups].filter(([region]) => region !== null);
  return [...known.map(([, group]) => group), groups.get(null) ?? []].filter(({ length }) => length > 0);
}

/** 小计 of a region with several offices; a sum of a year before only where all of it is known. */
function regionOf(rows: readonly RollupRow[]): RollupRegion[] {
  const region = rows[0]?.region ?? null;
  if (region === null || rows.length < 2) return [];
  const counted = rows.filter((row) => row.figures !== null);
  const before = counted.flatMap((row) => row.yearBefore ?? []);
  const sum = (values: readonly CountedValues[]) =>
    values.length === 0 ? null : figures(sumOfUnits(values));
  return [
    {
      region,
      inTotal: counted.length,
      missing: rows.length - counted.length,
      figures: sum(counted.flatMap((row) => row.figures ?? [])),
      yearBefore: before.length === counted.length ? sum(before) : null,
    },
  ];
}

type Tables = RollupReport['tables'];

/** By what the sums can be told apart. Over several months a case stands in other rows by its closing month by month. */
function tablesOf(counted: readonly (readonly GatheredPackage[])[], months: number): Tables {
  const dimensions = rollupDimensions.filter((dimension) => months === 1 || dimension !== 'closing');
  const none = figures(sumOfUnits([]));
  const read = counted.map((contents) => contents.map(({ tables }) => tables()));
  return dimensions.map((dimension) => {
    const rows = new Map<string, CountedValues[]>();
    for (const contents of read) {
      const byMonth = contents.map(
        (tables) =>
          new Map(
            tables
              .find((table) => table.dimension === dimension)
              ?.rows.map((row) => [row.label, row.figures] as const),
          ),
      );
      for (const label of new Set(byMonth.flatMap((table) => [...table.keys()]))) {
        const own = sumOfMonths(byMonth.map((table) => table.get(label) ?? none));
        rows.set(label, [...(rows.get(label) ?? []), own]);
      }
    }
    const sums = [...rows].map(([label, values]) => ({ label, figures: figures(sumOfUnits(values)) }));
    return {
      dimension,
      rows: sums
        .filter((row) => !isNothing(row.figures))
        .toSorted(
          (one, other) => other.figures.accepted - one.figures.accepted || (one.label < other.label ? -1 : 1),
        ),
    };
  });
}

export type RolledUp = {
  readonly report: RollupReport;
  readonly counted: readonly (readonly GatheredPackage[])[];
  /** With the rows too in which only cases without a receipt day lie: these make no row of a table that is read. */
  readonly tables: Tables;
};

/** The sums over all units of a period, and the packages that they are made of. */
export function rollUp(db: ReadableDb, request: PeriodRequest, making: Making): RolledUp {
  const calendar = readSetting(db, 'statistics').value;
  const { begun, later } = begunMonths(request, calendar, making.today);
  const gathered = gather(db, begun, making);
  const names = gathered.map(({ name, uid }) => ({ name, uid }));
  const groups = byRegion(
    gathered.map((one) =>
      rowOf(
        one,
        calendar,
        names.some(({ name, uid }) => name === one.name && uid !== one.uid),
      ),
    ),
  );
  const rows = groups.flat();
  const inTotal = rows.filter((row) => row.figures !== null);
  const counted = gathered.flatMap(({ packages, expected }) => {
    const contents = whole(packages, expected);
    return contents === null ? [] : [contents];
  });
  const before = inTotal.flatMap(({ yearBefore }) => yearBefore ?? []);
  const several = begun.length > 1;
  const missing = rows.flatMap(({ name, state, months }) => {
    if (state !== 'missing') return [];
    const lacking = months
      .filter((one) => one.state === 'missing')
      .map(({ month }) => `${Number(month.slice(5))}月`);
    return [several ? `${name}（缺${lacking.join('、')}）` : name];
  });
  const nested = counted.flatMap((contents) =>
    contents.flatMap(({ office, missing: lacks }) =>
      lacks.map((name) => `${name}（${office.name}的汇总里缺）`),
    ),
  );
  const tables = tablesOf(counted, begun.length);
  const report: RollupReport = {
    request,
    periodName: periodName(request, calendar),
    period: periodOf(request, calendar),
    months: [...begun],
    rows,
    regions: groups.length < 2 ? [] : groups.flatMap(regionOf),
    total: figures(sumOfUnits(inTotal.flatMap((row) => row.figures ?? []))),
    totalYearBefore:
      inTotal.length > 0 && before.length === inTotal.length ? figures(sumOfUnits(before)) : null,
    inTotal: inTotal.length,
    missing: [...missing, ...new Set(nested)],
    tables: tables.map(({ dimension, rows: all }) => ({
      dimension,
      rows: all.filter((row) => !isNothing({ ...row.figures, undated: 0, beforeReceipt: 0 })),
    })),
    notes: [],
  };
  return { report: { ...report, notes: notesOf(report, counted, later) }, counted, tables };
}

/** 2026年10月各单位调解情况汇总表 */
export function rollupTitle(request: PeriodRequest): string {
  return `${shortPeriodName(request)}各单位“政协+法院”联动调解情况汇总表`;
}
