import { z } from 'zod';
import { periodSchema } from '../domain/reporting-period.ts';
import { caseIdSchema, mediatorIdSchema, proposalIdSchema, trainingIdSchema } from './ids.ts';
import {
  mediatorRecordSchema,
  proposalFactsSchema,
  proposalSchema,
  trainingFactsSchema,
  trainingSchema,
} from './mediators/record.ts';
import { mediatorFactsSchema, mediatorSchema } from './mediators/roster.ts';
import { recusalFindingSchema, suggestionSchema } from './mediators/suggestion.ts';
import { partyFactsSchema } from './parties.ts';
import { procedure, text } from './procedure.ts';

export {
  type MediatorRecord,
  type Proposal,
  type ProposalFacts,
  proposalFactsSchema,
  type Training,
  type TrainingFacts,
} from './mediators/record.ts';
export {
  type Mediator,
  type MediatorFacts,
  type MediatorStanding,
  mediatorFactsSchema,
  mediatorSchema,
  mediatorStandingSchema,
} from './mediators/roster.ts';
export type { RecusalFinding, Suggestion } from './mediators/suggestion.ts';

const cancelled = text(500);

export const mediators = {
  list: procedure.output(z.array(mediatorSchema)),
  add: procedure
    .input(z.object({ mediator: mediatorFactsSchema }))
    .output(z.object({ id: mediatorIdSchema })),
  amend: procedure
    .input(z.object({ id: mediatorIdSchema, version: z.int(), mediator: mediatorFactsSchema }))
    .output(z.object({ version: z.int() })),
  /** Brings in a roster (xlsx or csv); a mediator of the same name and sector is completed, never doubled. */
  importRoster: procedure.input(z.object({ file: z.file() })).output(
    z.object({
      added: z.int(),
      completed: z.int(),
      unchanged: z.int(),
      refused: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() })),
    }),
  ),
  /** An empty roster sheet with the columns that `importRoster` reads. */
  rosterTemplate: procedure.output(z.file()),
  /** The mediators asked for in the columns that `importRoster` reads; ID numbers and phones masked unless it is said why not. */
  exportRoster: procedure
    .input(
      z.object({
        ids: z.array(mediatorIdSchema).min(1).max(5000),
        unmasked: z.object({ reason: text(500) }).nullable(),
      }),
    )
    .output(z.object({ file: z.file() })),

  /** Mediator against parties, representatives, agents and their organisations (法释〔2016〕14号 第15条、第16条). */
  recusalCheck: procedure
    .input(z.object({ mediatorId: mediatorIdSchema, caseId: caseIdSchema }))
    .output(z.array(recusalFindingSchema)),
  /** The same while a case is typed in. */
  recusalCheckOfDraft: procedure
    .input(z.object({ mediatorId: mediatorIdSchema, parties: z.array(partyFactsSchema).max(200) }))
    .output(z.array(recusalFindingSchema)),
  /** 派单: the whole roster in the order in which it suits the case, each with the reasons. */
  suggest: procedure.input(z.object({ caseId: caseIdSchema })).output(
    z.object({
      causeName: z.string().nullable(),
      /** 案由大类 */
      causeGroup: z.string().nullable(),
      suggestions: z.array(suggestionSchema),
    }),
  ),

  recordTraining: procedure
    .input(
      z.object({
        /** One training of several mediators is recorded at once. */
        mediatorIds: z.array(mediatorIdSchema).min(1).max(500),
        training: trainingFactsSchema,
      }),
    )
    .output(z.object({ ids: z.array(trainingIdSchema) })),
  cancelTraining: procedure
    .input(z.object({ id: trainingIdSchema, reason: cancelled }))
    .output(z.object({ id: trainingIdSchema })),
  /** Trainings of one mediator that were not cancelled, newest first. */
  trainings: procedure.input(z.object({ mediatorId: mediatorIdSchema })).output(z.array(trainingSchema)),

  recordProposal: procedure
    .input(z.object({ proposal: proposalFactsSchema }))
    .output(z.object({ id: proposalIdSchema })),
  cancelProposal: procedure
    .input(z.object({ id: proposalIdSchema, reason: cancelled }))
    .output(z.object({ id: proposalIdSchema })),
  /** Proposals that a case gave rise to and that were not cancelled, in the order of their days. */
  proposalsOfCase: procedure.input(z.object({ caseId: caseIdSchema })).output(z.array(proposalSchema)),

  /** 履职档案 of a mediator over a period. */
  record: procedure
    .input(z.object({ id: mediatorIdSchema, period: periodSchema }))
    .output(mediatorRecordSchema),
};
