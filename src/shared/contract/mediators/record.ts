import { z } from 'zod';
import { localDateSchema } from '../../domain/local-date.ts';
import { followUpKindSchema, pointItemCodes } from '../../domain/mediator-record.ts';
import { periodSchema } from '../../domain/reporting-period.ts';
import { caseIdSchema, mediatorIdSchema, proposalIdSchema, trainingIdSchema } from '../ids.ts';
import { text } from '../procedure.ts';
import { figuresSchema, sliceRowSchema } from '../statistics.ts';
import { mediatorSchema, mediatorStandingSchema } from './roster.ts';

/** 培训 (法释〔2016〕14号 第7条). */
export const trainingFactsSchema = z.object({
  trainedOn: localDateSchema,
  topic: text(200),
  /** 学时 */
  hours: z.int().min(1).max(1000).nullable(),
  remarks: text(500).nullable(),
});
export type TrainingFacts = z.infer<typeof trainingFactsSchema>;
export const trainingSchema = trainingFactsSchema.extend({ id: trainingIdSchema });
export type Training = z.infer<typeof trainingSchema>;

/** 提案、社情民意信息, as a rule one that a case gave rise to. */
export const proposalFactsSchema = z.object({
  caseId: caseIdSchema.nullable(),
  mediatorId: mediatorIdSchema,
  kind: followUpKindSchema,
  title: text(200),
  submittedOn: localDateSchema,
  number: text(50).nullable(),
  /** 办理、采用情况 */
  result: text(500).nullable(),
});
export type ProposalFacts = z.infer<typeof proposalFactsSchema>;
export const proposalSchema = proposalFactsSchema.extend({
  id: proposalIdSchema,
  mediatorName: z.string(),
  /** 内部编号 of the case. */
  caseNumber: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

const points = z.number().nonnegative();

/** 履职档案 (法释〔2016〕14号 第10条): what one mediator did in a period, counted as the statistics count. */
export const mediatorRecordSchema = z.object({
  mediator: mediatorSchema,
  period: periodSchema,
  /** By the office's statistical calendar. */
  periodName: z.string(),
  /** Of the cases led; cases assisted in count for whoever led them. */
  figures: figuresSchema,
  byCause: z.array(sliceRowSchema),
  /** Days from receipt to closing over the closed cases. */
  duration: z.object({ days: z.int(), cases: z.int().nonnegative() }),
  /** Cases closed in the period in which the mediator assisted. */
  assisted: z.int().nonnegative(),
  trainings: z.array(trainingSchema),
  proposals: z.array(proposalSchema),
  /** Changes of the standing in the period: 暂停, 除名 and back (第28条). */
  standings: z.array(
    z.object({
      at: z.string(),
      staffName: z.string(),
      before: mediatorStandingSchema,
      after: mediatorStandingSchema,
    }),
  ),
  points: z.object({
    lines: z.array(
      z.object({
        code: z.enum(pointItemCodes),
        count: z.int().nonnegative(),
        each: points,
        most: points.nullable(),
        points,
        note: z.string().nullable(),
      }),
    ),
    total: points,
    /** Where the office's table comes from. */
    note: z.string().nullable(),
  }),
  /** The sentence that an office publishes. */
  sentence: z.string(),
});
export type MediatorRecord = z.infer<typeof mediatorRecordSchema>;
