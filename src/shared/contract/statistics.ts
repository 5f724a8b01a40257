import { z } from 'zod';
import { localDateSchema, monthSchema } from '../domain/local-date.ts';
import { fenSumSchema } from '../domain/money.ts';
import { periodRequestSchema, periodSchema } from '../domain/reporting-period.ts';
import {
  type ComparedPeriod,
  comparedPeriodSchema,
  comparedPeriods,
  memberFiguresSchema,
  reportTableNameSchema,
  reportTableSchema,
  unitDimensionSchema,
} from '../domain/statistics/tables.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type FigureName,
  figureNames,
  type MoneyName,
  measureNames,
  sliceDimensionSchema,
  sliceSchema,
} from '../domain/statistics.ts';
import { procedure, text } from './procedure.ts';

const count = z.int().nonnegative();

const shape = Object.fromEntries([
  ...figureNames.map((name) => [name, count]),
  ...amountNames.map((name) => [name, amounts[name].unit === '万元' ? fenSumSchema : count]),
]) as Record<Exclude<FigureName | AmountName, MoneyName>, typeof count> &
  Record<MoneyName, typeof fenSumSchema>;

/** Every count and sum of a period, for the office or for one row of a table. Money in fen. */
export const figuresSchema = z.object(shape);
export type Figures = z.infer<typeof figuresSchema>;

export const periodFiguresSchema = z.object({
  period: periodSchema,
  figures: figuresSchema,
  /** How many mediators have cases that were pending or came in. */
  mediatorsWithCases: count,
});
export type PeriodFigures = z.infer<typeof periodFiguresSchema>;

/** Only the cases of these rows: a case must lie in all of them. */
export const filterSchema = z.array(sliceSchema).max(20);

/** One row of a table; `key` is what drill-down asks for, '' is 未填. */
export const sliceRowSchema = z.object({
  key: z.string(),
  label: z.string(),
  current: figuresSchema,
  /** Null where the table was asked for without comparisons. */
  yearToDate: figuresSchema.nullable(),
  yearBefore: figuresSchema.nullable(),
});
export type SliceRow = z.infer<typeof sliceRowSchema>;

export const sliceTableSchema = z.object({
  dimension: sliceDimensionSchema,
  rows: z.array(sliceRowSchema),
});
export type SliceTable = z.infer<typeof sliceTableSchema>;

export const takenSchema = z.object({ month: monthSchema, of: comparedPeriodSchema }).nullable();
export type TakenColumn = NonNullable<z.infer<typeof takenSchema>>;

/**
 * From which closed month each column was taken, and as which column of it; null: it was counted. A closed month's own
 * columns are its closing's; a column that is a closed month as a whole is what that month's report said.
 */
export const takenColumnsSchema = z.object(
  Object.fromEntries(comparedPeriods.map((of) => [of, takenSchema])) as Record<
    ComparedPeriod,
    typeof takenSchema
  >,
);
export type TakenColumns = z.infer<typeof takenColumnsSchema>;
/** All columns counted from the register. */
export const noTakenColumns: TakenColumns = {
  current: null,
  previous: null,
  yearBefore: null,
  yearToDate: null,
  yearToDateBefore: null,
};

