import { expect, test } from 'vitest';
import { type AgreementCheck, checkRules } from '#shared/domain/agreement-checks.ts';
import { type ConfirmationToCheck, checkConfirmation } from '#shared/domain/confirmation-checks.ts';
import { localDate } from '#shared/domain/local-date.ts';

const inTime: ConfirmationToCheck = {
  form: 'written',
  effect: 'judicialConfirmation',
  effectiveOn: localDate('2026-11-12'),
  lastDay: localDate('2026-12-14'),
  day: localDate('2026-12-14'),
};
const codes = (changes: Partial<ConfirmationToCheck>, agreement: readonly AgreementCheck[] = []) =>
  checkConfirmation({ ...inTime, ...changes }, agreement).map(({ code }) => code);

test('an application on the last day of a written agreement that wants it is in order', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ effect: null }), 'nobody has said otherwise').toEqual([]);
});

test.each([
  ['confirmationLate', { day: localDate('2026-12-15') }],
  ['confirmationDayOpen', { effectiveOn: null }],
  ['confirmationDayOpen', { lastDay: null }],
  ['confirmationOfOral', { form: 'oral' }],
  ['confirmationNotAgreed', { effect: 'performedAtOnce' }],
] as const)('%s is found', (code, changes) => {
  expect(codes(changes)).toEqual([code]);
});

test('all of it is a warning, what the agreement itself would not be let through with included', () => {
  const found = (code: 'identityNotConfirmable' | 'vagueTerm'): AgreementCheck => ({
    code,
    severity: 'forbidden',
    sentence: '身份关系',
    article: checkRules[code].article,
    field: 'terms.0.text',
    overridable: true,
  });
  const checks = checkConfirmation({ ...inTime, form: 'oral' }, [
    found('identityNotConfirmable'),
    found('vagueTerm'),
  ]);
  expect(checks.map(({ code, severity, overridable }) => [code, severity, overridable])).toEqual([
    ['confirmationOfOral', 'warning', false],
    ['identityNotConfirmable', 'warning', false],
  ]);
  expect(checks.every(({ article }) => article !== null)).toBe(true);
});
