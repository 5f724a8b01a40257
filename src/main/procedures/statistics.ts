import { contract } from '#shared/contract/index.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { daysOfMonth, shiftMonth } from '#shared/domain/reporting-period.ts';
import { reportFileName } from '#shared/domain/statistics.ts';
import { readSetting } from '../register/settings.ts';
import { rowChoices, rowLabels, totalFigures } from '../register/statistics.ts';
import { xlsxFile } from './files.ts';
import { inWorker } from './in-worker.ts';
import { atWork, query, task, write } from './kinds.ts';
import { pivotTable } from './pivot-table.ts';
import { reportOf } from './report.ts';

const procedures = contract.statistics;

export const statistics = {
  report: query(procedures.report, (db, asked) => reportOf(db, asked)),

  months: query(procedures.months, (db, { until, months, filter }) => {
    const calendar = readSetting(db, 'statistics').value;
    return Array.from({ length: months }, (_, index) => {
      const month = shiftMonth(until, index + 1 - months);
      const period = daysOfMonth(month, calendar);
      return { month, period, figures: totalFigures(db, period, filter) };
    });
  }),

  pivot: query(procedures.pivot, (db, asked) => pivotTable(db, asked)),

  choices: query(procedures.choices, (db, { dimension }) => rowChoices(db, dimension)),

  exportPivot: task(procedures.exportPivot, async ({ asked, name }, at, signal) => ({
    file: xlsxFile(safeFileName(`${name}.xlsx`), await inWorker(at, 'renderPivot', { asked, name }, signal)),
  })),

  labels: query(procedures.labels, (db, { slices }) =>
    slices.map(({ dimension, key }) => rowLabels(db, dimension)(key)),
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
