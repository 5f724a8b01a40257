import type { RollupRegion, RollupReport, RollupRow } from '#shared/contract/rollups.ts';
import { unitMarks } from '#shared/contract/rollups.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import {
  columnHead,
  columnText,
  growthTexts,
  officeLevels,
  type RollupColumn,
  rollupColumns,
} from '#shared/domain/rollup.ts';
import {
  countCell,
  definitionsOf,
  measureCell,
  noCell,
  numberCell,
  type ReportCell,
  textCell,
} from '#shared/domain/statistics/tables.ts';
import { type CountedValues, isAmount, isRatio, sliceDimensions } from '#shared/domain/statistics.ts';
import type { Signatories } from './report/foot.ts';
import { csvText, harmless } from './report-csv.ts';
import {
  type PrintedColumn,
  type PrintedRow,
  type PrintedTable,
  printedSheet,
} from './rollup/printed-sheet.ts';
import { writeStyledWorkbook } from './styled-workbook.ts';

const unit = '件、万元';

const stateWords = { closed: '已报，已锁定', open: '已报，未锁定', missing: '缺' } as const;

function stateOf({ state, months, marks }: RollupRow): string {
  const lacking = months
    .filter((one) => one.state === 'missing')
    .map(({ month }) => `${Number(month.slice(5))}月`);
  const which = state === 'missing' && months.length > 1 ? lacking.join('、') : '';
  return [`${stateWords[state]}${which}`, ...marks.map((mark) => unitMarks[mark])].join('；');
}

export function totalLabel({ missing }: Pick<RollupReport, 'missing'>): string {
  return missing.length === 0 ? '合计' : `合计（缺${missing.length}家）`;
}

/** How many offices a sum is over, and how many lack. */
function sumState({ inTotal, missing }: Pick<RollupRegion, 'inTotal' | 'missing'>): string {
  return `${inTotal} 家${missing === 0 ? '' : `，缺 ${missing} 家`}`;
}

type Values = { readonly now: CountedValues | null; readonly before: CountedValues | null };

/** A line of the table of the units: an office, 小计 of a region, or 合计. */
type UnitLine = {
  readonly kind: PrintedRow['kind'];
  readonly region: string;
  readonly name: string;
  readonly level: string;
  readonly state: string;
  readonly values: Values;
};

/** The lines in their order; 小计 of a region stands under its offices. */
function unitLines(report: RollupReport): readonly UnitLine[] {
  const { rows, regions } = report;
  return [
    ...rows.flatMap((row, at): UnitLine[] => {
      const line: UnitLine = {
        kind: 'line',
        region: row.region ?? '',
        name: row.name,
        level: row.level === null ? '' : officeLevels[row.level].label,
        state: stateOf(row),
        values: { now: row.figures, before: row.yearBefore },
      };
      const sum = regions.find(({ region }) => region === row.region);
      const ends = at === rows.length - 1 || rows[at + 1]?.region !== row.region;
      if (sum === undefined || !ends) return [line];
      const values = { now: sum.figures, before: sum.yearBefore };
      return [
        line,
        { kind: 'sum', region: sum.region, name: '小计', level: '', state: sumState(sum), values },
      ];
    }),
    {
      kind: 'sum',
      region: '',
      name: totalLabel(report),
      level: '',
      state: `${report.inTotal} 家`,
      values: {
        now: report.inTotal === 0 ? null : report.total,
        before: report.totalYearBefore,
      },
    },
  ];
}

function growthCells({ now, before }: Values): readonly ReportCell[] {
  if (now === null || before === null) return [noCell, noCell];
  const [, growth] = growthTexts(now, before);
  const counted = countCell(before.succeeded);
  return before.succeeded === 0
    ? [counted, noCell]
    : [counted, { kind: 'growth', now: now.succeeded, base: before.succeeded, text: growth }];
}

const valueColumns = rollupColumns.map(
  (name): PrintedColumn => ({
    // Broken before the bracket, never inside a word.
    head: columnHead(name).replace('（', '\n（'),
    width: isAmount(name) ? 12 : isRatio(name) ? 9.5 : 6.5,
    align: 'end',
  }),
);

const ordinal: PrintedColumn = { head: '序号', width: 5, align: 'centre' };

