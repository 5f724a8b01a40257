import { reportTitle } from '#shared/domain/statistics.ts';
import type { ReportPaper } from './report/paper.ts';
import { tableSheet } from './report/table-sheet.ts';
import { writeStyledWorkbook } from './styled-workbook.ts';

export type { Signatories } from './report/foot.ts';
export type { ReportPaper } from './report/paper.ts';

/** A report as a workbook that prints on A4 landscape, a sheet for each of its tables. */
export function reportXlsx(paper: ReportPaper): Promise<Uint8Array> {
  const { report, profile, generatedOn } = paper;
  const created = new Date(`${generatedOn}T00:00:00Z`);
  return writeStyledWorkbook(
    {
      properties: {
        title: reportTitle(report.request),
        creator: profile.reportingUnit ?? profile.name ?? '',
        created,
        modified: created,
      },
      defaultFont: { name: '宋体', size: 11 },
    },
    report.tables.map((table) => tableSheet(table, paper)),
  );
}
