import { writeXlsx } from 'hucre/xlsx';
import type { PeriodFigures, Report } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { shortPeriodName } from '#shared/domain/reporting-period.ts';
import { reportTitle } from '#shared/domain/statistics.ts';
import { detailsSheet } from './monthly-report/details-sheet.ts';
import { figuresSheet, type Line, periodWords, sliceTables } from './monthly-report/figures-sheet.ts';
import { addNotes, addSignatories, type Signatories } from './monthly-report/foot.ts';

export type MonthlyReport = {
  readonly report: Report;
  /** The cases behind the current period's figures. */
  readonly cases: readonly CountedCase[];
  readonly profile: Signatories;
  /** The day that the file bears in its properties: the same content made on the same day gives the same bytes. */
  readonly generatedOn: LocalDate;
  /** 填报日期; null leaves a line to write on. */
  readonly reportedOn: LocalDate | null;
  /** Whether the parties' names are left out of the 明细. */
  readonly masked: boolean;
};

/** Whether the register reaches back to any day of a period: where it does not, a zero would be invented. */
function isCovered(report: Report, { period }: PeriodFigures): boolean {
  return report.covered !== null && report.covered.from <= period.to;
}

function mainLines(report: Report): readonly Line[] {
  const line = (label: string, period: PeriodFigures): Line => ({
    label,
    figures: isCovered(report, period) ? period.figures : null,
  });
  const isMonth = report.request.kind === 'month';
  return [
    { label: isMonth ? '本月' : '本年', figures: report.current.figures },
    ...(report.request.kind === 'year' ? [] : [line('本年累计', report.yearToDate)]),
    line(isMonth ? '上年同期' : '上年', report.yearBefore),
  ];
}

/**
 * A month's or a year's report as a workbook that prints on A4 landscape: 统计表, the 明细 behind it, and the same tables
 * for the year to date and the year before.
 */
export async function monthlyReportXlsx(input: MonthlyReport): Promise<Uint8Array> {
  const { report } = input;
  const title = reportTitle(report.request);
  const comparison = (name: string, of: 'yearToDate' | 'yearBefore') =>
    figuresSheet({
      name,
      title: `${title}（${name}）`,
      period: report[of].period,
      tables: sliceTables(report, of),
      foot: () => {},
    });
  const before = report.request.kind === 'month' ? '上年同期' : '上年';
  const created = new Date(`${input.generatedOn}T00:00:00Z`);
  return writeXlsx({
    properties: {
      title,
      creator: input.profile.reportingUnit ?? input.profile.name ?? '',
      created,
      modified: created,
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [
      figuresSheet({
        name: '统计表',
        title,
        period: report.current.period,
        tables: [{ title: '总表', lines: mainLines(report), total: null }, ...sliceTables(report, 'current')],
        foot: (grid) => {
          addNotes(grid, report);
          addSignatories(grid, input.profile, input.reportedOn);
        },
      }),
      detailsSheet(input.cases, {
        name: '明细',
        title: `${shortPeriodName(report.request)}联动调解案件明细（${periodWords(report.current.period)}）`,
        masked: input.masked,
      }),
      ...(report.request.kind === 'year' ? [] : [comparison('本年累计', 'yearToDate')]),
      ...(isCovered(report, report.yearBefore) ? [comparison(before, 'yearBefore')] : []),
    ],
  });
}
