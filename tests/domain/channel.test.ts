import { describe, expect, test } from 'vitest';
import {
  type Channel,
  matchCaseSource,
  mediationPeriodRule,
  mediationPeriodRules,
  type ProcedureKind,
} from '#shared/domain/channel.ts';
import { localDate } from '#shared/domain/local-date.ts';

describe('how long mediation may take', () => {
  const cases: readonly [
    Channel,
    ProcedureKind | undefined,
    string,
    number | undefined,
    number | string | undefined,
  ][] = [
    ['A', undefined, '2024-03-05', 30, 'unlimited'],
    ['A', undefined, '2026-11-20', 30, 'unlimited'],
    ['B', 'ordinary', '2024-12-31', 15, 'unlimited'],
    ['B', 'ordinary', '2025-01-01', 15, 30],
    ['B', 'summary', '2026-11-20', 7, 30],
    ['B', 'smallClaims', '2026-11-20', 7, 30],
    ['B', undefined, '2026-11-20', undefined, undefined],
    ['C', undefined, '2026-11-20', 30, 'unlimited'],
    ['A', undefined, '2016-06-30', undefined, undefined],
  ];

  test.each(cases)(
    'channel %s, procedure %s, received on %s: %s days',
    (channel, procedure, on, days, extension) => {
      const rule = mediationPeriodRule(channel, procedure, localDate(on));
      expect(rule?.days).toBe(days);
      expect(rule?.extensionDays).toBe(extension);
    },
  );

  test('is never said by two rules at once', () => {
    for (const rule of mediationPeriodRules) {
      const procedures = rule.procedures.length === 0 ? [undefined] : rule.procedures;
      for (const procedure of procedures) {
        const fitting = mediationPeriodRules.filter(
          (other) =>
            other.channel === rule.channel &&
            (procedure === undefined
              ? other.procedures.length === 0
              : other.procedures.includes(procedure)) &&
            other.from <= (rule.to ?? '2199-12-31') &&
            rule.from <= (other.to ?? '2199-12-31'),
        );
        expect(fitting).toEqual([rule]);
      }
    }
  });
});

describe('where a ledger says that cases came from', () => {
  test.each([
    ['法院委派', 'courtFilingDivision', 'A'],
    ['法院委托', 'courtFilingDivision', 'B'],
    ['当事人申请', 'partyApplication', 'C'],
    ['综治中心', 'governanceCentre', 'C'],
    ['信访转办', 'petitionTransfer', 'C'],
    ['法庭', 'tribunal', undefined],
    ['法院立案庭', 'courtFilingDivision', undefined],
    ['其他', 'other', undefined],
  ])('%s is %s', (text, source, channel) => {
    expect(matchCaseSource(text)).toEqual(channel === undefined ? { source } : { source, channel });
  });

  test('unknown words are not guessed', () => {
    expect(matchCaseSource('')).toBeUndefined();
    expect(matchCaseSource('朋友介绍')).toBeUndefined();
  });
});
