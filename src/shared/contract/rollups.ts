import { z } from 'zod';
import { monthSchema } from '../domain/local-date.ts';
import { periodRequestSchema, periodSchema } from '../domain/reporting-period.ts';
import { officeLevelSchema } from '../domain/rollup.ts';
import { rollupPackageIdSchema, rollupUnitIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';
import {
  packageContentSchema,
  packageTablesSchema,
  packedCaseSchema,
  rollupDimensionSchema,
} from './rollup-package.ts';
import { figuresSchema } from './statistics.ts';

/** One of the offices that hand their months in here. */
export const rollupUnitSchema = z.object({
  id: rollupUnitIdSchema,
  version: z.int(),
  name: z.string(),
  /** The identity of its register; null until its first package came in. */
  uid: z.string().nullable(),
  from: monthSchema,
  /** The last month in which it is expected; null: until further notice. */
  to: monthSchema.nullable(),
});
export type RollupUnit = z.infer<typeof rollupUnitSchema>;

const packageStates = ['standing', 'replaced', 'undone'] as const;

/** A package that came in. */
export const receivedPackageSchema = z.object({
  id: rollupPackageIdSchema,
  kind: z.enum(['office', 'sums']),
  officeUid: z.string(),
  officeName: z.string(),
  month: monthSchema,
  period: periodSchema,
  level: officeLevelSchema,
  region: z.string().nullable(),
  closed: z.boolean(),
  sequence: z.int(),
  /** UTC instant of the closing or the counting, and who did it. */
  countedAt: z.string(),
  countedBy: z.string(),
  cases: z.int(),
  fileName: z.string(),
  /** SHA-256 of the content, as its manifest bears it. */
  sha256: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  state: z.enum(packageStates),
  undone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type ReceivedPackage = z.infer<typeof receivedPackageSchema>;

export const unitMarks = {
  notListed: '不在名单',
  otherDays: '起止日不同',
  otherDefinitions: '口径不同',
  sumsIncomplete: '下级不齐',
  sameName: '重名',
} as const;
export type UnitMark = keyof typeof unitMarks;

const unitMonthSchema = z.object({
  month: monthSchema,
  state: z.enum(['closed', 'open', 'missing']),
  sequence: z.int().nullable(),
  period: periodSchema.nullable(),
});

/** One row: an office, or the sums that a higher one handed in. */
export const rollupRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['office', 'sums']),
  uid: z.string().nullable(),
  /** The office's own register, counted here and now. */
  own: z.boolean(),
  level: officeLevelSchema.nullable(),
  region: z.string().nullable(),
  /** The months in which it is expected, each with what came in. */
  months: z.array(unitMonthSchema),
  /** `closed`: all months closed; `missing`: one at least is not there, so that it is not in the sum. */
  state: z.enum(['closed', 'open', 'missing']),
  marks: z.array(z.enum(Object.keys(unitMarks) as [UnitMark, ...UnitMark[]])),
  /** Null while a month is missing. */
  figures: figuresSchema.nullable(),
  /** Of the same months a year earlier; null where one is missing. */
  yearBefore: figuresSchema.nullable(),
});
export type RollupRow = z.infer<typeof rollupRowSchema>;

/** Offices of one region together, where there are several regions and several offices of this one. */
export const rollupRegionSchema = z.object({
  region: z.string(),
  inTotal: z.int(),
  missing: z.int(),
  /** Over its rows that are whole; null where none is. */
  figures: figuresSchema.nullable(),
  yearBefore: figuresSchema.nullable(),
});
export type RollupRegion = z.infer<typeof rollupRegionSchema>;

export const rollupReportSchema = z.object({
  request: periodRequestSchema,
  periodName: z.string(),
  period: periodSchema,
  months: z.array(monthSchema),
  /** The offices of one region follow each other. */
  rows: z.array(rollupRowSchema),
  regions: z.array(rollupRegionSchema),
  /** Over the rows that are whole; `missing` names the others, and those that lack in the sums of another. */
  total: figuresSchema,
  totalYearBefore: figuresSchema.nullable(),
  inTotal: z.int(),
  missing: z.array(z.string()),
  tables: z.array(
    z.object({
      dimension: rollupDimensionSchema,
      rows: z.array(z.object({ label: z.string(), figures: figuresSchema })),
    }),
  ),
  /** What must be known of these sums, in sentences. */
  notes: z.array(z.string()),
});
export type RollupReport = z.infer<typeof rollupReportSchema>;

