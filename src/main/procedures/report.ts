import type { Report } from '#shared/contract/statistics.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import {
  formatPeriod,
  type Period,
  type PeriodRequest,
  periodOf,
  previousRequest,
  requestLastYear,
  yearToDateOf,
} from '#shared/domain/reporting-period.ts';
import type { Slice, SliceDimension } from '#shared/domain/statistics.ts';
import { officeProfile } from '../register/office.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  countedCases,
  coveredDays,
  figuresOfSelection,
  internalNumbersOf,
  type Selection,
  selectPeriod,
  sliceTable,
  unbalancedOf,
} from '../register/statistics.ts';
import { monthlyReportXlsx } from '../spreadsheets/monthly-report.ts';
import { refused } from './errors.ts';
import type { JobDesk } from './job-desk.ts';

const mostNamed = 20;

export type ReportAsked = {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly tables: readonly SliceDimension[];
  /** Whether the rows of the tables bring 本年累计 and 上年同期. */
  readonly compared: boolean;
};

/** The cases of a period; REFUSED where they do not balance, naming the cases. */
export function balancedSelection(db: ReadableDb, period: Period, filter: readonly Slice[]): Selection {
  const selection = selectPeriod(db, period, filter);
  const cases = unbalancedOf(selection);
  if (cases.length === 0) return selection;
  const named = internalNumbersOf(db, cases, mostNamed);
  const more = cases.length > mostNamed ? `等 ${cases.length} 件` : '';
  throw refused('reportDoesNotBalance', {
    period: formatPeriod(period),
    cases: `${named.map(formatInternalNumber).join('、')}${more}`,
  });
}

/** A period's report with its comparisons; REFUSED where one of its periods does not balance. */
export function reportOf(db: ReadableDb, { request, filter, tables, compared }: ReportAsked): Report {
  const calendar = readSetting(db, 'statistics').value;
  const lastYear = requestLastYear(request);
  const select = (period: Period) => balancedSelection(db, period, filter);
  const current = select(periodOf(request, calendar));
  const yearBefore = select(periodOf(lastYear, calendar));
  const yearToDate = select(yearToDateOf(request, calendar));
  const figures = (selection: Selection) => figuresOfSelection(db, selection);
  return {
    request,
    filter: [...filter],
    current: figures(current),
    previous: figures(select(periodOf(previousRequest(request), calendar))),
    yearBefore: figures(yearBefore),
    yearToDate: figures(yearToDate),
    yearToDateBefore: figures(select(yearToDateOf(lastYear, calendar))),
    tables: tables.map((dimension) => ({
      dimension,
      rows: sliceTable(db, current, dimension, compared ? { yearToDate, yearBefore } : null),
    })),
    covered: coveredDays(db),
  };
}

/** Renders a report as xlsx, in a worker thread: a year of a large office is more than a moment's work. */
export async function renderReport(
  input: { readonly request: PeriodRequest; readonly masked: boolean },
  desk: JobDesk,
): Promise<Uint8Array> {
  const db = desk.register.readable;
  desk.progress({ stage: 'reading', done: 0, total: null });
  const report = reportOf(db, {
    request: input.request,
    filter: [],
    tables: ['court', 'cause', 'mediator', 'sector', 'channel', 'closing'],
    compared: true,
  });
  const cases = countedCases(db, report.current.period);
  const profile = officeProfile(db);
  desk.progress({ stage: 'rendering', done: 0, total: null });
  return monthlyReportXlsx({
    report,
    cases,
    profile: {
      name: profile?.name ?? null,
      reportingUnit: profile?.reportingUnit ?? null,
      head: profile?.head ?? null,
      reviewer: profile?.reviewer ?? null,
      preparer: profile?.preparer ?? null,
      phone: profile?.phone ?? null,
    },
    generatedOn: localDateInShanghai(new Date(desk.now)),
    reportedOn: null,
    masked: input.masked,
  });
}
