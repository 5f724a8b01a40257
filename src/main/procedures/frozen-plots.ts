import type { Dashboard, FlowCell, PlotMonth, PlotShare } from '#shared/contract/plots.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { dayNumber } from '#shared/domain/day-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { CaseShare } from '#shared/domain/month-adjustment.ts';
import { isSamePeriod } from '#shared/domain/reporting-period.ts';
import {
  bandOfDays,
  type FigureName,
  pendingAgeBands,
  type Slice,
  type SliceDimension,
} from '#shared/domain/statistics.ts';
import {
  frozenCases,
  frozenFigures,
  frozenSpread,
  type MonthClosing,
  standingClosings,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import {
  dayCounter,
  flowInOrder,
  type MonthColumn,
  noFigures,
  rankedRows,
  spreadOver,
} from '../register/statistics.ts';
import type { FrozenFacts } from './frozen-content.ts';
import { reportAsFrozen } from './frozen-month.ts';

/** The closings that answer for months as a whole: none for a part of them, or where a month now has other days. */
export function closingsOfMonths(
  db: ReadableDb,
  months: readonly MonthColumn[],
  filter: readonly Slice[],
): ReadonlyMap<string, MonthClosing> {
  if (filter.length > 0) return new Map();
  const standing = new Map(standingClosings(db).map((closing) => [closing.month, closing]));
  return new Map(
    months.flatMap(({ month, period }) => {
      const closing = standing.get(month);
      return closing !== undefined && isSamePeriod(closing.period, period) ? [[month, closing] as const] : [];
    }),
  );
}

/** The closed ones of some months as their closings froze them, the others as they were counted. */
export function withFrozenMonths(
  db: ReadableDb,
  months: readonly PlotMonth[],
  filter: readonly Slice[],
): PlotMonth[] {
  const closings = closingsOfMonths(db, months, filter);
  return months.map((counted) => {
    const closing = closings.get(counted.month);
    if (closing === undefined) return counted;
    const { received, closed, succeeded, claimFenOfClosed, agreedFen, paidFen } = {
      ...noFigures(),
      ...frozenFigures(db, closing.id),
    };
    const { month, period } = counted;
    const spread = frozenSpread(db, closing);
    const figures = { received, closed, succeeded, claimFenOfClosed, agreedFen, paidFen };
    return { month, period, ...figures, spread, frozen: true };
  });
}

type Frozen = { readonly share: CaseShare; readonly facts: FrozenFacts | null };

const counts = (figure: FigureName) => (frozen: Frozen) => frozen.share.figures.includes(figure);

function closingTimes(cases: readonly Frozen[]): Dashboard['closingTimes'] {
  const taken = dayCounter();
  for (const { share } of cases.filter(counts('closed'))) taken.add(share.sums.daysToClose ?? 0);
  return spreadOver(taken);
}

function pendingAges(cases: readonly Frozen[], to: LocalDate): Dashboard['pendingAges'] {
  const bands = pendingAgeBands.map(() => ({ cases: 0, overdue: 0 }));
  const end = dayNumber(to);
  for (const frozen of cases.filter(counts('closing'))) {
    const receivedOn = frozen.facts?.entry.receivedOn;
    if (receivedOn === undefined || receivedOn === null) continue;
    const band = bands[bandOfDays(pendingAgeBands, end - dayNumber(receivedOn))];
    if (band === undefined) continue;
    band.cases += 1;
    if (counts('overdue')(frozen)) band.overdue += 1;
  }
  return bands;
}

function flow(cases: readonly Frozen[]): FlowCell[] {
  const cells = new Map<string, FlowCell>();
  for (const frozen of cases) {
    const from = counts('opening')(frozen) ? 'opening' : counts('received')(frozen) ? 'received' : null;
    const { channel: [channel] = [], closing: [state] = [] } = frozen.share.keys;
    if (from === null || channel === undefined || state === undefined) continue;
    const key = `${from} ${channel} ${state}`;
    const known = cells.get(key)?.cases ?? 0;
    cells.set(key, {
      from,
      channel: channel as Channel,
      state: state as ClosingCode | '',
      cases: known + 1,
    });
  }
  return [...flowInOrder([...cells.values()])];
}

/** How a plot by a dimension is made: so many rows, the largest by `size`. */
export type RankedAsked = {
  readonly dimension: SliceDimension;
  readonly most: number;
  readonly size: (share: PlotShare) => number;
};

type FrozenPlots = Pick<
  Dashboard,
  'current' | 'previous' | 'yearBefore' | 'taken' | 'closingTimes' | 'pendingAges' | 'flow'
> & { readonly ranked: (asked: RankedAsked) => Dashboard['causes'] };

/** What the page 工作概览 draws of a closed month, as it was frozen. */
export function frozenPlots(db: ReadableDb, closing: MonthClosing): FrozenPlots {
  const { current, previous, yearBefore, taken, tables } = reportAsFrozen(db, closing);
  const cases = frozenCases(db, closing.id).map(
    ({ share, facts }): Frozen => ({ share, facts: facts as FrozenFacts | null }),
  );
  return {
    current,
    previous,
    yearBefore,
    taken,
    closingTimes: closingTimes(cases),
    pendingAges: pendingAges(cases, closing.period.to),
    flow: flow(cases),
    ranked: ({ dimension, most, size }) => {
      const rows = tables.find((table) => table.dimension === dimension)?.rows ?? [];
      const labels = new Map(rows.map(({ key, label }) => [key, label]));
      const shares = rows.map(({ key, current: share }) => [key, shareIn(share)] as const);
      return rankedRows(dimension, shares, (key) => labels.get(key) ?? '', most, size);
    },
  };
}

function shareIn({ received, closed, succeeded, closing, overdue }: PlotShare): PlotShare {
  return { received, closed, succeeded, closing, overdue };
}
