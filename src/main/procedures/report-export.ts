import type { ExportFormat } from '#shared/contract/statistics.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import { officeProfile } from '../register/office.ts';
import type { ReadableDb } from '../register/query.ts';
import { readAtOnce } from '../register/transact.ts';
import { type ReportPaper, reportXlsx, type Signatories } from '../spreadsheets/report.ts';
import { reportCsv } from '../spreadsheets/report-csv.ts';
import { frozenTables } from './frozen-month.ts';
import type { JobDesk } from './job-desk.ts';
import { reportTables, type TablesAsked, usualTables } from './report-tables.ts';

/** Who signs under a report, as the office's profile says. */
function signatories(db: ReadableDb): Signatories {
  const profile = officeProfile(db);
  return {
    name: profile?.name ?? null,
    reportingUnit: profile?.reportingUnit ?? null,
    head: profile?.head ?? null,
    reviewer: profile?.reviewer ?? null,
    preparer: profile?.preparer ?? null,
    phone: profile?.phone ?? null,
  };
}

/** A report with everything that a file of it needs; the list of cases is in it whole unless tables were chosen. */
export function reportPaper(
  db: ReadableDb,
  asked: TablesAsked,
  { masked, now }: { readonly masked: boolean; readonly now: string },
): ReportPaper {
  const whole = { ...asked, tables: asked.tables ?? [...usualTables(db), 'cases'] };
  const cases = { masked, most: Number.POSITIVE_INFINITY };
  return {
    report: frozenTables(db, whole, cases) ?? reportTables(db, whole, cases),
    profile: signatories(db),
    generatedOn: localDateInShanghai(new Date(now)),
    reportedOn: null,
  };
}

/** A report as the bytes of a file. */
export async function reportBytes(paper: ReportPaper, format: ExportFormat): Promise<Uint8Array> {
  return format === 'csv' ? reportCsv(paper.report) : await reportXlsx(paper);
}

/** Renders a report in a worker thread: a year of a large office is more than a moment's work. */
export async function renderReport(
  input: TablesAsked & { readonly format: ExportFormat; readonly masked: boolean },
  desk: JobDesk,
): Promise<Uint8Array> {
  const { format, masked, ...asked } = input;
  desk.progress({ stage: 'reading', done: 0, total: null });
  const paper = readAtOnce(desk.register, (db) => reportPaper(db, asked, { masked, now: desk.now }));
  desk.progress({ stage: 'rendering', done: 0, total: null });
  return reportBytes(paper, format);
}
