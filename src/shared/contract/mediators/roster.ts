import { z } from 'zod';
import { localDateSchema } from '../../domain/local-date.ts';
import { courtIdSchema, mediatorIdSchema, studioIdSchema } from '../ids.ts';
import { text } from '../procedure.ts';

export const mediatorStandingSchema = z.enum(['listed', 'suspended', 'removed']);
export type MediatorStanding = z.infer<typeof mediatorStandingSchema>;

/** A line of the roster (domain.md §10.4). */
export const mediatorFactsSchema = z.object({
  name: text(50),
  /** 政协委员; null: not known yet. */
  isMember: z.boolean().nullable(),
  sector: text(50).nullable(),
  employer: text(100).nullable(),
  phones: z.array(text(50)).max(5),
  residentId: text(50).nullable(),
  expertise: z.array(text(50)).max(30),
  languages: z.array(text(20)).max(10),
  certificateNumber: text(50).nullable(),
  courtId: courtIdSchema.nullable(),
  studioId: studioIdSchema.nullable(),
  listedOn: localDateSchema.nullable(),
  termFrom: localDateSchema.nullable(),
  termTo: localDateSchema.nullable(),
  training: text(2000).nullable(),
  standing: mediatorStandingSchema,
  /** 待完善: added by an import with nothing but a name. */
  incomplete: z.boolean(),
  remarks: text(500).nullable(),
});
export type MediatorFacts = z.infer<typeof mediatorFactsSchema>;

export const mediatorSchema = mediatorFactsSchema.extend({
  id: mediatorIdSchema,
  version: z.int(),
  courtShortName: z.string().nullable(),
  /** The readings of the name, syllable by syllable, for finding it by pinyin. */
  pinyin: z.string(),
  pendingCases: z.int(),
  allCases: z.int(),
});
export type Mediator = z.infer<typeof mediatorSchema>;
