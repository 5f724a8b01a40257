import type { ExportFormat, PeriodFigures, ReportTables } from '#shared/contract/statistics.ts';
import { type BulletinFacts, reportBulletin } from '#shared/documents/report-bulletin.ts';
import { type LocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';
import { type ReportStanding, standingWords } from '#shared/domain/report-standing.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { memberNote } from '#shared/domain/statistics/tables.ts';
import { standingClosings } from '../register/month-closings.ts';
import { officeProfile } from '../register/office.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { readAtOnce } from '../register/transact.ts';
import { type ReportPaper, reportXlsx, type Signatories } from '../spreadsheets/report.ts';
import { reportCsv } from '../spreadsheets/report-csv.ts';
import { frozenTables } from './frozen-month.ts';
import type { JobDesk } from './job-desk.ts';
import { reportTables, type TablesAsked, usualTables } from './report-tables.ts';

/** Who signs under a report, as the office's profile says. */
export function signatories(db: ReadableDb): Signatories {
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

/** To whom the report of such a period goes, as the report calendar of the office says; null where nothing does. */
function recipientsOf(db: ReadableDb, request: PeriodRequest): string | null {
  const duties = readSetting(db, 'reports').value.duties.filter(
    (duty) => duty.active && duty.of === request.kind,
  );
  return duties.length === 0 ? null : [...new Set(duties.map((duty) => duty.recipients))].join('、');
}

export type ReportToExport = ReportPaper & {
  readonly report: ReportTables;
  readonly recipients: string | null;
  readonly fontScheme: FontSchemeName;
};

/** What the numbers of such a report are: of a closed month as a whole those that it was closed with. */
function standingOf(db: ReadableDb, { request, filter }: TablesAsked, countedOn: LocalDate): ReportStanding {
  const closing =
    request.kind === 'month' && filter.length === 0
      ? standingClosings(db).find(({ month }) => month === request.month)
      : undefined;
  if (closing === undefined) return { kind: 'open', countedOn };
  const { closedAt: at, closedBy: by, sequence, contentSha256 } = closing;
  return { kind: 'closed', at, by, sequence, contentSha256 };
}

/** A report with everything that a file of it needs; the list of cases is in it whole unless tables were chosen. */
export function reportPaper(
  db: ReadableDb,
  asked: TablesAsked,
  { masked, now }: { readonly masked: boolean; readonly now: string },
): ReportToExport {
  const whole = { ...asked, tables: asked.tables ?? [...usualTables(db), 'cases'] };
  const cases = { masked, most: Number.POSITIVE_INFINITY };
  const generatedOn = localDateInShanghai(new Date(now));
  return {
    report: frozenTables(db, whole, cases) ?? reportTables(db, whole, cases),
    profile: signatories(db),
    generatedOn,
    standing: standingOf(db, asked, generatedOn),
    reportedOn: null,
    recipients: recipientsOf(db, asked.request),
    fontScheme: readSetting(db, 'paperStyle').value.fontScheme,
  };
}

/** The report in words; the register may know nothing of a period with which it is compared. */
export function bulletinFacts({
  report,
  profile,
  recipients,
  reportedOn,
  standing,
}: ReportToExport): BulletinFacts {
  const { covered } = report;
  const known = ({ period, figures }: PeriodFigures) =>
    covered !== null && covered.from <= period.to ? figures : null;
  return {
    request: report.request,
    period: report.current.period,
    values: {
      current: report.current.figures,
      previous: known(report.previous),
      yearBefore: known(report.yearBefore),
      yearToDate: known(report.yearToDate),
      yearToDateBefore: known(report.yearToDateBefore),
    },
    tables: report.tables,
    members: report.members,
    // How members are counted is nothing to explain where no sentence counts them.
    notes: report.notes.filter((note) => report.members.people > 0 || note !== memberNote(report.members)),
    filterWords: report.filterWords,
    from: profile.reportingUnit ?? profile.name,
    to: recipients,
    datedOn: reportedOn,
    standing: standingWords(standing),
  };
}

/** A report as the bytes of a file. */
export async function reportBytes(paper: ReportToExport, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return reportXlsx(paper);
    case 'csv':
      return reportCsv(paper);
    case 'docx': {
      // Only now: it takes its time to load, and most reports are workbooks.
      const { renderDocx } = await import('../documents/docx.ts');
      return renderDocx(reportBulletin(bulletinFacts(paper)), {
        fontScheme: paper.fontScheme,
        pageNumberForm: 'dashes',
      });
    }
  }
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
