import { z } from 'zod';
import { handFigureNameSchema } from '../../hand-figure.ts';
import { type AmountName, amountNameSchema, amounts } from '../amounts.ts';
import { caseGroupSchema } from '../case-group.ts';
import { type SliceDimension, sliceSchema } from '../dimensions.ts';
import { type FigureName, figureNameSchema } from '../figures.ts';
import { isAmount, isRatio, type MeasureName, measureNames, ratios } from '../ratios.ts';
import { reportCellSchema } from './cell.ts';

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

/** What a number tells that counts no cases of this register; the words are for whoever points at it. */
export const otherNumbers = {
  ordinal: '行的序号',
  points: '按积分表折算的分数，不是件数：怎样算出的，见履职档案',
  subsidies: '补贴按核定、发放的日期合计，不按案件计：见履职档案',
  assistances: '各人协助的件数之和：一件由几人协助的，各计一次。要看案件，点各人的数',
  ofTheCase: '这一件案件自己的数',
} as const;
export type OtherNumber = keyof typeof otherNumbers;
const otherNumberNames = Object.keys(otherNumbers) as [OtherNumber, ...OtherNumber[]];

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
    .object({
      figure: figureNameSchema,
      of: comparedPeriodSchema,
      slices: z.array(sliceSchema),
      /** The cases in which the mediator of the row assisted, not those that they led. */
      assisting: z.literal(true).optional(),
      /** The sum over these cases, where no measure says it. */
      summed: amountNameSchema.optional(),
    })
    .nullable(),
  /** What its numbers tell, where they count no cases. */
  tells: z.enum(otherNumberNames).optional(),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;

export const reportRowSchema = z.object({
  /** `comparison`: the whole in another period, or how it moved. */
  kind: z.enum(['line', 'total', 'comparison']),
  /** The cases of the row; null: they are not told apart by slices. */
  slices: z.array(sliceSchema).nullable(),
  /** Of each dimension named here, the rows of which its cases lie in one at least. */
  anyOf: z.array(sliceSchema).optional(),
  /** The group that its cases belong to. */
  group: caseGroupSchema.optional(),
  /** The number kept by hand that it shows or, where it has cases, divides by. */
  byHand: handFigureNameSchema.optional(),
  /** Where each row is a figure of its own. */
  figure: figureNameSchema.nullable(),
  /** The sum over the cases of that figure, where its number is one. */
  summed: amountNameSchema.optional(),
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

/** The sum that a measure is: itself, or its numerator; undefined of what counts cases. */
export function summedBehind(name: MeasureName): AmountName | undefined {
  if (isRatio(name)) return summedBehind(ratios[name].numerator);
  return isAmount(name) ? name : undefined;
}
