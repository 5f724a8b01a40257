import { contract } from '#shared/contract/index.ts';
import { type Month, month } from '#shared/domain/local-date.ts';
import { monthPeriod } from '#shared/domain/reporting-period.ts';
import { reportFileName } from '#shared/domain/statistics.ts';
import { totalFigures } from '../register/statistics.ts';
import { xlsxFile } from './files.ts';
import { inWorker } from './in-worker.ts';
import { atWork, query, task, write } from './kinds.ts';
import { reportOf } from './report.ts';

function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => month(`${year}-${String(index + 1).padStart(2, '0')}`));
}

const procedures = contract.statistics;

export const statistics = {
  report: query(procedures.report, (db, { request }) => reportOf(db, request)),

  months: query(procedures.months, (db, { year }) =>
    monthsOf(year).map((each) => ({ month: each, total: totalFigures(db, monthPeriod(each)) })),
  ),

  exportReport: task(procedures.exportReport, async ({ request, unmasked }, at, signal) => {
    const masked = unmasked === null;
    if (!masked) atWork(at.desk, at.session);
    const bytes = await inWorker(at, 'renderReport', { request, masked }, signal);
    if (unmasked !== null) {
      // Names leave the office only with a recorded reason: the event stands before the file is handed out.
      const { desk, staffName } = atWork(at.desk, at.session);
      await write(desk, 'statistics.exportReport', staffName, (db) =>
        db.event({
          subject: 'office',
          subjectId: 1,
          what: 'reportExportedUnmasked',
          after: { reason: unmasked.reason, request },
        }),
      );
    }
    return { file: xlsxFile(reportFileName(request, masked), bytes) };
  }),
};
