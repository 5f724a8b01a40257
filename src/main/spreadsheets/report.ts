import { writeXlsx } from 'hucre/xlsx';
import type { ReportTables } from '#shared/contract/statistics.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { reportTitle } from '#shared/domain/statistics.ts';
import type { Signatories } from './report/foot.ts';
import { tableSheet } from './report/table-sheet.ts';

export type { Signatories } from './report/foot.ts';

/** A report with what a file needs besides its tables. */
export type ReportPaper = {
  readonly report: ReportTables;
  readonly profile: Signatories;
  /** The day that the file bears in its properties: the same content made on the same day gives the same bytes. */
  readonly generatedOn: LocalDate;
  /** 填报日期; null leaves a line to write on. */
  readonly reportedOn: LocalDate | null;
};

/** A report as a workbook that prints on A4 landscape, a sheet for each of its tables. */
export async function reportXlsx(paper: ReportPaper): Promise<Uint8Array> {
  const { report, profile, generatedOn } = paper;
  const created = new Date(`${generatedOn}T00:00:00Z`);
  return writeXlsx({
    properties: {
      title: reportTitle(report.request),
      creator: profile.reportingUnit ?? profile.name ?? '',
      created,
      modified: created,
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: report.tables.map((table) => tableSheet(table, paper)),
  });
}
