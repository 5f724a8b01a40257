import { z } from 'zod';
import { channelCodes } from '../domain/channel.ts';
import { closingCodes } from '../domain/closing.ts';
import { localDateSchema, monthSchema } from '../domain/local-date.ts';
import { fenSchema } from '../domain/money.ts';
import { countedNameSchema } from '../domain/month-adjustment.ts';
import { cleanName } from '../domain/names.ts';
import { periodSchema } from '../domain/reporting-period.ts';
import { officeLevelSchema } from '../domain/rollup.ts';
import { figureNameSchema } from '../domain/statistics.ts';
import { figuresSchema } from './statistics.ts';

/** By what a package brings its figures; the mediators, who are staff, only where the office says so. */
export const rollupDimensions = ['court', 'cause', 'sector', 'channel', 'closing', 'amountBand'] as const;
export const rollupDimensionSchema = z.enum(rollupDimensions);
export type RollupDimension = z.infer<typeof rollupDimensionSchema>;
const packedDimensionSchema = z.enum([...rollupDimensions, 'mediator']);
export type PackedDimension = z.infer<typeof packedDimensionSchema>;

/** Words of another office: on one line, with nothing in them that is not seen. */
function words(maximum: number) {
  return z
    .string()
    .min(1)
    .max(maximum)
    .refine((text) => cleanName(text) === text, '含有不可见字符');
}

const uidSchema = z.string().regex(/^[\w-]{8,64}$/);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const countSchema = z.int().nonnegative();

export const packageRowSchema = z.object({ label: words(200), figures: figuresSchema });
export const packageTableSchema = z.object({
  dimension: packedDimensionSchema,
  rows: z.array(packageRowSchema).max(5000),
});
export type PackageTable = z.infer<typeof packageTableSchema>;

/** Which closing of the month the figures are of, or the count of which instant. */
const closingSchema = z.object({
  closed: z.boolean(),
  /** How often the month was closed so far; 0 for sums of several offices. */
  sequence: z.int().min(0).max(400),
  /** UTC instant of the closing, or of the counting. */
  at: z.iso.datetime(),
  by: words(50),
  /** SHA-256 over what the closing froze; null where the month is not closed. */
  sha256: sha256Schema.nullable(),
});

/** One office among the sums that a higher one hands in. */
export const packedUnitSchema = z.object({
  uid: uidSchema,
  kind: z.enum(['office', 'sums']),
  name: words(100),
  closed: z.boolean(),
  sequence: z.int().min(0).max(400),
  figures: figuresSchema,
});
export type PackedUnit = z.infer<typeof packedUnitSchema>;

/** A case without anything that tells who it is about. */
export const packedCaseSchema = z.object({
  number: words(60),
  cause: words(200).nullable(),
  court: words(50).nullable(),
  channel: z.enum(channelCodes),
  receivedOn: localDateSchema.nullable(),
  dueOn: localDateSchema.nullable(),
  claimFen: fenSchema.nullable(),
  ending: z
    .object({
      on: localDateSchema,
      code: z.enum(closingCodes),
      partly: z.boolean(),
      agreedFen: fenSchema.nullable(),
      paidFen: fenSchema,
    })
    .nullable(),
  confirmedOn: localDateSchema.nullable(),
  counted: z.array(figureNameSchema).max(100),
});
export type PackedCase = z.infer<typeof packedCaseSchema>;

/** What is said of the whole of a package. */
export const packageContentSchema = z.object({
  /** Of the office itself, or the sums of those under it. */
  kind: z.enum(['office', 'sums']),
  office: z.object({
    uid: uidSchema,
    name: words(100),
    region: words(50).nullable(),
    level: officeLevelSchema,
  }),
  month: monthSchema,
  /** The first and last day of the month as the office counted it. */
  period: periodSchema,
  closing: closingSchema,
  /** The version of the program that made it. */
  program: words(30),
  definitions: z.object({ version: z.int().positive(), sha256: sha256Schema }),
  figures: figuresSchema,
  mediatorsWithCases: countSchema,
  /** 上期调整 that the closing took over: how much earlier months would now be counted otherwise. */
  adjustments: z
    .array(
      z.object({
        month: monthSchema,
        changes: z.array(z.object({ name: countedNameSchema, by: z.int() })).max(100),
      }),
    )
    .max(120),
  /** Of sums: each office with its figures, every office whose cases are in them, and who had handed nothing in. */
  units: z.array(packedUnitSchema).max(500),
  offices: z.array(z.object({ uid: uidSchema, name: words(100) })).max(2000),
  missing: z.array(words(200)).max(2000),
});
export type PackageContent = z.infer<typeof packageContentSchema>;

export const packageTablesSchema = z.array(packageTableSchema).max(7);

export const packageCasesSchema = z.array(packedCaseSchema).max(20_000);

/** The content of a package: one month of one office, or of the offices under it. Money in fen. */
export const rollupPackageSchema = packageContentSchema.extend({
  tables: packageTablesSchema,
  cases: packageCasesSchema,
});
export type RollupPackage = z.infer<typeof rollupPackageSchema>;

/** 清单.json: what lies in the file, each with its length and SHA-256. */
export const packageManifestSchema = z.object({
  format: z.literal('联动调解报送包'),
  formatVersion: z.int().positive(),
  parts: z.array(z.object({ name: z.string().max(50), bytes: countSchema, sha256: sha256Schema })).max(10),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;
