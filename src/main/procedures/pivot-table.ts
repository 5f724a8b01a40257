import type { Pivot, PivotAsked } from '#shared/contract/statistics.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import {
  daysOfMonth,
  monthOfDay,
  type Period,
  periodOf,
  type StatisticalCalendar,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { coveredDays, type MonthColumn, pivotOf } from '../register/statistics.ts';
import { ownTableXlsx } from '../spreadsheets/report.ts';
import { tableCsv } from '../spreadsheets/report-csv.ts';
import type { JobDesk } from './job-desk.ts';
import { pivotSheet } from './pivot-sheet.ts';
import { balancedSelection } from './report.ts';
import { signatories } from './report-export.ts';
import { filterInWords } from './report-tables.ts';
import { countedTodayNotes } from './signed-notes.ts';

/** The statistical months of a period; the first and the last one only as far as they lie in it. */
function monthColumns(period: Period, calendar: StatisticalCalendar): readonly MonthColumn[] {
  const last = monthOfDay(period.to, calendar);
  const columns: MonthColumn[] = [];
  for (let month = monthOfDay(period.from, calendar); month <= last; month = shiftMonth(month, 1)) {
    const { from, to } = daysOfMonth(month, calendar);
    columns.push({
      month,
      period: {
        from: from < period.from ? period.from : from,
        to: to > period.to ? period.to : to,
      },
    });
  }
  return columns;
}

/** A table of one's own; REFUSED where its period does not balance. */
export function pivotTable(db: ReadableDb, asked: PivotAsked): Pivot {
  const calendar = readSetting(db, 'statistics').value;
  const period = periodOf(asked.request, calendar);
  balancedSelection(db, period, asked.filter);
  return pivotOf(db, asked, period, asked.columns === 'month' ? monthColumns(period, calendar) : []);
}

/** A table of one's own as a file, in a worker thread: a long one is more than a moment's work. */
export async function renderPivot(
  {
    asked,
    name,
    format,
  }: { readonly asked: PivotAsked; readonly name: string; readonly format: 'xlsx' | 'csv' },
  desk: JobDesk,
): Promise<Uint8Array> {
  const db = desk.register.readable;
  const pivot = pivotTable(db, asked);
  const generatedOn = localDateInShanghai(new Date(desk.now));
  const covered = coveredDays(db);
  const isTold = ({ from, to }: Period) => covered !== null && from <= generatedOn && to >= covered.from;
  const made = pivotSheet(name, pivot, isTold);
  const { period } = pivot;
  const live = countedTodayNotes(db, {
    request: asked.request,
    filter: asked.filter,
    period,
    ownTable: true,
  });
  const table = { ...made, notes: [...made.notes, ...live] };
  const filterWords = filterInWords(db, asked.filter);
  const standing = { kind: 'open', countedOn: generatedOn } as const;
  if (format === 'csv') {
    const report = { current: { period }, filterWords, notes: [] };
    return new TextEncoder().encode(tableCsv(table, { report, standing }));
  }
  const profile = signatories(db);
  return ownTableXlsx(table, { period, filterWords, profile, generatedOn, reportedOn: null, standing });
}
