import { contract } from '#shared/contract/index.ts';
import type { Dashboard, Measured, PlotShare } from '#shared/contract/plots.ts';
import { type LocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import {
  daysOfMonth,
  monthOfDay,
  type PeriodRequest,
  type StatisticalCalendar,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  closingTimes,
  coveredDays,
  flowOf,
  monthSeries,
  pendingAges,
  plottedTotal,
  ranked,
  type Selection,
  selectPlotted,
} from '../register/statistics.ts';
import { answeringClosing } from './frozen-month.ts';
import { frozenPlots, type RankedAsked, withFrozenMonths } from './frozen-plots.ts';
import { query } from './kinds.ts';
import { balanced, comparedPeriodsOf } from './report.ts';
import { signedColumns, takenOf } from './signed-columns.ts';

const procedures = contract.plots;

const monthsShown = 24;

const byReceived = ({ received }: PlotShare) => received;
const byLoad = ({ closing, closed }: PlotShare) => closing + closed;

const rankedAsked = {
  causes: { dimension: 'cause', most: 10, size: byReceived },
  mediators: { dimension: 'mediator', most: 20, size: byLoad },
  courts: { dimension: 'court', most: 20, size: byReceived },
} as const satisfies Readonly<Record<string, RankedAsked>>;

function measured(selection: Selection): Measured {
  return { period: selection.asked.period, figures: plottedTotal(selection) };
}

type Asked = { readonly request: PeriodRequest; readonly filter: readonly Slice[] };
type OfPeriod = Omit<Dashboard, 'request' | 'filter' | 'months' | 'covered'>;

/** What is drawn of the period itself, as its closing froze it; null where it has to be counted. */
function asFrozen(db: ReadableDb, asked: Asked): OfPeriod | null {
  const closing = answeringClosing(db, asked);
  if (closing === undefined) return null;
  const { ranked: rankedIn, ...plots } = frozenPlots(db, closing);
  return {
    ...plots,
    causes: rankedIn(rankedAsked.causes),
    mediators: rankedIn(rankedAsked.mediators),
    courts: rankedIn(rankedAsked.courts),
  };
}

/** The same counted; what it is compared with is taken from closings where these have said it. */
function asCounted(db: ReadableDb, { request, filter }: Asked, calendar: StatisticalCalendar): OfPeriod {
  const periods = comparedPeriodsOf(request, calendar);
  const signed = signedColumns(db, request, filter, periods);
  const current = balanced(db, selectPlotted(db, periods.current, filter));
  const compared = (of: 'previous' | 'yearBefore'): Measured => {
    const column = signed[of]?.counting;
    return column === undefined
      ? measured(balanced(db, selectPlotted(db, periods[of], filter)))
      : { period: column.asked.period, figures: column.whole().figures };
  };
  const rankedIn = ({ dimension, most, size }: RankedAsked) => ranked(db, current, dimension, most, size);
  return {
    current: measured(current),
    previous: compared('previous'),
    yearBefore: compared('yearBefore'),
    taken: takenOf(signed),
    causes: rankedIn(rankedAsked.causes),
    mediators: rankedIn(rankedAsked.mediators),
    courts: rankedIn(rankedAsked.courts),
    closingTimes: closingTimes(current),
    pendingAges: pendingAges(current),
    flow: [...flowOf(current)],
  };
}

/** The last months up to the end of a period, or to today where that is earlier. */
function monthsUntil(end: LocalDate, today: LocalDate, calendar: StatisticalCalendar) {
  const last = monthOfDay(end < today ? end : today, calendar);
  return Array.from({ length: monthsShown }, (_, place) => {
    const month = shiftMonth(last, place + 1 - monthsShown);
    return { month, period: daysOfMonth(month, calendar) };
  });
}

export const plots = {
  dashboard: query(procedures.dashboard, (db, { request, filter }, { desk }) => {
    const calendar = readSetting(db, 'statistics').value;
    const shown = asFrozen(db, { request, filter }) ?? asCounted(db, { request, filter }, calendar);
    const months = monthsUntil(shown.current.period.to, localDateInShanghai(desk.now()), calendar);
    return {
      request,
      filter,
      ...shown,
      months: withFrozenMonths(db, monthSeries(db, months, filter), filter),
      covered: coveredDays(db),
    };
  }),
};
