import type { Figures } from '#shared/contract/statistics.ts';
import type { Month } from '#shared/domain/local-date.ts';
import {
  monthsOf,
  monthsOfYear,
  type PeriodRequest,
  requestLastYear,
  type StatisticalCalendar,
  yearOfMonth,
} from '#shared/domain/reporting-period.ts';
import {
  type ComparedPeriod,
  type ReportTable,
  type TrafficValues,
  trafficSlice,
  trafficTable,
} from '#shared/domain/statistics/tables.ts';
import { sumHandFigures } from '../../register/hand-figures.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import {
  type ComparedSelections,
  type Counting,
  figuresBy,
  figuresIn,
  narrowed,
  receivedOnPlatform,
} from '../../register/statistics.ts';
import type { Told } from './told.ts';

/** The months over which a number kept by hand is summed; none where the period is not one of whole months. */
function monthsIn(
  of: ComparedPeriod,
  request: PeriodRequest,
  calendar: StatisticalCalendar,
): readonly Month[] {
  if (of === 'yearBefore') return monthsOf(requestLastYear(request), calendar) ?? [];
  const months = monthsOf(request, calendar) ?? [];
  if (of === 'current') return months;
  const last = months.at(-1);
  if (last === undefined) return [];
  const all = monthsOfYear(yearOfMonth(last, calendar), calendar);
  return all.slice(0, all.indexOf(last) + 1);
}

/** Before the court filed the case: channels A and C. */
function beforeFiling(byChannel: ReadonlyMap<string, Figures>) {
  const sum = (name: 'received' | 'closed' | 'succeeded') =>
    (byChannel.get('A')?.[name] ?? 0) + (byChannel.get('C')?.[name] ?? 0);
  return { received: sum('received'), closed: sum('closed'), succeeded: sum('succeeded') };
}

function valuesOf(db: ReadableDb, counting: Counting, months: readonly Month[]): TrafficValues {
  const traffic = narrowed(db, counting, [trafficSlice]);
  return {
    all: figuresIn(traffic),
    preFiling: beforeFiling(figuresBy(db, traffic, 'channel')),
    onPlatform: receivedOnPlatform(db, traffic),
    succeededBeforeFiling: beforeFiling(figuresBy(db, counting, 'channel')).succeeded,
    hand: sumHandFigures(db, months),
  };
}

/** 附表二. */
export function traffic(
  db: ReadableDb,
  { request, ...told }: Told,
  selections: ComparedSelections,
): ReportTable {
  const calendar = readSetting(db, 'statistics').value;
  const periods: readonly ComparedPeriod[] = ['current', 'yearToDate', 'yearBefore'];
  return trafficTable({
    periodName: told.periodName,
    isYear: told.isYear,
    filtered: told.filter.length > 0,
    values: Object.fromEntries(
      periods.map((of) => {
        const counting = selections[of];
        return [of, counting === null ? null : valuesOf(db, counting, monthsIn(of, request, calendar))];
      }),
    ),
  });
}