export const reportSchema = z.object({
  request: periodRequestSchema,
  filter: filterSchema,
  /** The period asked for. */
  current: periodFiguresSchema,
  /** The period before it (环比). */
  previous: periodFiguresSchema,
  /** The same period a year earlier (同比). */
  yearBefore: periodFiguresSchema,
  /** From the first day of the statistical year to the end of the period; for a year the year itself. */
  yearToDate: periodFiguresSchema,
  yearToDateBefore: periodFiguresSchema,
  taken: takenColumnsSchema,
  tables: z.array(sliceTableSchema),
  /** First and last receipt or closing day in the register; null in an empty one. */
  covered: z.object({ from: localDateSchema, to: localDateSchema }).nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/**
 * The tables of a report (domain.md §8.3, §9) with every cell as number and words: what the screen, xlsx, csv, Word and
 * the command line draw, so that they cannot differ.
 */
export const reportTablesSchema = reportSchema.omit({ tables: true }).extend({
  periodName: z.string(),
  /** By what 表一 has its rows. */
  unit: unitDimensionSchema,
  /** The rows that the filter keeps, in words; null without one. */
  filterWords: z.string().nullable(),
  tables: z.array(reportTableSchema),
  members: memberFiguresSchema,
  /** ×名委员调解员参与调解×件，调解成功×件，涉案金额×万元 */
  sentence: z.string(),
  /** What is true of all tables: the check, what is not counted, what is not known. */
  notes: z.array(z.string()),
});
export type ReportTables = z.infer<typeof reportTablesSchema>;

/** Which tables of which cases. */
const tablesAskedShape = {
  request: periodRequestSchema,
  filter: filterSchema.default([]),
  unit: unitDimensionSchema.default('court'),
  /** null: those that the office makes, 附表一 only under a 人民调解委员会. */
  tables: z.array(reportTableNameSchema).nullable().default(null),
};

export const exportFormats = ['xlsx', 'csv', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The columns of a table of one's own: the rows of a dimension, or the months of the period. */
export const pivotColumnsSchema = z.union([sliceDimensionSchema, z.literal('month')]);

export const pivotAskedSchema = z.object({
  request: periodRequestSchema,
  filter: filterSchema,
  rows: sliceDimensionSchema,
  columns: pivotColumnsSchema.nullable(),
  measure: z.enum(measureNames),
});
export type PivotAsked = z.infer<typeof pivotAskedSchema>;

const headSchema = z.object({ key: z.string(), label: z.string() });
/** A count or a sum over 1, or the two sides of a ratio. */
const cellSchema = z.object({ numerator: count, denominator: count });
export type PivotCell = z.infer<typeof cellSchema>;

export const pivotSchema = z.object({
  asked: pivotAskedSchema,
  period: periodSchema,
  rows: z.array(headSchema),
  columns: z.array(headSchema.extend({ period: periodSchema })),
  /** Row by row. */
  cells: z.array(z.array(cellSchema)),
  rowTotals: z.array(cellSchema),
  columnTotals: z.array(cellSchema),
  total: cellSchema,
});
export type Pivot = z.infer<typeof pivotSchema>;

export const statistics = {
  /**
   * The figures of a period with its comparisons, and the tables asked for, each by one dimension. A closed month
   * without a filter is answered from what was frozen, as with `tables` and `exportReport`. Refused with
   * `reportDoesNotBalance`, naming the cases, where 旧存＋新收＝结案＋退回＋未结 does not hold.
   */
  report: procedure
    .input(
      z.object({
        request: periodRequestSchema,
        filter: filterSchema.default([]),
        tables: z.array(sliceDimensionSchema).max(20).default([]),
        /** Whether the rows of the tables bring 本年累计 and 上年同期. */
        compared: z.boolean().default(false),
      }),
    )
    .output(reportSchema),
  /**
   * The figures of each of so many months up to one, without tables: what the plots of time show. Without a filter a
   * closed month says what its closing froze (`frozen`).
   */
  months: procedure
    .input(
      z.object({ until: monthSchema, months: z.int().min(1).max(120), filter: filterSchema.default([]) }),
    )
    .output(
      z.array(
        z.object({
          month: monthSchema,
          period: periodSchema,
          figures: figuresSchema,
          frozen: z.boolean(),
        }),
      ),
    ),
  /** A table of one's own: rows × columns × measure × filter. Refused like `report`. */
  pivot: procedure.input(pivotAskedSchema).output(pivotSchema),
  /** What the rows of tables are called, one label for each. */
  labels: procedure.input(z.object({ slices: filterSchema })).output(z.array(z.string())),
  /** The rows that cases of the register may lie in: what a filter can be made of. */
  choices: procedure
    .input(z.object({ dimension: sliceDimensionSchema }))
    .output(z.array(z.object({ key: z.string(), label: z.string() }))),
  /** A table of one's own as xlsx or as one csv file, under the name that it bears. */
  exportPivot: procedure
    .input(
      z.object({ asked: pivotAskedSchema, name: text(100), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    )
    .output(z.object({ file: z.file() })),
  /**
   * The report's tables. 明细 (`cases`) only where it is asked for, masked, with its first 2,000 rows. Refused like
   * `report`.
   */
  tables: procedure.input(z.object(tablesAskedShape)).output(reportTablesSchema),
  /**
   * The report as a file: xlsx (A4 landscape, a sheet for each table), csv (a zip of a file for each table) or docx (通报稿).
   * Names are masked; `unmasked` needs a reason, which is recorded. Refused like `report`.
   */
  exportReport: procedure
    .input(
      z.object({
        ...tablesAskedShape,
        format: z.enum(exportFormats).default('xlsx'),
        unmasked: z.object({ reason: text(500) }).nullable(),
      }),
    )
    .output(z.object({ file: z.file() })),
};
