import { z } from 'zod';
import { type ClosingCode, closingCodeSchema, closings } from './closing.ts';
import { fenSchema } from './money.ts';

/** One line of the office's table of 以案定补: which cases it is for, and how much, in fen. */
export const subsidyRuleSchema = z
  .object({
    name: z.string().trim().min(1).max(50),
    /** null: whatever the outcome. */
    outcome: z.enum(['success', 'failure']).nullable(),
    /** Empty: every way of ending. */
    closingCodes: z.array(closingCodeSchema).readonly(),
    /** 诉争标的额 from (included) and below (excluded), in fen; null: no bound. */
    claimFromFen: fenSchema.nullable(),
    claimBelowFen: fenSchema.nullable(),
    amountFen: fenSchema,
    /** The paper that the amount comes from. */
    source: z.string().trim().min(1).max(200),
  })
  .readonly();
export type SubsidyRule = z.infer<typeof subsidyRuleSchema>;

/** The table; no article says an amount (法释〔2016〕14号 第29条 leaves it to the courts), so the default is empty. */
export const subsidySettingsSchema = z
  .object({
    rules: z
      .array(subsidyRuleSchema)
      .max(50)
      .refine((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, '有两条规则同名')
      .readonly(),
  })
  .readonly();
export type SubsidySettings = z.infer<typeof subsidySettingsSchema>;
export const defaultSubsidySettings: SubsidySettings = { rules: [] };

/** As much of a case as the table asks for; the claim in fen, null where there is none or it is not stated. */
export type SubsidisedCase = {
  readonly closing: { readonly code: ClosingCode } | null;
  readonly claimFen: number | null;
};

/** The lines of the table that a closed case meets, in the table's order; of several the office chooses one. */
export function fittingSubsidyRules(
  { closing, claimFen }: SubsidisedCase,
  { rules }: SubsidySettings,
): readonly SubsidyRule[] {
  if (closing === null) return [];
  const { outcome } = closings[closing.code];
  return rules.filter(
    (rule) =>
      (rule.outcome === null || rule.outcome === outcome) &&
      (rule.closingCodes.length === 0 || rule.closingCodes.includes(closing.code)) &&
      (rule.claimFromFen === null || (claimFen !== null && claimFen >= rule.claimFromFen)) &&
      (rule.claimBelowFen === null || (claimFen !== null && claimFen < rule.claimBelowFen)),
  );
}
