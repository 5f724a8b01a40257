import { contract } from '#shared/contract/index.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { daysOfMonth, shiftMonth } from '#shared/domain/reporting-period.ts';
import { reportFileName } from '#shared/domain/statistics.ts';
import { frozenFigures } from '../register/month-closings.ts';
import { readSetting } from '../register/settings.ts';
import { noFigures, rowChoices, rowLabels, totalFigures } from '../register/statistics.ts';
import { csvFile, reportFile, xlsxFile } from './files.ts';
import { frozenReport, frozenTables } from './frozen-month.ts';
import { closingsOfMonths } from './frozen-plots.ts';
import { inWorker } from './in-worker.ts';
import { atWork, query, task, write } from './kinds.ts';
import { pivotTable } from './pivot-table.ts';
import { reportOf } from './report.ts';
import { filterInWords, reportTables } from './report-tables.ts';

const procedures = contract.statistics;

const mostCasesOnScreen = 2000;

export const statistics = {
  report: query(procedures.report, (db, asked) => frozenReport(db, asked) ?? reportOf(db, asked)),

  months: query(procedures.months, (db, { until, months, filter }) => {
    const calendar = readSetting(db, 'statistics').value;
    const asked = Array.from({ length: months }, (_, index) => {
      const month = shiftMonth(until, index + 1 - months);
      return { month, period: daysOfMonth(month, calendar) };
    });
    const closings = closingsOfMonths(db, asked, filter);
    return asked.map(({ month, period }) => {
      const closing = closings.get(month);
      const figures =
        closing === undefined
          ? totalFigures(db, period, filter)
          : { ...noFigures(), ...frozenFigures(db, closing.id) };
      return { month, period, figures, frozen: closing !== undefined };
    });
  }),

  pivot: query(procedures.pivot, (db, asked) => pivotTable(db, asked)),

  choices: query(procedures.choices, (db, { dimension }) => rowChoices(db, dimension)),

  exportPivot: task(procedures.exportPivot, async ({ asked, name, format }, at, signal) => {
    const bytes = await inWorker(at, 'renderPivot', { asked, name, format }, signal);
    const fileName = safeFileName(`${name}.${format}`);
    return { file: format === 'csv' ? csvFile(fileName, bytes) : xlsxFile(fileName, bytes) };
  }),

  labels: query(procedures.labels, (db, { slices }) =>
    slices.map(({ dimension, key }) => rowLabels(db, dimension)(key)),
  ),

  tables: query(procedures.tables, (db, asked) => {
    const cases = { masked: true, most: mostCasesOnScreen };
    return frozenTables(db, asked, cases) ?? reportTables(db, asked, cases);
  }),

  exportReport: task(procedures.exportReport, async ({ format, unmasked, ...asked }, at, signal) => {
    const masked = unmasked === null;
    if (!masked) atWork(at.desk, at.session);
    const bytes = await inWorker(at, 'renderReport', { ...asked, format, masked }, signal);
    if (unmasked !== null) {
      // Names leave the office only with a recorded reason: the event stands before the file is handed out.
      const { desk, staffName } = atWork(at.desk, at.session);
      const { request, filter } = asked;
      await write(desk, 'statistics.exportReport', staffName, (db) =>
        db.event({
          subject: 'office',
          subjectId: 1,
          what: 'reportExportedUnmasked',
          after: { reason: unmasked.reason, request, filter, format },
        }),
      );
    }
    const filterWords = filterInWords(at.desk.register.readable, asked.filter);
    const fileName = safeFileName(reportFileName(asked.request, format, { masked, filterWords }));
    return { file: reportFile(format, fileName, bytes) };
  }),
};
