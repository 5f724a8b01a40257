import type { ReportTables } from '#shared/contract/statistics.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReportStanding } from '#shared/domain/report-standing.ts';
import type { ReportTable } from '#shared/domain/statistics/tables.ts';
import type { Signatories } from './foot.ts';

/** A table of a report, or one of somebody's own, which has no number. */
export type PaperTable = Omit<ReportTable, 'name'> & { readonly name: ReportTable['name'] | 'own' };

/** A report with what a file needs besides its tables. */
export type ReportPaper = {
  readonly report: Pick<ReportTables, 'filterWords' | 'notes'> & {
    readonly current: Pick<ReportTables['current'], 'period'>;
    readonly tables: readonly PaperTable[];
  };
  readonly profile: Signatories;
  /** The day that the file bears in its properties: the same content made on the same day gives the same bytes. */
  readonly generatedOn: LocalDate;
  /** 填报日期; null leaves a line to write on. */
  readonly reportedOn: LocalDate | null;
  /** By which the paper is matched with the closing that it is of. */
  readonly standing: ReportStanding;
};
