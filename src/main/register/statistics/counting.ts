import type { Figures } from '#shared/contract/statistics.ts';
import type { CaseShare } from '#shared/domain/month-adjustment.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { CaseGroup, Slice, SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { figuresOf, type Tally, tallyAll, tallyBy } from './count.ts';
import { selectPeriod } from './period-figures.ts';
import type { Selection } from './selection.ts';
import { countedNames } from './standing.ts';

/** A case as a closing froze it: what it gave to the figures, and the groups that it belonged to. */
export type FrozenShare = {
  readonly caseId: number;
  readonly share: CaseShare;
  readonly groups: readonly CaseGroup[];
};

export type ReadPeriod = {
  readonly period: Period;
  readonly figures: Figures;
  readonly mediatorsWithCases: number;
};

/** The cases of a period as a closing froze them; each part is read when it is asked for. */
export type FrozenSelection = {
  readonly asked: { readonly period: Period; readonly filter: readonly Slice[] };
  readonly whole: () => Omit<ReadPeriod, 'period'>;
  readonly rows: (dimension: SliceDimension) => ReadonlyMap<string, Figures>;
  readonly shares: () => readonly FrozenShare[];
};

/** What a column of a report is counted from: the register as it is, or what a closing froze. */
export type Counting = Selection | FrozenSelection;

function isFrozen(counting: Counting): counting is FrozenSelection {
  return 'whole' in counting;
}

const placeOf = new Map<string, number>(countedNames.map((name, place) => [name, place]));

function add(tally: Tally, { share }: FrozenShare): Tally {
  const more = (name: string, by: number) => {
    const place = placeOf.get(name);
    if (place !== undefined) tally[place] = (tally[place] ?? 0) + by;
  };
  for (const name of share.figures) more(name, 1);
  for (const [name, sum] of Object.entries(share.sums)) more(name, sum);
  return tally;
}

const empty = (): Tally => new Float64Array(countedNames.length);

/** What some frozen cases add up to, in the whole and in each row. */
export function frozenSelection(
  asked: FrozenSelection['asked'],
  shares: readonly FrozenShare[],
): FrozenSelection {
  return {
    asked,
    whole: () => ({
      figures: figuresOf(shares.reduce(add, empty())),
      mediatorsWithCases: new Set(
        shares
          .filter(({ share }) => share.figures.includes('accepted'))
          .flatMap(({ share }) => share.keys.mediator ?? [])
          .filter((key) => key !== ''),
      ).size,
    }),
    rows: (dimension) => {
      const rows = new Map<string, Tally>();
      for (const one of shares) {
        for (const key of one.share.keys[dimension] ?? ['']) {
          rows.set(key, add(rows.get(key) ?? empty(), one));
        }
      }
      return new Map([...rows].map(([key, tally]) => [key, figuresOf(tally)]));
    },
    shares: () => shares,
  };
}

/** The figures of each row of a table by one dimension; rows that nothing is counted in are left out. */
export function figuresBy(
  db: ReadableDb,
  counting: Counting,
  dimension: SliceDimension,
): ReadonlyMap<string, Figures> {
  if (isFrozen(counting)) return counting.rows(dimension);
  return new Map([...tallyBy(db, counting, dimension)].map(([key, tally]) => [key, figuresOf(tally)]));
}

/** Only the cases that lie in these rows too. */
export function narrowed(db: ReadableDb, counting: Counting, slices: readonly Slice[]): Counting {
  const { period, filter } = counting.asked;
  const asked = { period, filter: [...filter, ...slices] };
  if (!isFrozen(counting)) return selectPeriod(db, period, asked.filter);
  const holds = ({ share }: FrozenShare) =>
    slices.every(({ dimension, key }) => (share.keys[dimension] ?? ['']).includes(key));
  return frozenSelection(asked, counting.shares().filter(holds));
}

/** The figures of what is counted. */
export function figuresIn(counting: Counting): Figures {
  return isFrozen(counting) ? counting.whole().figures : figuresOf(tallyAll(counting));
}

/** The figures of a period with how many mediators had cases in it. */
export function figuresOfSelection(db: ReadableDb, counting: Counting): ReadPeriod {
  const { period } = counting.asked;
  if (isFrozen(counting)) return { period, ...counting.whole() };
  const accepted = countedNames.indexOf('accepted');
  const mediators = tallyBy(db, counting, 'mediator');
  mediators.delete('');
  return {
    period,
    figures: figuresIn(counting),
    mediatorsWithCases: [...mediators.values()].filter((tally) => (tally[accepted] ?? 0) > 0).length,
  };
}

/** The figures of a period, whether or not they balance. */
export function periodFigures(db: ReadableDb, period: Period, filter: readonly Slice[] = []): ReadPeriod {
  return figuresOfSelection(db, selectPeriod(db, period, filter));
}

/** How many cases that came in in the period carry a number of the court's platform (平台案件编号). */
export function receivedOnPlatform(db: ReadableDb, counting: Counting): number {
  if (isFrozen(counting)) {
    return counting
      .shares()
      .filter(({ share, groups }) => share.figures.includes('received') && groups.includes('onPlatform'))
      .length;
  }
  const { asked, columns, count, rows, shareOf, shares } = counting;
  const received = asked.wanted.indexOf('received');
  const counts = shares.map(({ figures }) => figures.includes(received));
  const ids: number[] = [];
  for (let place = 0; place < count; place += 1) {
    if (counts[shareOf[place] as number] === true) ids.push(columns.caseIds[rows[place] as number] as number);
  }
  return onPlatform(db, ids).size;
}

/** Those of some cases that carry a number of the court's platform. */
export function onPlatform(db: ReadableDb, caseIds: readonly number[]): ReadonlySet<number> {
  const found = db.rows<[number]>(
    `SELECT asked.value FROM json_each(?) asked WHERE EXISTS
       (SELECT 1 FROM case_numbers n WHERE n.case_id = asked.value AND n.kind = 'platform')`,
    JSON.stringify(caseIds),
  );
  return new Set(found.map(([id]) => id));
}
