import type { RollupReport, RollupRow } from '#shared/contract/rollups.ts';
import { unitMarks } from '#shared/contract/rollups.ts';
import { type Cell, emptyCell, type TableSheet } from '#shared/domain/ledger/cells.ts';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import {
  columnHead,
  columnText,
  growthTexts,
  officeLevels,
  type RollupColumn,
  rollupColumns,
} from '#shared/domain/rollup.ts';
import { type CountedValues, isAmount, isRatio, sliceDimensions } from '#shared/domain/statistics.ts';
import { csvText, harmless } from './report-csv.ts';
import { writeTable } from './workbook.ts';

const text = (words: string): Cell => (words === '' ? emptyCell : { kind: 'text', text: words });
const number = (value: number): Cell => ({ kind: 'number', value, text: String(value) });

/** Counts and sums as numbers, rates and means as they are written. */
function cellOf(values: CountedValues, name: RollupColumn): Cell {
  if (isRatio(name)) return text(columnText(values, name));
  return number(isAmount(name) ? values[name] / 1_000_000 : values[name]);
}

const stateWords = { closed: '已报，已结账', open: '已报，未结账', missing: '缺' } as const;

function stateOf({ state, months, marks }: RollupRow): string {
  const lacking = months
    .filter((one) => one.state === 'missing')
    .map(({ month }) => `${Number(month.slice(5))}月`);
  const which = state === 'missing' && months.length > 1 ? lacking.join('、') : '';
  return [`${stateWords[state]}${which}`, ...marks.map((mark) => unitMarks[mark])].join('；');
}

const heads = ['单位', '级别', '情况', ...rollupColumns.map(columnHead), '上年同期成功', '成功同比'];

export function totalLabel({ missing }: Pick<RollupReport, 'missing'>): string {
  return missing.length === 0 ? '合计' : `合计（缺${missing.length}家）`;
}

function valueCells(values: CountedValues | null, yearBefore: CountedValues | null): Cell[] {
  if (values === null) return [...rollupColumns, '', ''].map(() => text('—'));
  const [before, growth] = growthTexts(values, yearBefore);
  return [
    ...rollupColumns.map((name) => cellOf(values, name)),
    yearBefore === null ? text(before) : number(yearBefore.succeeded),
    text(growth),
  ];
}

function unitRows(report: RollupReport): Cell[][] {
  return [
    ...report.rows.map((row) => [
      text(row.name),
      text(row.level === null ? '' : officeLevels[row.level].label),
      text(stateOf(row)),
      ...valueCells(row.figures, row.yearBefore),
    ]),
    [
      text(totalLabel(report)),
      emptyCell,
      text(`${report.inTotal} 家`),
      ...valueCells(report.inTotal === 0 ? null : report.total, report.totalYearBefore),
    ],
  ];
}

/** The sums as a workbook: the units, each dimension on a sheet of its own, and what must be known of them. */
export async function rollupXlsx(report: RollupReport, title: string): Promise<Uint8Array> {
  const about = [text(`统计期间：${formatPeriod(report.period)}，单位：件、万元`)];
  const units: TableSheet = {
    name: '各单位汇总',
    headRows: 3,
    rows: [
      [text(title)],
      about,
      heads.map(text),
      ...unitRows(report),
      ...report.notes.map((note) => [text(note)]),
    ],
    widths: heads.map((_, at) => (at === 0 ? 34 : at === 2 ? 22 : 12)),
  };
  const tables = report.tables.map(({ dimension, rows }): TableSheet => {
    const { label } = sliceDimensions[dimension];
    return {
      name: `按${label}`,
      headRows: 3,
      rows: [
        [text(`${title}：按${label}`)],
        about,
        [label, ...rollupColumns.map(columnHead)].map(text),
        ...rows.map((row) => [text(row.label), ...rollupColumns.map((name) => cellOf(row.figures, name))]),
        [text(totalLabel(report)), ...rollupColumns.map((name) => cellOf(report.total, name))],
      ],
      widths: [34, ...rollupColumns.map(() => 12)],
    };
  });
  return writeTable([units, ...tables]);
}

/** The table of the units as csv. */
export function rollupCsv(report: RollupReport, title: string): Uint8Array {
  const plain = (cell: Cell) =>
    cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? harmless(cell.text) : '';
  const lines = [
    [title],
    [`统计期间：${formatPeriod(report.period)}`, '单位：件、万元'],
    heads,
    ...unitRows(report).map((row) => row.map(plain)),
    ...report.notes.map((note) => [`说明：${note}`]),
  ];
  return new TextEncoder().encode(csvText(lines));
}
