import type { Report, ReportRequest } from '#shared/contract/statistics.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { formatLocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import {
  monthPeriod,
  type Period,
  sameMonthLastYear,
  yearPeriod,
  yearToDate,
} from '#shared/domain/reporting-period.ts';
import { officeProfile } from '../register/office.ts';
import type { ReadableDb } from '../register/query.ts';
import { countedCases, coveredDays, internalNumbersOf, readPeriod } from '../register/statistics.ts';
import { monthlyReportXlsx } from '../spreadsheets/monthly-report.ts';
import { refused } from './errors.ts';
import type { JobDesk } from './job-desk.ts';

const mostNamed = 20;

/** The figures of a period; REFUSED where they do not balance, naming the cases. */
function balancedFigures(db: ReadableDb, period: Period) {
  const { figures, unbalanced } = readPeriod(db, period);
  if (unbalanced.length === 0) return figures;
  const named = internalNumbersOf(db, unbalanced, mostNamed);
  const more = unbalanced.length > mostNamed ? `等 ${unbalanced.length} 件` : '';
  throw refused('reportDoesNotBalance', {
    period: `${formatLocalDate(period.from)}至${formatLocalDate(period.to)}`,
    cases: `${named.map(formatInternalNumber).join('、')}${more}`,
  });
}

/** A month's or a year's report with its comparisons; REFUSED where one of its periods does not balance. */
export function reportOf(db: ReadableDb, request: ReportRequest): Report {
  const covered = coveredDays(db);
  if (request.kind === 'year') {
    return {
      request,
      current: balancedFigures(db, yearPeriod(request.year)),
      yearToDate: null,
      yearBefore: balancedFigures(db, yearPeriod(request.year - 1)),
      covered,
    };
  }
  return {
    request,
    current: balancedFigures(db, monthPeriod(request.month)),
    yearToDate: balancedFigures(db, yearToDate(request.month)),
    yearBefore: balancedFigures(db, monthPeriod(sameMonthLastYear(request.month))),
    covered,
  };
}

/** Renders a report as xlsx, in a worker thread: a year of a large office is more than a moment's work. */
export async function renderReport(
  input: { readonly request: ReportRequest; readonly masked: boolean },
  desk: JobDesk,
): Promise<Uint8Array> {
  const db = desk.register.readable;
  desk.progress({ stage: 'reading', done: 0, total: null });
  const report = reportOf(db, input.request);
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
