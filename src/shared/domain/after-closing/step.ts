import { z } from 'zod';
import type { LocalDate } from '../local-date.ts';
import { type MatterCode, matters, type StepCode } from './matters.ts';
import type { Matter, StepRule } from './rule.ts';

/** A step that somebody asks for: the facts of all steps, of which each keeps what its rule says. */
export type WishedStep = {
  readonly matter: MatterCode;
  readonly step: StepCode;
  readonly on: LocalDate;
  readonly partyId: number | null;
  readonly courtId: number | null;
  readonly number: string | null;
  readonly papers: readonly string[];
  /** 双方共同: both sides asked together. */
  readonly joint: boolean;
  readonly remarks: string | null;
};

/** A step that stands; one that was cancelled is in the history of the case and in no list. */
export type AfterStep = WishedStep & { readonly id: number };

/** A matter whose states and steps are looked up by what was recorded. */
export function matterOf(code: MatterCode): Matter {
  return matters[code] as unknown as Matter;
}

/** The rule of a step; undefined where the matter has no such step. */
export function stepRule({ matter, step }: Pick<WishedStep, 'matter' | 'step'>): StepRule | undefined {
  return matterOf(matter).steps[step];
}

/** The step with what its rule records and nothing else. */
export function asRecorded<Step extends WishedStep>(step: Step): Step {
  const records = stepRule(step)?.records ?? [];
  return {
    ...step,
    partyId: records.includes('party') ? step.partyId : null,
    courtId: records.includes('court') ? step.courtId : null,
    number: records.includes('number') ? step.number : null,
    papers: records.includes('papers') ? step.papers : [],
    joint: records.includes('joint') && step.joint,
    remarks: records.includes('remarks') ? step.remarks : null,
  };
}

/** What the office decides about 司法确认 in channel B: off, as 法释〔2016〕14号 第20条 gives it other ways out. */
export const afterClosingSettingsSchema = z.object({ confirmationInChannelB: z.boolean() }).readonly();
export type AfterClosingSettings = z.infer<typeof afterClosingSettingsSchema>;
export const defaultAfterClosingSettings: AfterClosingSettings = { confirmationInChannelB: false };
