import { handFigures } from '../../hand-figure.ts';
import type { Period } from '../../reporting-period/period.ts';
import type { AmountName } from '../amounts.ts';
import type { CaseGroup } from '../case-group.ts';
import type { Slice } from '../dimensions.ts';
import { type FigureName, figures } from '../figures.ts';
import { isAmount, isRatio, ratios } from '../ratios.ts';
import type { ReportCell } from './cell.ts';
import {
  type ComparedPeriod,
  otherNumbers,
  type ReportColumn,
  type ReportRow,
  summedBehind,
} from './report-table.ts';

/** The report that a number stands in. */
export type OpeningOf = {
  readonly filter: readonly Slice[];
  readonly periods: Readonly<Record<ComparedPeriod, Period>>;
};

/** The cases behind a number: a figure of a period, and which of its cases. */
export type OpenedCases = {
  readonly figure: FigureName;
  readonly period: Period;
  readonly slices: Slice[];
  readonly anyOf?: Slice[];
  readonly group?: CaseGroup;
  readonly assistedBy?: number;
  /** The sum over these cases, where the number is one. */
  readonly summed?: AmountName;
};

/** What a number of a table opens, and what is said of it to whoever points at it. */
export type Opening =
  | {
      readonly kind: 'cases';
      readonly of: ComparedPeriod;
      readonly counted: OpenedCases;
      readonly says: string;
    }
  /** What was filled in by hand for the months of the period. */
  | { readonly kind: 'handFigures'; readonly period: Period; readonly says: string }
  /** The record of a mediator, by the key of the row. */
  | { readonly kind: 'record'; readonly mediator: string; readonly says: string }
  | { readonly kind: 'nothing'; readonly says: string };

const nothing = (says: string): Opening => ({ kind: 'nothing', says });

/** How many cases, fen or days a number is made of; null: it is no such number. */
function size(cell: ReportCell): number | null {
  switch (cell.kind) {
    case 'count':
    case 'number':
      return cell.value;
    case 'wan':
    case 'yuan':
      return cell.fen;
    case 'percent':
    case 'days':
      return cell.numerator;
    default:
      return null;
  }
}

function saysOf(row: ReportRow, { measure }: ReportColumn, cell: ReportCell, figure: FigureName): string {
  const { label } = figures[figure];
  if (cell.kind === 'count') return `${label} ${cell.text} 件：查看案件`;
  if (cell.kind !== 'percent') return `${cell.text}：查看${label}的案件`;
  const byHand = row.byHand === undefined ? '' : `（分母中有手工填报的“${handFigures[row.byHand].label}”）`;
  // A rate of sums is made of fen: its formula says more than they do.
  const sums = measure !== null && isRatio(measure) && isAmount(ratios[measure].numerator);
  return sums
    ? `${ratios[measure].formula}：查看${label}的案件`
    : `${cell.numerator}÷${cell.denominator}${byHand}：查看分子的 ${cell.numerator} 件案件`;
}

/** The mediator whose row it is. */
function mediatorOf(row: ReportRow): string | undefined {
  return row.slices?.find(({ dimension }) => dimension === 'mediator')?.key;
}

/**
 * What a number of a table opens: the cases that it counts, or what there is besides where it counts none of this
 * register. Null where the cell says no number.
 */
export function openingOf(
  { filter, periods }: OpeningOf,
  row: ReportRow,
  column: ReportColumn,
  cell: ReportCell,
): Opening | null {
  const of = row.of ?? column.opens?.of ?? 'current';
  if (cell.kind === 'missing') {
    return {
      kind: 'handFigures',
      period: periods[of],
      says: `${handFigures[cell.figure].label}还没有填：去填`,
    };
  }
  if (cell.kind === 'growth' || cell.kind === 'points') {
    return nothing('变动多少，没有自己的案件：比较的两个数各在自己的一栏');
  }
  const number = size(cell);
  if (number === null) return null;
  if (row.caseId !== undefined) return nothing(otherNumbers.ofTheCase);
  if (row.byHand !== undefined && row.figure === null) {
    return {
      kind: 'handFigures',
      period: periods[of],
      says: '手工填报的数，不是登记簿里的案件：查看各月填报的数',
    };
  }
  const mediator = mediatorOf(row);
  if (column.tells !== undefined && (column.opens === null || row.kind !== 'line')) {
    const says = otherNumbers[column.tells];
    return column.tells === 'ordinal' || number === 0 || mediator === undefined || mediator === ''
      ? nothing(says)
      : { kind: 'record', mediator, says };
  }
  if (number === 0) return nothing('没有案件');
  if (column.opens === null || row.slices === null) return null;
  const figure = row.figure ?? column.opens.figure;
  const summed =
    row.summed ?? column.opens.summed ?? (column.measure === null ? undefined : summedBehind(column.measure));
  const assisting = column.opens.assisting === true && mediator !== undefined;
  const rows = assisting ? row.slices.filter(({ dimension }) => dimension !== 'mediator') : row.slices;
  return {
    kind: 'cases',
    of,
    counted: {
      figure,
      period: periods[of],
      slices: [...filter, ...rows, ...column.opens.slices],
      ...(row.anyOf !== undefined && { anyOf: [...row.anyOf] }),
      ...(row.group !== undefined && { group: row.group }),
      ...(assisting && { assistedBy: Number(mediator) }),
      ...(summed !== undefined && { summed }),
    },
    says: assisting ? `协助 ${cell.text} 件：查看案件` : saysOf(row, column, cell, figure),
  };
}

/** What each count within words of a cell opens, such as that of a cause: 民间借贷纠纷3件. */
export function openingsWithin(
  of: OpeningOf,
  row: ReportRow,
  cell: ReportCell,
): readonly { readonly words: string; readonly counted: OpenedCases; readonly count: number }[] {
  if (cell.kind !== 'text' || cell.counts === undefined || row.figure === null) return [];
  const { figure } = row;
  return cell.counts.map(({ words, count, slices }) => ({
    words,
    count,
    counted: {
      figure,
      period: of.periods.current,
      slices: [...of.filter, ...(row.slices ?? []), ...slices],
    },
  }));
}
