import { z } from 'zod';
import type { Period } from '../../reporting-period/period.ts';
import { amounts } from '../amounts.ts';
import { type Slice, type SliceDimension, sliceSchema } from '../dimensions.ts';
import { type FigureName, figureNameSchema } from '../figures.ts';
import { isAmount, isRatio, type MeasureName, measureNames, ratios } from '../ratios.ts';
import { type ReportCell, reportCellSchema } from './cell.ts';

/** The periods that a report puts side by side. */
export const comparedPeriods = [
  'current',
  'previous',
  'yearBefore',
  'yearToDate',
  'yearToDateBefore',
] as const;
export const comparedPeriodSchema = z.enum(comparedPeriods);
export type ComparedPeriod = z.infer<typeof comparedPeriodSchema>;

/** The tables of a report in their order (domain.md §8.3, §9), each with its number and what it is called. */
export const reportTableNames = [
  'units',
  'causes',
  'mediators',
  'reasons',
  'cases',
  'peoplesMediation',
  'traffic',
] as const;
export const reportTableNameSchema = z.enum(reportTableNames);
export type ReportTableName = z.infer<typeof reportTableNameSchema>;
export const reportTableHeads = {
  units: { number: '表一', title: '“政协+法院”民商事纠纷调解情况统计表', tab: '总表' },
  causes: { number: '表二', title: '“政协+法院”调解案件分案由统计表', tab: '案由' },
  mediators: { number: '表三', title: '“政协+法院”委员（调解员）调解情况统计表', tab: '调解员' },
  reasons: { number: '表四', title: '“政协+法院”调解未成功原因分析表', tab: '未成原因' },
  cases: { number: '表五', title: '“政协+法院”调解案件明细台账', tab: '明细' },
  peoplesMediation: { number: '附表一', title: '人民调解案件情况统计表', tab: '人民调解' },
  traffic: { number: '附表二', title: '道交一体化和诉前分流指标表', tab: '道交与分流' },
} as const satisfies Readonly<
  Record<ReportTableName, { readonly number: string; readonly title: string; readonly tab: string }>
>;

/** By what the rows of 表一 are told apart. */
export const unitDimensions = ['court', 'district', 'studio'] as const satisfies readonly SliceDimension[];
export const unitDimensionSchema = z.enum(unitDimensions);
export type UnitDimension = z.infer<typeof unitDimensionSchema>;

export const reportColumnSchema = z.object({
  /** The head that several columns share. */
  group: z.string().nullable(),
  head: z.string(),
  /** On paper, in figures; a Chinese character is as wide as two. */
  width: z.number().positive(),
  align: z.enum(['start', 'centre', 'end']),
  /** A table too wide for one sheet of paper goes on to a second one beside it. */
  sheet: z.literal([1, 2]),
  /** The measure that it shows of the period of `opens`; null: something else. */
  measure: z.enum(measureNames).nullable(),
  /** The cases behind a number of this column; null: none to show. */
  opens: z
    .object({ figure: figureNameSchema, of: comparedPeriodSchema, slices: z.array(sliceSchema) })
    .nullable(),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;

export const reportRowSchema = z.object({
  /** `comparison`: the whole in another period, or how it moved. */
  kind: z.enum(['line', 'total', 'comparison']),
  /** The cases of the row; null: they are not told apart by slices. */
  slices: z.array(sliceSchema).nullable(),
  /** Rows of which its cases lie in one at least, besides. */
  anyOf: z.array(sliceSchema).optional(),
  /** Where each row is a figure of its own. */
  figure: figureNameSchema.nullable(),
  /** Where the row is of another period than its columns say. */
  of: comparedPeriodSchema.nullable(),
  /** Where the row is one case: it, as it is today. No file bears it. */
  caseId: z.int().positive().optional(),
  cells: z.array(reportCellSchema),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

/** A table whole, as data: the screen, xlsx, csv and Word draw it and compute nothing. */
export const reportTableSchema = z.object({
  name: reportTableNameSchema,
  number: z.string(),
  title: z.string(),
  tab: z.string(),
  /** 件、万元 */
  unit: z.string(),
  columns: z.array(reportColumnSchema),
  rows: z.array(reportRowSchema),
  /** 口径说明 of this table alone. */
  notes: z.array(z.string()),
  /** How many rows a long list leaves out. */
  leftOut: z.int().nonnegative(),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

/** The figure whose cases stand behind a measure: of a sum those that it is taken over, of a rate its numerator's. */
export function figureBehind(name: MeasureName): FigureName {
  if (isRatio(name)) return figureBehind(ratios[name].numerator);
  return isAmount(name) ? amounts[name].over : name;
}

/** What a number of a table opens: the cases that it counts; null where it counts none or tells a change. */
export function openedBy(
  of: {
    readonly filter: readonly Slice[];
    readonly periods: Readonly<Record<ComparedPeriod, Period>>;
  },
  row: ReportRow,
  column: ReportColumn,
  cell: ReportCell,
): {
  readonly figure: FigureName;
  readonly period: Period;
  readonly slices: readonly Slice[];
  readonly anyOf: Slice[] | undefined;
} | null {
  if (column.opens === null || row.slices === null) return null;
  if (!['count', 'wan', 'yuan', 'percent', 'days'].includes(cell.kind)) return null;
  return {
    figure: row.figure ?? column.opens.figure,
    period: of.periods[row.of ?? column.opens.of],
    slices: [...of.filter, ...row.slices, ...column.opens.slices],
    anyOf: row.anyOf === undefined ? undefined : [...row.anyOf],
  };
}
