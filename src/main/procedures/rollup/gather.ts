import type { PackageContent, PackageTable } from '#shared/contract/rollup-package.ts';
import type { RollupUnit } from '#shared/contract/rollups.ts';
import type { LocalDate, Month } from '#shared/domain/local-date.ts';
import {
  daysOfMonth,
  monthsOf,
  type PeriodRequest,
  type StatisticalCalendar,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
import { officeProfile } from '../../register/office.ts';
import type { ReadableDb } from '../../register/query.ts';
import {
  regionsOfOffices,
  type StoredPackage,
  standingPackages,
  tablesOfPackage,
} from '../../register/rollup-packages.ts';
import { rollupUnits } from '../../register/rollup-units.ts';
import { readSetting } from '../../register/settings.ts';
import { coveredDays } from '../../register/statistics.ts';
import { type Making, officePackage } from './office-package.ts';

/** A package with its tables, which are read only where they are asked for. */
export type GatheredPackage = PackageContent & { readonly tables: () => readonly PackageTable[] };

/** What one office handed in, by month. */
export type Gathered = {
  readonly key: string;
  readonly name: string;
  readonly kind: PackageContent['kind'];
  readonly uid: string | null;
  /** Of which region it says to be, in these packages or the last that came; null where none came or none says. */
  readonly region: string | null;
  readonly own: boolean;
  readonly listed: boolean;
  /** The months in which it is expected, of those asked for that have begun. */
  readonly expected: readonly Month[];
  readonly packages: ReadonlyMap<Month, GatheredPackage>;
};

/** The months of a period that have begun, and those that have not. */
export function begunMonths(
  request: PeriodRequest,
  calendar: StatisticalCalendar,
  today: LocalDate,
): { readonly begun: readonly Month[]; readonly later: readonly Month[] } {
  const months = monthsOf(request, calendar) ?? [];
  const begun = months.filter((month) => daysOfMonth(month, calendar).from <= today);
  return { begun, later: months.filter((month) => !begun.includes(month)) };
}

export function monthBeforeAYear(month: Month): Month {
  return shiftMonth(month, -12);
}

type ByOffice = ReadonlyMap<string, readonly StoredPackage[]>;

function byOffice(packages: readonly StoredPackage[]): ByOffice {
  const groups = new Map<string, StoredPackage[]>();
  for (const one of packages) {
    const key = `${one.kind} ${one.officeUid}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

type WithoutRegion = Omit<Gathered, 'region'>;

function contents(db: ReadableDb, packages: readonly StoredPackage[]): Map<Month, GatheredPackage> {
  return new Map(
    packages.map(({ id, month, content }) => [month, { ...content, tables: () => tablesOfPackage(db, id) }]),
  );
}

function within(months: readonly Month[], { from, to }: RollupUnit): Month[] {
  return months.filter((month) => month >= from && (to === null || month <= to));
}

/** The rows of one office of the list: one for each kind of package that came, or one for which nothing came. */
function ofUnit(
  db: ReadableDb,
  unit: RollupUnit,
  expected: readonly Month[],
  groups: ByOffice,
): WithoutRegion[] {
  const common = { name: unit.name, uid: unit.uid, own: false, listed: true, expected } as const;
  const kinds = (['office', 'sums'] as const).filter((kind) =>
    groups.get(`${kind} ${unit.uid}`)?.some(({ month }) => expected.includes(month)),
  );
  if (kinds.length === 0) {
    return [{ ...common, key: `unit ${unit.id}`, kind: 'office', packages: new Map() }];
  }
  return kinds.map((kind) => {
    const key = `${kind} ${unit.uid}`;
    return { ...common, key, kind, packages: contents(db, groups.get(key) ?? []) };
  });
}

/** This office's own register, where it is one of the units. */
function ownRow(
  db: ReadableDb,
  months: readonly Month[],
  before: readonly Month[],
  groups: ByOffice,
  making: Making,
): WithoutRegion[] {
  const uid = officeProfile(db)?.uid ?? null;
  if (!readSetting(db, 'rollup').value.ownCounts || uid === null) return [];
  const elsewhere = [...groups.values()].flat().some(({ content }) => includes(content, uid));
  if (elsewhere) return [];
  const covered = coveredDays(db);
  const packages = new Map<Month, GatheredPackage>();
  for (const month of [...months, ...before]) {
    const { cases: _, tables, ...content } = officePackage(db, month, false, making);
    // Before the first day of the register a zero would be invented.
    const known = covered !== null && content.period.to >= covered.from;
    if (known || months.includes(month)) packages.set(month, { ...content, tables: () => tables });
  }
  const [first] = packages.values();
  return first === undefined
    ? []
    : [
        {
          key: `office ${uid}`,
          name: first.office.name,
          kind: 'office',
          uid,
          own: true,
          listed: true,
          expected: months,
          packages,
        },
      ];
}

export function includes({ offices }: PackageContent, uid: string): boolean {
  return offices.some((office) => office.uid === uid);
}

/** Every office that is expected in some months or handed something in for them, with its packages of a year before too. */
export function gather(db: ReadableDb, months: readonly Month[], making: Making): Gathered[] {
  const before = months.map(monthBeforeAYear);
  const groups = byOffice(standingPackages(db, [...months, ...before]));
  const units = rollupUnits(db);
  const listed = units.flatMap((unit) => {
    const expected = within(months, unit);
    return expected.length === 0 ? [] : ofUnit(db, unit, expected, groups);
  });
  const known = new Set(listed.map(({ key }) => key));
  const others = [...groups].flatMap(([key, packages]): WithoutRegion[] => {
    const newest = packages.find(({ month }) => months.includes(month));
    if (known.has(key) || newest === undefined) return [];
    const { officeName: name, kind, officeUid: uid } = newest;
    const packed = contents(db, packages);
    return [{ key, name, kind, uid, own: false, listed: false, expected: months, packages: packed }];
  });
  const regions = regionsOfOffices(db);
  return [...ownRow(db, months, before, groups, making), ...listed, ...others].map((one) => {
    const newest = months.flatMap((month) => one.packages.get(month) ?? []).at(-1);
    const known = one.uid === null ? null : (regions.get(one.uid) ?? null);
    return { ...one, region: newest?.office.region ?? known };
  });
}
