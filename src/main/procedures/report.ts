import type { Report, TakenColumns } from '#shared/contract/statistics.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import {
  formatPeriod,
  type Period,
  type PeriodRequest,
  periodOf,
  previousRequest,
  requestLastYear,
  type StatisticalCalendar,
  yearToDateOf,
} from '#shared/domain/reporting-period.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import type { Slice, SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  type Counting,
  coveredDays,
  figuresOfSelection,
  internalNumbersOf,
  type Selection,
  selectPeriod,
  sliceTable,
  unbalancedOf,
} from '../register/statistics.ts';
import { refused } from './errors.ts';
import { signedColumns, takenOf } from './signed-columns.ts';

const mostNamed = 20;

export type ReportAsked = {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly tables: readonly SliceDimension[];
  /** Whether the rows of the tables bring 本年累计 and 上年同期. */
  readonly compared: boolean;
};

/** The selection itself; REFUSED where its cases do not balance, naming them. */
export function balanced(db: ReadableDb, selection: Selection): Selection {
  const cases = unbalancedOf(selection);
  if (cases.length === 0) return selection;
  const named = internalNumbersOf(db, cases, mostNamed);
  const more = cases.length > mostNamed ? `等 ${cases.length} 件` : '';
  throw refused('reportDoesNotBalance', {
    period: formatPeriod(selection.asked.period),
    cases: `${named.map(formatInternalNumber).join('、')}${more}`,
  });
}

/** The cases of a period; REFUSED where they do not balance, naming the cases. */
export function balancedSelection(db: ReadableDb, period: Period, filter: readonly Slice[]): Selection {
  return balanced(db, selectPeriod(db, period, filter));
}

/** What a report is counted from, column by column, and which columns closed months have said already. */
export type ComparedCountings = {
  readonly countings: Readonly<Record<ComparedPeriod, Counting>> & { readonly current: Selection };
  readonly taken: TakenColumns;
};

/** The days of a period and of those that it is compared with. */
export function comparedPeriodsOf(
  request: PeriodRequest,
  calendar: StatisticalCalendar,
): Readonly<Record<ComparedPeriod, Period>> {
  const lastYear = requestLastYear(request);
  return {
    current: periodOf(request, calendar),
    previous: periodOf(previousRequest(request), calendar),
    yearBefore: periodOf(lastYear, calendar),
    yearToDate: yearToDateOf(request, calendar),
    yearToDateBefore: yearToDateOf(lastYear, calendar),
  };
}

/**
 * The cases of a period and of those that it is compared with, of a closed month as it was signed; REFUSED where one of
 * them does not balance.
 */
export function comparedCountings(
  db: ReadableDb,
  request: PeriodRequest,
  filter: readonly Slice[],
): ComparedCountings {
  const periods = comparedPeriodsOf(request, readSetting(db, 'statistics').value);
  const signed = signedColumns(db, request, filter, periods);
  const counting = (of: ComparedPeriod): Counting =>
    signed[of]?.counting ?? balancedSelection(db, periods[of], filter);
  return {
    countings: {
      current: balancedSelection(db, periods.current, filter),
      previous: counting('previous'),
      yearBefore: counting('yearBefore'),
      yearToDate: counting('yearToDate'),
      yearToDateBefore: counting('yearToDateBefore'),
    },
    taken: takenOf(signed),
  };
}

/** A period's report with its comparisons; REFUSED where one of its periods does not balance. */
export function reportOf(db: ReadableDb, { request, filter, tables, compared }: ReportAsked): Report {
  const { countings, taken } = comparedCountings(db, request, filter);
  const { current, previous, yearBefore, yearToDate, yearToDateBefore } = countings;
  const figures = (counting: Counting) => figuresOfSelection(db, counting);
  return {
    request,
    filter: [...filter],
    current: figures(current),
    previous: figures(previous),
    yearBefore: figures(yearBefore),
    yearToDate: figures(yearToDate),
    yearToDateBefore: figures(yearToDateBefore),
    taken,
    tables: tables.map((dimension) => ({
      dimension,
      rows: sliceTable(db, current, dimension, compared ? { yearToDate, yearBefore } : null),
    })),
    covered: coveredDays(db),
  };
}
