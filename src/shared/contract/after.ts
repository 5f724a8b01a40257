import { z } from 'zod';
import { afterClosingSettingsSchema, matterSchema, stepCodeSchema } from '../domain/after-closing.ts';
import { contactMeansSchema } from '../domain/contact.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { fenSchema } from '../domain/money.ts';
import { subsidyRuleSchema } from '../domain/subsidy.ts';
import { satisfactionSchema, visitPerformanceSchema } from '../domain/visit.ts';
import {
  afterStepIdSchema,
  caseIdSchema,
  courtIdSchema,
  mediatorIdSchema,
  partyIdSchema,
  subsidyIdSchema,
  visitIdSchema,
} from './ids.ts';
import { procedure, text } from './procedure.ts';

/** A step of a matter that follows the closing; what its rule does not record is not kept (domain.md §2.4). */
export const afterStepFactsSchema = z.object({
  matter: matterSchema,
  step: stepCodeSchema,
  on: localDateSchema,
  partyId: partyIdSchema.nullable(),
  courtId: courtIdSchema.nullable(),
  number: text(100).nullable(),
  papers: z.array(text(100)).max(50),
  /** 双方共同申请 (民事诉讼法 第205条). */
  joint: z.boolean(),
  remarks: text(1000).nullable(),
});
export type AfterStepFacts = z.infer<typeof afterStepFactsSchema>;
export const afterStepSchema = afterStepFactsSchema.extend({ id: afterStepIdSchema });

/** 回访 (人民调解法 第31条). */
export const visitFactsSchema = z.object({
  /** null: not one party, such as a village committee that knows. */
  partyId: partyIdSchema.nullable(),
  visitedOn: localDateSchema,
  means: contactMeansSchema,
  performance: visitPerformanceSchema.nullable(),
  satisfaction: satisfactionSchema.nullable(),
  remarks: text(1000).nullable(),
  nextOn: localDateSchema.nullable(),
});
export type VisitFacts = z.infer<typeof visitFactsSchema>;
export const visitSchema = visitFactsSchema.extend({ id: visitIdSchema });
export type Visit = z.infer<typeof visitSchema>;

/** 以案定补: granted by a line of the office's table, paid once. */
export const subsidySchema = z.object({
  id: subsidyIdSchema,
  mediatorId: mediatorIdSchema,
  mediatorName: z.string(),
  rule: z.string(),
  amountFen: fenSchema,
  grantedOn: localDateSchema,
  paidOn: localDateSchema.nullable(),
  voucher: z.string().nullable(),
});
export type Subsidy = z.infer<typeof subsidySchema>;

export const caseAfterSchema = z.object({
  /** In the order in which they were recorded; see `matterProgress`. */
  steps: z.array(afterStepSchema),
  visits: z.array(visitSchema),
  subsidies: z.array(subsidySchema),
  settings: afterClosingSettingsSchema,
  /** The lines of the office's table that this case meets. */
  subsidyRules: z.array(subsidyRuleSchema),
});

const reasoned = { reason: text(500) };

/** What follows the closing. Nothing here moves the closing day or a figure counted by it. */
export const after = {
  /**
   * Records a step. REFUSED: `notClosed`, `confirmationForbidden`, `reasonNeeded`, or `stepNotPossible` with why not
   * and what to do instead. 裁定有效 also records the confirmation that the figures count; a filing adds its number.
   */
  step: procedure
    .input(z.object({ caseId: caseIdSchema, step: afterStepFactsSchema }))
    .output(z.object({ id: afterStepIdSchema })),
  /** The last step of a matter, entered wrongly; what it wrote elsewhere is taken back with it. */
  cancelStep: procedure
    .input(z.object({ id: afterStepIdSchema, ...reasoned }))
    .output(z.object({ id: afterStepIdSchema })),
  visit: procedure
    .input(z.object({ caseId: caseIdSchema, visit: visitFactsSchema }))
    .output(z.object({ id: visitIdSchema })),
  cancelVisit: procedure
    .input(z.object({ id: visitIdSchema, ...reasoned }))
    .output(z.object({ id: visitIdSchema })),
  /** Grants by a line of the table that the case meets; the amount is the line's. Once per case and mediator. */
  grantSubsidy: procedure
    .input(
      z.object({
        caseId: caseIdSchema,
        mediatorId: mediatorIdSchema,
        rule: text(50),
        grantedOn: localDateSchema,
      }),
    )
    .output(z.object({ id: subsidyIdSchema })),
  paySubsidy: procedure
    .input(z.object({ id: subsidyIdSchema, paidOn: localDateSchema, voucher: text(200).nullable() }))
    .output(z.object({ id: subsidyIdSchema })),
  cancelSubsidy: procedure
    .input(z.object({ id: subsidyIdSchema, ...reasoned }))
    .output(z.object({ id: subsidyIdSchema })),
};
