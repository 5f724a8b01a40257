import type { ReportTables } from '#shared/contract/statistics.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Signatories } from './foot.ts';

/** A report with what a file needs besides its tables. */
export type ReportPaper = {
  readonly report: ReportTables;
  readonly profile: Signatories;
  /** The day that the file bears in its properties: the same content made on the same day gives the same bytes. */
  readonly generatedOn: LocalDate;
  /** 填报日期; null leaves a line to write on. */
  readonly reportedOn: LocalDate | null;
};
