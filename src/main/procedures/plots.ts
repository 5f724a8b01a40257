import { contract } from '#shared/contract/index.ts';
import type { Measured, PlotShare } from '#shared/contract/plots.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import {
  daysOfMonth,
  monthOfDay,
  type PeriodRequest,
  periodOf,
  previousRequest,
  requestLastYear,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
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
import { query } from './kinds.ts';
import { balanced } from './report.ts';

const procedures = contract.plots;

const monthsShown = 24;
const causesShown = 10;
const mediatorsShown = 20;
const courtsShown = 20;

const byReceived = ({ received }: PlotShare) => received;
const byLoad = ({ closing, closed }: PlotShare) => closing + closed;

function measured(selection: Selection): Measured {
  return { period: selection.asked.period, figures: plottedTotal(selection) };
}

export const plots = {
  dashboard: query(procedures.dashboard, (db, { request, filter }, { desk }) => {
    const calendar = readSetting(db, 'statistics').value;
    const select = (of: PeriodRequest) => balanced(db, selectPlotted(db, periodOf(of, calendar), filter));
    const current = select(request);
    const { to } = current.asked.period;
    const today = localDateInShanghai(desk.now());
    const lastMonth = monthOfDay(to < today ? to : today, calendar);
    const months = Array.from({ length: monthsShown }, (_, place) => {
      const month = shiftMonth(lastMonth, place + 1 - monthsShown);
      return { month, period: daysOfMonth(month, calendar) };
    });
    return {
      request,
      filter,
      current: measured(current),
      previous: measured(select(previousRequest(request))),
      yearBefore: measured(select(requestLastYear(request))),
      months: [...monthSeries(db, months, filter)],
      causes: ranked(db, current, 'cause', causesShown, byReceived),
      mediators: ranked(db, current, 'mediator', mediatorsShown, byLoad),
      courts: ranked(db, current, 'court', courtsShown, byReceived),
      closingTimes: closingTimes(current),
      pendingAges: pendingAges(current),
      flow: [...flowOf(current)],
      covered: coveredDays(db),
    };
  }),
};
