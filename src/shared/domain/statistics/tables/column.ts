import type { Slice } from '../dimensions.ts';
import { figures } from '../figures.ts';
import { type CountedValues, type MeasureName, measure } from '../ratios.ts';
import { unrecordedIn } from '../unrecorded.ts';
import { blankCell, changeCell, measureCell, numberCell, type ReportCell, textCell } from './cell.ts';
import {
  type ComparedPeriod,
  figureBehind,
  type OtherNumber,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type ReportTableName,
  reportTableHeads,
} from './report-table.ts';

type Shown =
  | { readonly show: 'measure'; readonly measure: MeasureName; readonly of: ComparedPeriod }
  | {
      readonly show: 'change';
      readonly measure: MeasureName;
      readonly of: ComparedPeriod;
      readonly against: ComparedPeriod;
    }
  /** What the row says of itself, by name. */
  | { readonly show: 'fact'; readonly fact: string };

/** A column as data: what it shows of each row. */
export type FigureColumn = Shown & {
  readonly group: string | null;
  readonly head: string;
  readonly width: number;
  readonly align?: ReportColumn['align'];
  readonly sheet?: 2;
  /** What a fact opens or tells; a measure says it by itself. */
  readonly opens?: NonNullable<ReportColumn['opens']>;
  readonly tells?: OtherNumber;
};

/** The counted values of a row in each period; null: the register knows nothing of that period. */
export type ComparedValues = Readonly<Record<ComparedPeriod, CountedValues | null>>;

export type FigureRow = {
  readonly label: string;
  readonly slices: readonly Slice[];
  readonly values: ComparedValues;
  readonly facts?: Readonly<Record<string, ReportCell>>;
};

export function fact(
  head: string,
  name: string,
  width: number,
  align: ReportColumn['align'] = 'start',
): FigureColumn {
  return { show: 'fact', fact: name, group: null, head, width, align };
}

/** The column of row numbers. */
export function ordinal(): FigureColumn {
  return { ...fact('序号', 'number', 5, 'centre'), tells: 'ordinal' };
}

type Placed = {
  readonly group?: string;
  readonly width?: number;
  readonly sheet?: 2;
  readonly head?: string;
};

