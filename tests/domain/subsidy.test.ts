import { expect, test } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { fittingSubsidyRules, type SubsidyRule, subsidySettingsSchema } from '#shared/domain/subsidy.ts';

const rule = (facts: Partial<SubsidyRule>): SubsidyRule => ({
  name: '样例',
  outcome: null,
  closingCodes: [],
  claimFromFen: null,
  claimBelowFen: null,
  amountFen: fen(100_00),
  source: '测试用标准',
  ...facts,
});

const small = rule({ name: '一万元以下', claimBelowFen: fen(1_000_000) });
const large = rule({ name: '一万元以上', claimFromFen: fen(1_000_000), outcome: 'success' });
const rules = { rules: [small, large, rule({ name: '未成', outcome: 'failure' })] };
const names = (code: 'C11' | 'C24', claimFen: number | null) =>
  fittingSubsidyRules({ closing: { code }, claimFen }, rules).map(({ name }) => name);

test.each([
  ['C11', 999_999, ['一万元以下']],
  ['C11', 1_000_000, ['一万元以上']],
  ['C24', 1_000_000, ['未成']],
  ['C11', null, []],
] as const)(
  'a case that ended as %s about %s fen meets just the lines meant for it',
  (code, claim, expected) => {
    expect(names(code, claim)).toEqual(expected);
  },
);

test('an open case is subsidised by no line', () => {
  expect(fittingSubsidyRules({ closing: null, claimFen: 1 }, rules)).toEqual([]);
});

test('no article gives an amount (法释〔2016〕14号 第29条), so each line names its paper and is told from the others', () => {
  expect(subsidySettingsSchema.safeParse({ rules: [{ ...small, source: '' }] }).success).toBe(false);
  expect(subsidySettingsSchema.safeParse({ rules: [small, { ...small }] }).success).toBe(false);
});
