import { z } from 'zod';
import { type LocalDate, localDateSchema } from '../local-date.ts';

export const suspensionGroundCodes = ['appraisal', 'suspectedSham', 'other'] as const;
export const suspensionGroundSchema = z.enum(suspensionGroundCodes);
export type SuspensionGround = z.infer<typeof suspensionGroundSchema>;

/**
 * Why mediation stands still. The articles: an appraisal before filing is not counted in so many words (第26条); for
 * cases after filing the same is done by analogy. 第18条 orders the suspension and is silent on the days. For any other
 * ground no article stops the period, so by default it runs on.
 */
export const suspensionGrounds = {
  appraisal: { label: '鉴定评估', source: '法释〔2021〕23号 第26条' },
  suspectedSham: { label: '虚假调解审查', source: '法释〔2016〕14号 第18条' },
  other: { label: '其他事由', source: '无条文，按本室设置' },
} as const satisfies Record<SuspensionGround, { label: string; source: string }>;

/** A suspension: its first and its last day are both not counted; without a last day it is still going on. */
export const suspensionSchema = z
  .object({ ground: suspensionGroundSchema, from: localDateSchema, to: localDateSchema.optional() })
  .readonly()
  .refine(({ from, to }) => to === undefined || from <= to, '中止的最后一天早于第一天');

export type Suspension = z.infer<typeof suspensionSchema>;

/** Days on which the period stands still, overlapping suspensions taken together. */
export type Standstill = {
  readonly grounds: readonly SuspensionGround[];
  readonly from: LocalDate;
  readonly to: LocalDate | undefined;
};

/** The days on which the period stands still, in their order and apart from each other. */
export function standstillsOf(
  suspensions: readonly Suspension[],
  stoppingGrounds: readonly SuspensionGround[],
): readonly Standstill[] {
  const ordered = suspensions
    .filter((suspension) => stoppingGrounds.includes(suspension.ground))
    .sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
  const merged: Standstill[] = [];
  for (const { ground, from, to } of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && (last.to === undefined || from <= last.to)) {
      const grounds = last.grounds.includes(ground) ? last.grounds : [...last.grounds, ground];
      merged[merged.length - 1] = { grounds, from: last.from, to: later(last.to, to) };
    } else {
      merged.push({ grounds: [ground], from, to });
    }
  }
  return merged;
}

function later(left: LocalDate | undefined, right: LocalDate | undefined): LocalDate | undefined {
  return left === undefined || right === undefined ? undefined : left < right ? right : left;
}