/** A column of a measure of the period itself. */
export function shown(name: MeasureName, placed: Placed = {}, of: ComparedPeriod = 'current'): FigureColumn {
  const { group = null, width = 6, head = measure(name).label, sheet } = placed;
  return {
    show: 'measure',
    measure: name,
    of,
    group,
    head,
    width,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** A column of how a measure moved. */
export function change(
  name: MeasureName,
  of: ComparedPeriod,
  against: ComparedPeriod,
  placed: Placed & { readonly head: string },
): FigureColumn {
  const { group = null, width = 8, head, sheet } = placed;
  return {
    show: 'change',
    measure: name,
    of,
    against,
    group,
    head,
    width,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function cellOf(column: FigureColumn, values: ComparedValues, facts: FigureRow['facts']): ReportCell {
  switch (column.show) {
    case 'measure':
      return measureCell(column.measure, values[column.of]);
    case 'change':
      return changeCell(column.measure, values[column.of], values[column.against]);
    case 'fact':
      return facts?.[column.fact] ?? textCell(null);
  }
}

function columnOf(column: FigureColumn): ReportColumn {
  const { group, head, width, align, sheet } = column;
  return {
    group,
    head,
    width,
    align: align ?? 'end',
    sheet: sheet ?? 1,
    measure: column.show === 'measure' ? column.measure : null,
    opens:
      column.show === 'measure'
        ? { figure: figureBehind(column.measure), of: column.of, slices: [] }
        : (column.opens ?? null),
    ...(column.tells === undefined ? {} : { tells: column.tells }),
  };
}

/** The rows under 合计 that put the whole beside other periods; of a year the year to date is itself. */
const comparisonRows = [
  { label: '本年累计', of: 'yearToDate', against: null },
  { label: '上年同期累计', of: 'yearToDateBefore', against: null },
  { label: '上年同期', of: 'yearBefore', against: null },
  { label: '同比', of: 'current', against: 'yearBefore' },
  { label: '上期', of: 'previous', against: null },
  { label: '环比', of: 'current', against: 'previous' },
] as const satisfies readonly {
  readonly label: string;
  readonly of: ComparedPeriod;
  readonly against: ComparedPeriod | null;
}[];

function comparisonsOf(
  columns: readonly FigureColumn[],
  total: ComparedValues,
  isYear: boolean,
): readonly ReportRow[] {
  return comparisonRows
    .filter(({ of }) => !(isYear && (of === 'yearToDate' || of === 'yearToDateBefore')))
    .map(({ label, of, against }) => ({
      kind: 'comparison',
      slices: against === null ? [] : null,
      figure: null,
      of: against === null ? of : null,
      cells: columns.map((column) => {
        if (column.show === 'fact') return column.fact === 'label' ? textCell(label) : blankCell;
        // Columns that compare by themselves say nothing of another period.
        if (column.show !== 'measure' || column.of !== 'current') return blankCell;
        return against === null
          ? measureCell(column.measure, total[of])
          : changeCell(column.measure, total[of], total[against]);
      }),
    }));
}

/** Columns by way of ending: what they count their heads and codes say. */
function isOfClosing(name: MeasureName): boolean {
  return /^endedC\d/.test(name);
}

/** How the measures of some columns are counted, each once, from the same data that counts them. */
export function definitionsOf(measures: readonly MeasureName[]): string {
  const told = [...new Set(measures)].filter((name) => !isOfClosing(name));
  return [
    ...told.map((name) => `${measure(name).label}＝${measure(name).formula}`),
    ...(told.length === new Set(measures).size ? [] : ['结案、未成的各栏按终结方式 C11–C16、C21–C29 分列']),
  ].join('；');
}

/** Which of some measures leave out cases because a day is not known, each with how many. */
export function unrecordedNotes(
  measures: readonly MeasureName[],
  values: CountedValues | null,
): readonly string[] {
  if (values === null) return [];
  return [...new Set(measures)].flatMap((name) => {
    const found = unrecordedIn(values, name);
    if (found === null) return [];
    const { label, formula } = figures[found.figure];
    const told = found.whole ? '合计记“—”' : '各数只含已载明的';
    return [`${measure(name).label}：${label} ${found.cases} 件（${formula}），${told}。`];
  });
}

export function measuresOf(columns: readonly FigureColumn[]): readonly MeasureName[] {
  return columns.flatMap((column) => (column.show === 'fact' ? [] : [column.measure]));
}

/** A table whose rows are all counted in the same way, with 合计 and, where they are wanted, comparisons of the whole. */
export function figureTable(table: {
  readonly name: ReportTableName;
  readonly periodName: string;
  readonly unit: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly total: ComparedValues;
  readonly totalFacts?: Readonly<Record<string, ReportCell>>;
  readonly comparisons: 'year' | 'shorter' | null;
  readonly notes: readonly string[];
}): ReportTable {
  const { name, columns, rows, total } = table;
  const { number, title, tab } = reportTableHeads[name];
  const line = ({ label, slices, values, facts }: FigureRow, index: number): ReportRow => ({
    kind: 'line',
    slices: [...slices],
    figure: null,
    of: null,
    cells: columns.map((column) =>
      cellOf(column, values, {
        number: numberCell(index + 1),
        label: textCell(label),
        ...facts,
      }),
    ),
  });
  const sum: ReportRow = {
    kind: 'total',
    slices: [],
    figure: null,
    of: null,
    cells: columns.map((column) =>
      column.show === 'fact'
        ? ({ label: textCell('合计'), ...table.totalFacts }[column.fact] ?? textCell(null))
        : cellOf(column, total, undefined),
    ),
  };
  return {
    name,
    number,
    title: `${table.periodName}${title}`,
    tab,
    unit: table.unit,
    columns: columns.map(columnOf),
    rows: [
      ...rows.map(line),
      sum,
      ...(table.comparisons === null ? [] : comparisonsOf(columns, total, table.comparisons === 'year')),
    ],
    notes: [
      `${definitionsOf(measuresOf(columns))}。`,
      ...unrecordedNotes(measuresOf(columns), total.current),
      ...table.notes,
    ],
    leftOut: 0,
  };
}