/** Months that offices add up to: a month, quarter, half or year. */
const rollupRequestSchema = periodRequestSchema.refine(
  ({ kind }) => kind !== 'days',
  '报送包按月，任意起止的日子不能汇总',
);

/** 单位汇总: months of other offices as files, and their sums. */
export const rollups = {
  /**
   * A month as a file for the office above: of this register (frozen where the month is closed), or the sums of what was
   * handed in here. The list of cases bears no name; leaves an event. Refused with `officeNameMissing`, `packageMonth`
   * for a month that has not begun, `nothingToSum`, and like `statistics.report`.
   */
  export: procedure
    .input(
      z.object({
        month: monthSchema,
        of: z.enum(['office', 'sums']).default('office'),
        mediators: z.boolean().default(true),
      }),
    )
    .output(
      z.object({
        file: z.file(),
        closed: z.boolean(),
        sequence: z.int(),
        cases: z.int(),
        sha256: z.string(),
      }),
    ),
  /**
   * Takes in a package. The same one again changes nothing; a newer one of its office and month replaces the older.
   * Refused with `unreadableFile` where it is damaged or is none, with `ownPackage`, `newerDefinitions`, `packageMonth`,
   * `olderPackage`, `twoClosings` (another content with the same number) and `countedTwice` (in the sums of another).
   */
  receive: procedure.input(z.object({ file: z.file() })).output(
    z.object({
      id: rollupPackageIdSchema,
      outcome: z.enum(['new', 'same', 'replaced']),
      officeName: z.string(),
      month: monthSchema,
      listed: z.boolean(),
    }),
  ),
  /** All packages that came in for the months of a period, and of the list's offices the newest first. */
  packages: procedure
    .input(z.object({ request: rollupRequestSchema }))
    .output(z.array(receivedPackageSchema)),
  /** One package with its figures and its masked list of cases. */
  package: procedure.input(z.object({ id: rollupPackageIdSchema })).output(
    z.object({
      package: receivedPackageSchema,
      content: packageContentSchema,
      tables: packageTablesSchema,
      cases: z.array(packedCaseSchema),
    }),
  ),
  /** Takes a package back; the older one that it had replaced stands again. */
  undo: procedure
    .input(z.object({ id: rollupPackageIdSchema, reason: text(500) }))
    .output(z.object({ id: rollupPackageIdSchema })),
  /** The offices that are expected to hand in. */
  units: procedure.output(z.array(rollupUnitSchema)),
  /** Refused with `nameTaken` where another one on the list has the name or the register. */
  saveUnit: procedure
    .input(
      z.object({
        id: rollupUnitIdSchema.nullable(),
        version: z.int().nullable(),
        unit: z
          .object({
            name: text(100),
            uid: z.string().min(8).max(64).nullable(),
            from: monthSchema,
            to: monthSchema.nullable(),
          })
          .refine(({ from, to }) => to === null || from <= to, '最后一个月早于第一个月'),
      }),
    )
    .output(z.object({ id: rollupUnitIdSchema, version: z.int() })),
  removeUnit: procedure
    .input(z.object({ id: rollupUnitIdSchema, version: z.int(), reason: text(500) }))
    .output(z.object({ id: rollupUnitIdSchema })),
  /** The sums over all units of a period. Refused like `statistics.report` where the own register counts. */
  report: procedure.input(z.object({ request: rollupRequestSchema })).output(rollupReportSchema),
  /** The same as a file. */
  exportReport: procedure
    .input(z.object({ request: rollupRequestSchema, format: z.enum(['xlsx', 'csv']).default('xlsx') }))
    .output(z.object({ file: z.file() })),
};
