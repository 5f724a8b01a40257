import type { Pivot, PivotAsked, PivotCell } from '#shared/contract/statistics.ts';
import { type Cell, emptyCell, type TableSheet } from '#shared/domain/ledger/cells.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import { fen, formatWan } from '#shared/domain/money.ts';
import {
  daysOfMonth,
  formatPeriod,
  monthOfDay,
  type Period,
  periodName,
  periodOf,
  type StatisticalCalendar,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
import {
  formatRatio,
  isRatio,
  type MeasureName,
  measure,
  type Slice,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { type MonthColumn, pivotOf, rowLabels } from '../register/statistics.ts';
import { ownTableXlsx } from '../spreadsheets/report.ts';
import { csvText, harmless, readable } from '../spreadsheets/report-csv.ts';
import type { JobDesk } from './job-desk.ts';
import { pivotSheet } from './pivot-sheet.ts';
import { balancedSelection } from './report.ts';
import { signatories } from './report-export.ts';
import { filterInWords } from './report-tables.ts';

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

/** 法院：东胜区法院；通道：委派; for the head of a paper. */
function filterWords(db: ReadableDb, filter: readonly Slice[]): string {
  return filter
    .map(({ dimension, key }) => `${sliceDimensions[dimension].label}：${rowLabels(db, dimension)(key)}`)
    .join('；');
}

function numberCell(value: number, shown: string): Cell {
  return { kind: 'number', value, text: shown };
}

function valueCell(name: MeasureName, { numerator, denominator }: PivotCell): Cell {
  if (isRatio(name)) {
    const shown = formatRatio(name, { numerator, denominator });
    return denominator === 0 ? { kind: 'text', text: shown } : numberCell(Number.parseFloat(shown), shown);
  }
  return measure(name).unit === '万元'
    ? numberCell(numerator / 1_000_000, formatWan(fen(numerator)))
    : numberCell(numerator, String(numerator));
}

const text = (words: string): Cell => ({ kind: 'text', text: words });

function sheetOf(db: ReadableDb, name: string, pivot: Pivot): TableSheet {
  const { asked, period, rows, columns, cells, rowTotals, columnTotals, total } = pivot;
  const calendar = readSetting(db, 'statistics').value;
  const { label, unit, formula } = measure(asked.measure);
  const value = (cell: PivotCell) => valueCell(asked.measure, cell);
  const about = [
    [name],
    [`统计期：${periodName(asked.request, calendar)}（${formatPeriod(period)}）`],
    ...(asked.filter.length === 0 ? [] : [[`范围：${filterWords(db, asked.filter)}`]]),
    [`${label}（${unit}）：${formula}`],
  ].map((words) => words.map(text));
  const rowsOfCells = rows.map((row, place) => [
    text(row.label),
    ...(cells[place] ?? []).map(value),
    value(rowTotals[place] ?? { numerator: 0, denominator: 0 }),
  ]);
  return {
    name: '自定义统计表',
    rows: [
      ...about,
      [emptyCell],
      [text(sliceDimensions[asked.rows].label), ...columns.map((column) => text(column.label)), text('合计')],
      ...rowsOfCells,
      [text('合计'), ...columnTotals.map(value), value(total)],
    ],
    headRows: about.length + 2,
    widths: [28, ...columns.map(() => 12), 12],
  };
}

/** A cell of csv: as it is shown, without separators. */
function plain(name: MeasureName, cell: Cell): string {
  if (cell.kind === 'text') return harmless(cell.text);
  if (cell.kind !== 'number') return '';
  return isRatio(name) ? cell.text : readable(cell.text);
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
  if (format === 'xlsx') {
    const generatedOn = localDateInShanghai(new Date(desk.now));
    return ownTableXlsx(pivotSheet(name, pivot), {
      period: pivot.period,
      filterWords: filterInWords(db, asked.filter),
      profile: signatories(db),
      generatedOn,
      reportedOn: null,
      standing: { kind: 'open', countedOn: generatedOn },
    });
  }
  const sheet = sheetOf(db, name, pivot);
  const lines = sheet.rows.map((row) => row.map((cell) => plain(asked.measure, cell)));
  return new TextEncoder().encode(csvText(lines));
}
