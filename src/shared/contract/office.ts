import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { organisationKindSchema } from '../domain/organisation-kind.ts';
import { periodSettingsSchema } from '../domain/period.ts';
import { statisticalCalendarSchema } from '../domain/reporting-period.ts';
import { channelSettingsSchema } from '../domain/settings.ts';
import { courtIdSchema, organisationIdSchema, staffIdSchema, studioIdSchema } from './ids.ts';
import { procedure, text } from './procedure.ts';

export const officeProfileSchema = z.object({
  name: text(100).nullable(),
  /** 机构代字 of internal numbers, such as 鄂政法调. */
  numberPrefix: text(20).nullable(),
  /** 填报单位 */
  reportingUnit: text(100).nullable(),
  /** 负责人, 审核人, 填表人 and 电话 at the foot of a report. */
  head: text(50).nullable(),
  reviewer: text(50).nullable(),
  preparer: text(50).nullable(),
  phone: text(50).nullable(),
  /** The court that refers most cases: offered first at intake. */
  courtId: courtIdSchema.nullable(),
  /** The mediation organisation whose seal the agreements bear. */
  organisationId: organisationIdSchema.nullable(),
});
export type OfficeProfile = z.infer<typeof officeProfileSchema>;

export const staffMemberSchema = z.object({
  id: staffIdSchema,
  version: z.int(),
  name: z.string(),
  post: z.string().nullable(),
  active: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

export const courtSchema = z.object({
  id: courtIdSchema,
  version: z.int(),
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  /** The readings of the short name, syllable by syllable, for finding it by pinyin. */
  pinyin: z.string(),
  region: z.string().nullable(),
  level: z.enum(['basic', 'intermediate', 'high', 'special']),
  /** Whether the code was checked against a real document (domain.md §3.3). */
  codeVerified: z.boolean(),
  active: z.boolean(),
});
export type Court = z.infer<typeof courtSchema>;
export const courtFactsSchema = courtSchema.omit({ id: true, version: true, pinyin: true }).extend({
  code: text(10).nullable(),
  name: text(50),
  shortName: text(30),
  region: text(30).nullable(),
});

export const studioSchema = z.object({
  id: studioIdSchema,
  version: z.int(),
  name: text(100),
  courtId: courtIdSchema.nullable(),
  place: text(200).nullable(),
  active: z.boolean(),
});
export type Studio = z.infer<typeof studioSchema>;

export const organisationSchema = z.object({
  id: organisationIdSchema,
  version: z.int(),
  name: text(100),
  kind: organisationKindSchema,
  address: text(200).nullable(),
  phone: text(50).nullable(),
  active: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;

const saved = z.object({ version: z.int() });

export const office = {
  /** Who works, where, with what: everything a page needs once. `today` is the date in Asia/Shanghai. */
  overview: procedure.output(
    z.object({
      today: localDateSchema,
      atWork: z.object({ id: staffIdSchema.nullable(), name: z.string() }).nullable(),
      demo: z.boolean(),
      programVersion: z.string(),
      dataFolder: z.string(),
      profile: officeProfileSchema.extend({ version: z.int() }),
      staff: z.array(staffMemberSchema),
      courts: z.array(courtSchema),
      studios: z.array(studioSchema),
      organisations: z.array(organisationSchema),
      /** Which channels take new cases. */
      channels: channelSettingsSchema,
      /** How the office counts periods. */
      period: periodSettingsSchema,
      /** How the office divides time for its figures. */
      statistics: statisticalCalendarSchema,
      openDoubts: z.int(),
      cases: z.int(),
    }),
  ),
  /** Says who is working; asked once per start, and the name is in every event from then on. */
  begin: procedure
    .input(z.object({ name: text(50) }))
    .output(z.object({ id: staffIdSchema, name: z.string() })),
  saveProfile: procedure.input(z.object({ version: z.int(), profile: officeProfileSchema })).output(saved),
  saveStaff: procedure
    .input(
      z.object({
        id: staffIdSchema.nullable(),
        version: z.int().nullable(),
        name: text(50),
        post: text(50).nullable(),
        active: z.boolean(),
      }),
    )
    .output(z.object({ id: staffIdSchema })),
  saveCourt: procedure
    .input(z.object({ id: courtIdSchema.nullable(), version: z.int().nullable(), court: courtFactsSchema }))
    .output(z.object({ id: courtIdSchema })),
  saveStudio: procedure
    .input(
      z.object({
        id: studioIdSchema.nullable(),
        version: z.int().nullable(),
        studio: studioSchema.omit({ id: true, version: true }),
      }),
    )
    .output(z.object({ id: studioIdSchema })),
  saveOrganisation: procedure
    .input(
      z.object({
        id: organisationIdSchema.nullable(),
        version: z.int().nullable(),
        organisation: organisationSchema.omit({ id: true, version: true }),
      }),
    )
    .output(z.object({ id: organisationIdSchema })),
  /** Compares derived rows with the facts, figures with cases, and asks SQLite whether the file is whole. */
  verify: procedure.output(
    z.object({
      ok: z.boolean(),
      cases: z.int(),
      events: z.int(),
      problems: z.array(z.object({ what: z.string(), caseId: z.int().nullable() })),
    }),
  ),
  /** Tells whenever the register has changed, whoever changed it, until the listener goes. */
  changes: procedure.output(eventIterator(z.object({ sequence: z.int() }))),
};
