import { contract } from '#shared/contract/index.ts';
import type { ReportRequest } from '#shared/contract/statistics.ts';
import { monthPeriod, sameMonthLastYear, yearPeriod, yearToDate } from '#shared/domain/reporting-period.ts';
import type { ReadableDb } from '../register/query.ts';
import { periodFigures } from '../register/statistics.ts';
import { query, task } from './kinds.ts';

function reportOf(db: ReadableDb, request: ReportRequest) {
  const period = request.kind === 'month' ? monthPeriod(request.month) : yearPeriod(request.year);
  return {
    request,
    current: periodFigures(db, period),
    yearToDate: request.kind === 'month' ? periodFigures(db, yearToDate(request.month)) : null,
    yearBefore: periodFigures(
      db,
      request.kind === 'month' ? monthPeriod(sameMonthLastYear(request.month)) : yearPeriod(request.year - 1),
    ),
    covered: null,
  };
}

export const statistics = {
  report: query(contract.statistics.report, (db, { request }) => reportOf(db, request)),
  exportReport: task(contract.statistics.exportReport, async () => {
    throw new Error('temporary');
  }),
};
