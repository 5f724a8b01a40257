import type { HandFigureName } from '../../hand-figure.ts';
import type { AmountName } from '../amounts.ts';
import type { CaseGroup } from '../case-group.ts';
import type { Slice } from '../dimensions.ts';
import type { FigureName } from '../figures.ts';
import type { ReportCell } from './cell.ts';
import { textCell } from './cell.ts';
import {
  type ComparedPeriod,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type ReportTableName,
  reportTableHeads,
} from './report-table.ts';

/** The periods of a table whose rows are figures of their own; of a year the year to date is itself. */
export function itemPeriods(isYear: boolean): readonly ComparedPeriod[] {
  return isYear ? ['current', 'yearBefore'] : ['current', 'yearToDate', 'yearBefore'];
}

const periodHeads: Readonly<Partial<Record<ComparedPeriod, string>>> = {
  current: '本期',
  yearToDate: '本年累计',
  yearBefore: '上年同期',
};

/** One line of such a table: a cell for each period, and how it moved against the year before. */
export type Item = {
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  /** What its number opens; null: nothing to show. */
  readonly opens: {
    readonly figure: FigureName;
    /** The sum over these cases, where the number is one. */
    readonly summed?: AmountName | undefined;
    readonly slices: readonly Slice[];
    readonly anyOf?: readonly Slice[];
    readonly group?: CaseGroup;
  } | null;
  /** The number kept by hand that it is, or divides by. */
  readonly byHand?: HandFigureName;
  readonly cells: readonly ReportCell[];
  readonly change: ReportCell;
};

/** A table whose rows are figures of their own (项目, 单位, 本期, 本年累计, 上年同期, 同比). */
export function itemTable(table: {
  readonly name: ReportTableName;
  readonly periodName: string;
  readonly unit: string;
  readonly isYear: boolean;
  readonly items: readonly Item[];
  readonly notes: readonly string[];
}): ReportTable {
  const { number, title, tab } = reportTableHeads[table.name];
  const periods = itemPeriods(table.isYear);
  const plain = (head: string, width: number, align: ReportColumn['align']): ReportColumn => ({
    group: null,
    head,
    width,
    align,
    sheet: 1,
    measure: null,
    opens: null,
  });
  return {
    name: table.name,
    number,
    title: `${table.periodName}${title}`,
    tab,
    unit: table.unit,
    columns: [
      plain('类别', 26, 'start'),
      plain('项目', 52, 'start'),
      plain('单位', 8, 'centre'),
      ...periods.map((of) => ({
        ...plain(periodHeads[of] ?? '', of === 'current' ? 28 : 24, 'end' as const),
        // The row says which figure it is.
        opens: { figure: 'closed' as const, of, slices: [] },
      })),
      plain('同比', 16, 'end'),
    ],
    rows: table.items.map(
      (item): ReportRow => ({
        kind: 'line',
        slices: item.opens === null ? null : [...item.opens.slices],
        ...(item.opens?.anyOf !== undefined && { anyOf: [...item.opens.anyOf] }),
        ...(item.opens?.group !== undefined && { group: item.opens.group }),
        ...(item.byHand !== undefined && { byHand: item.byHand }),
        figure: item.opens?.figure ?? null,
        ...(item.opens?.summed !== undefined && { summed: item.opens.summed }),
        of: null,
        cells: [textCell(item.group), textCell(item.label), textCell(item.unit), ...item.cells, item.change],
      }),
    ),
    notes: [...table.notes],
    leftOut: 0,
  };
}
