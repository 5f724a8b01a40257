import type { Pivot, PivotCell } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  measureCell,
  noCell,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
  textCell,
} from '#shared/domain/statistics/tables.ts';
import {
  amountNames,
  type CountedValues,
  figureNames,
  isRatio,
  type MeasureName,
  measure,
  ratios,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import type { OwnTable } from '../spreadsheets/report.ts';

const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0])) as CountedValues;

/** A measure of a cell as every report shows it, and of a rate also what it is made of. */
function cellsOf(name: MeasureName, { numerator, denominator }: PivotCell): readonly ReportCell[] {
  if (!isRatio(name)) return [measureCell(name, { ...none, [name]: numerator })];
  const { numerator: above, denominator: below } = ratios[name];
  const values = { ...none, [above]: numerator, [below]: denominator };
  return [measureCell(above, values), measureCell(below, values), measureCell(name, values)];
}

/** 成功, 结案, 率 under the name of the column; one column where the measure is a count or a sum. */
function columnsUnder(name: MeasureName, label: string): readonly ReportColumn[] {
  const column = (group: string | null, head: string, width: number): ReportColumn => ({
    group,
    head,
    width,
    align: 'end',
    sheet: 1,
    measure: null,
    opens: null,
  });
  if (!isRatio(name)) return [column(null, label, measure(name).unit === '万元' ? 12 : 9)];
  const { numerator, denominator, as } = ratios[name];
  return [
    ...[numerator, denominator].map((part) =>
      column(label, measure(part).label, measure(part).unit === '万元' ? 11 : 7),
    ),
    column(label, as === 'percent' ? '率' : '天数', 8),
  ];
}

/**
 * A table of one's own as a sheet of its own, as the tables of a report are. Of months that are not told, because they
 * have not begun or lie before the register, nothing is said.
 */
export function pivotSheet(
  name: string,
  { asked, rows, columns, cells, ...sums }: Pivot,
  isTold: (period: Period) => boolean,
): OwnTable {
  const { label, unit, formula } = measure(asked.measure);
  const width = cellsOf(asked.measure, { numerator: 0, denominator: 0 }).length;
  const nothing = Array.from({ length: width }, () => noCell);
  const row = (
    kind: ReportRow['kind'],
    head: string,
    values: readonly (PivotCell | undefined)[],
  ): ReportRow => ({
    kind,
    slices: null,
    figure: null,
    of: null,
    cells: [
      textCell(head),
      ...values.flatMap((cell) => (cell === undefined ? nothing : cellsOf(asked.measure, cell))),
    ],
  });
  const told = (values: readonly (PivotCell | undefined)[]) =>
    columns.map(({ period }, place) =>
      asked.columns === 'month' && !isTold(period) ? undefined : values[place],
    );
  const first = sliceDimensions[asked.rows].label;
  return {
    name: 'own',
    number: '',
    title: name,
    tab: '自定义统计表',
    unit,
    columns: [
      { group: null, head: first, width: 24, align: 'start', sheet: 1, measure: null, opens: null },
      ...[...columns.map((column) => column.label), '合计'].flatMap((head) =>
        columnsUnder(asked.measure, head),
      ),
    ],
    rows: [
      ...rows.map((line, place) =>
        row('line', line.label, [...told(cells[place] ?? []), sums.rowTotals[place]]),
      ),
      row('total', '合计', [...told(sums.columnTotals), sums.total]),
    ],
    notes: [
      `${label}＝${formula}。`,
      ...(asked.columns === 'month'
        ? ['“合计”是整个统计期的数；旧存、未结在几个月里会重复，不能把各月相加。']
        : []),
      ...(asked.rows === 'mark' || asked.columns === 'mark'
        ? ['一件案件可以有几个标记，各计一次，各行、各列之和可以大于合计。']
        : []),
    ],
    leftOut: 0,
  };
}
