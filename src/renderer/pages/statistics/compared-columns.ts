import type { Figures, Report } from '#shared/contract/statistics.ts';
import {
  formatMonth,
  formatPeriod,
  type Period,
  type PeriodRequest,
  periodOf,
  previousRequest,
  requestLastYear,
  type StatisticalCalendar,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import { statisticalYearOf } from './periods.ts';

/** A column with the figures of a period. */
type FiguresColumn = {
  readonly kind: 'figures';
  readonly head: string;
  readonly when: string;
  readonly title: string;
  readonly period: Period;
  readonly figures: Figures;
  /** False for a period before the register begins: nobody knows what a 0 would claim. */
  readonly known: boolean;
};

/** A column with how the figures of the first one moved against another's. */
type ChangeColumn = {
  readonly kind: 'change';
  readonly head: string;
  readonly when: string;
  readonly title: string;
  readonly now: Figures;
  /** Null where the register does not reach so far back. */
  readonly base: Figures | null;
};
export type ComparedColumn = FiguresColumn | ChangeColumn;

/** The columns of a report: the period, the one before and 环比, the year before and 同比, and both years to date. */
export function comparedColumns(report: Report, calendar: StatisticalCalendar): readonly ComparedColumn[] {
  const { request, covered } = report;
  const lastYear = requestLastYear(request);
  const figures = (head: string, when: string, column: ComparedPeriod): FiguresColumn => {
    const of = report[column];
    const from = report.taken[column];
    const isOwn = request.kind === 'month' && from?.month === request.month;
    const taken = isOwn ? null : from;
    return {
      kind: 'figures',
      head,
      when: taken === null ? when : `${when}锁定数`,
      title:
        taken === null
          ? formatPeriod(of.period)
          : `${formatPeriod(of.period)}，${formatMonth(taken.month)}锁定时报出的数`,
      period: of.period,
      figures: of.figures,
      known: report.taken[column] !== null || (covered !== null && of.period.to >= covered.from),
    };
  };
  const change = (head: string, when: string, against: FiguresColumn): ChangeColumn => ({
    kind: 'change',
    head,
    when,
    title: `（本期－${against.head}）÷${against.head}；率的变化写百分点，平均天数的变化写天，都按未四舍五入的数计算。${against.head}为零时写“—”`,
    now: report.current.figures,
    base: against.known ? against.figures : null,
  });
  const name = shortPeriodName(request);
  if (request.kind === 'year') {
    const before = figures('上年', shortPeriodName(lastYear), 'yearBefore');
    return [figures('本年', name, 'current'), before, change('同比', '比上年', before)];
  }
  const days = request.kind === 'days';
  const nameOf = (of: PeriodRequest) => {
    const period = periodOf(of, calendar);
    return of.kind === 'days' ? `${period.from}起` : shortPeriodName(of);
  };
  const before = figures('上期', nameOf(previousRequest(request)), 'previous');
  const yearBefore = figures('上年同期', nameOf(lastYear), 'yearBefore');
  const year = statisticalYearOf(request, calendar);
  return [
    figures(request.kind === 'month' ? '本月' : '本期', days ? nameOf(request) : name, 'current'),
    before,
    change('环比', '比上期', before),
    yearBefore,
    change('同比', '比上年同期', yearBefore),
    figures('本年累计', `${year}年`, 'yearToDate'),
    figures('上年累计', `${year - 1}年同期`, 'yearToDateBefore'),
  ];
}