const unitColumns: readonly PrintedColumn[] = [
  ordinal,
  { head: '地区', width: 10, align: 'start' },
  { head: '单位', width: 27, align: 'start' },
  { head: '级别', width: 11, align: 'centre' },
  { head: '情况', width: 15, align: 'start' },
  ...valueColumns,
  { head: '上年同期\n成功', width: 9, align: 'end' },
  { head: '成功同比', width: 9, align: 'end' },
];

function unitTable(report: RollupReport): Pick<PrintedTable, 'columns' | 'rows'> {
  let place = 0;
  const rows = unitLines(report).map(({ kind, region, name, level, state, values }): PrintedRow => {
    if (kind === 'line') place += 1;
    return {
      kind,
      cells: [
        kind === 'line' ? numberCell(place) : textCell(null),
        ...[region, name, level, state].map((words) => textCell(words)),
        ...rollupColumns.map((column) => measureCell(column, values.now)),
        ...growthCells(values),
      ],
    };
  });
  return { columns: unitColumns, rows };
}

function sliceTable(
  { rows }: RollupReport['tables'][number],
  label: string,
  report: RollupReport,
): Pick<PrintedTable, 'columns' | 'rows'> {
  const cells = (values: CountedValues) => rollupColumns.map((name) => measureCell(name, values));
  return {
    columns: [ordinal, { head: label, width: 34, align: 'start' }, ...valueColumns],
    rows: [
      ...rows.map(
        (row, at): PrintedRow => ({
          kind: 'line',
          cells: [numberCell(at + 1), textCell(row.label), ...cells(row.figures)],
        }),
      ),
      { kind: 'sum', cells: [textCell(null), textCell(totalLabel(report)), ...cells(report.total)] },
    ],
  };
}

/**
 * The sums as a workbook that prints on A4 landscape like the report of a month: the units with what must be known of
 * them and who signs, and each dimension on a sheet of its own. The same sums made on the same day give the same bytes.
 */
export function rollupXlsx(
  report: RollupReport,
  { title, who, madeOn }: { readonly title: string; readonly who: Signatories; readonly madeOn: LocalDate },
): Promise<Uint8Array> {
  const created = new Date(`${madeOn}T00:00:00Z`);
  const period = `统计期间：${formatPeriod(report.period)}`;
  const units: PrintedTable = {
    tab: '各单位汇总',
    title,
    period,
    unit,
    ...unitTable(report),
    notes: [...report.notes, `${definitionsOf(rollupColumns)}。`],
    signatories: who,
  };
  const slices = report.tables.map((table): PrintedTable => {
    const { label } = sliceDimensions[table.dimension];
    return {
      tab: `按${label}`,
      title: `${title}（按${label}）`,
      period,
      unit,
      ...sliceTable(table, label, report),
      notes: ['缺报的单位、口径和其他说明见“各单位汇总”表。'],
      signatories: null,
    };
  });
  return writeStyledWorkbook(
    {
      properties: { title, creator: who.reportingUnit ?? who.name ?? '', created, modified: created },
      defaultFont: { name: '宋体', size: 11 },
    },
    [units, ...slices].map(printedSheet),
  );
}

function csvValues({ now, before }: Values): readonly string[] {
  if (now === null) return [...rollupColumns.map(() => '—'), '—', '—'];
  const plain = (name: RollupColumn) => {
    if (isRatio(name)) return columnText(now, name);
    return String(isAmount(name) ? now[name] / 1_000_000 : now[name]);
  };
  return [...rollupColumns.map(plain), ...growthTexts(now, before)];
}

/** The table of the units as csv. */
export function rollupCsv(report: RollupReport, title: string): Uint8Array {
  const lines = [
    [title],
    [`统计期间：${formatPeriod(report.period)}`, `单位：${unit}`],
    unitColumns.slice(1).map(({ head }) => head.replace('\n', '')),
    ...unitLines(report).map(({ region, name, level, state, values }) => [
      ...[region, name, level, state].map(harmless),
      ...csvValues(values),
    ]),
    ...report.notes.map((note) => [`说明：${note}`]),
  ];
  return new TextEncoder().encode(csvText(lines));
}
