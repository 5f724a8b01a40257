import type { ReportTables } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { reportTitle } from '#shared/domain/statistics.ts';
import type { PaperTable, ReportPaper } from './report/paper.ts';
import { tableSheet } from './report/table-sheet.ts';
import { writeStyledWorkbook } from './styled-workbook.ts';

export type { Signatories } from './report/foot.ts';
export type { ReportPaper } from './report/paper.ts';

/** Whose a file is and when it was made, so that the same content made on the same day gives the same bytes. */
function about(title: string, { profile, generatedOn }: Pick<ReportPaper, 'profile' | 'generatedOn'>) {
  const created = new Date(`${generatedOn}T00:00:00Z`);
  return {
    properties: { title, creator: profile.reportingUnit ?? profile.name ?? '', created, modified: created },
    defaultFont: { name: '宋体', size: 11 },
  };
}

/** A report as a workbook that prints on A4 landscape, a sheet for each of its tables. */
export function reportXlsx(paper: ReportPaper & { readonly report: ReportTables }): Promise<Uint8Array> {
  const { request, tables } = paper.report;
  return writeStyledWorkbook(
    about(reportTitle(request), paper),
    tables.map((table) => tableSheet(table, paper)),
  );
}

export type OwnTable = PaperTable & { readonly name: 'own' };

/** A table of one's own as a workbook that prints as the tables of a report do. */
export function ownTableXlsx(
  table: OwnTable,
  { period, filterWords, ...paper }: OwnPaper,
): Promise<Uint8Array> {
  const report = { current: { period }, filterWords, tables: [table], notes: [] };
  return writeStyledWorkbook(about(table.title, paper), [tableSheet(table, { ...paper, report })]);
}

/** What a table of one's own is counted over, and who made it when. */
export type OwnPaper = Omit<ReportPaper, 'report'> & {
  readonly period: Period;
  readonly filterWords: string | null;
};
