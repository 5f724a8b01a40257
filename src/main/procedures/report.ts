import type { Report } from '#shared/contract/statistics.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import {
  formatPeriod,
  type Period,
  type PeriodRequest,
  periodOf,
  previousRequest,
  requestLastYear,
  yearToDateOf,
} from '#shared/domain/reporting-period.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import type { Slice, SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  coveredDays,
  figuresOfSelection,
  internalNumbersOf,
  type Selection,
  selectPeriod,
  sliceTable,
  unbalancedOf,
} from '../register/statistics.ts';
import { refused } from './errors.ts';

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

/** The cases of a period and of those that it is compared with; REFUSED where one of them does not balance. */
export function comparedSelections(
  db: ReadableDb,
  request: PeriodRequest,
  filter: readonly Slice[],
): Readonly<Record<ComparedPeriod, Selection>> {
  const calendar = readSetting(db, 'statistics').value;
  const lastYear = requestLastYear(request);
  const select = (period: Period) => balancedSelection(db, period, filter);
  return {
    current: select(periodOf(request, calendar)),
    previous: select(periodOf(previousRequest(request), calendar)),
    yearBefore: select(periodOf(lastYear, calendar)),
    yearToDate: select(yearToDateOf(request, calendar)),
    yearToDateBefore: select(yearToDateOf(lastYear, calendar)),
  };
}

/** A period's report with its comparisons; REFUSED where one of its periods does not balance. */
export function reportOf(db: ReadableDb, { request, filter, tables, compared }: ReportAsked): Report {
  const selections = comparedSelections(db, request, filter);
  const { current, previous, yearBefore, yearToDate, yearToDateBefore } = selections;
  const figures = (selection: Selection) => figuresOfSelection(db, selection);
  return {
    request,
    filter: [...filter],
    current: figures(current),
    previous: figures(previous),
    yearBefore: figures(yearBefore),
    yearToDate: figures(yearToDate),
    yearToDateBefore: figures(yearToDateBefore),
    tables: tables.map((dimension) => ({
      dimension,
      rows: sliceTable(db, current, dimension, compared ? { yearToDate, yearBefore } : null),
    })),
    covered: coveredDays(db),
  };
}
