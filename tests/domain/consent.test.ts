import { describe, expect, test } from 'vitest';
import { consentState, latestConsent, type StatedConsent } from '#shared/domain/consent.ts';
import { localDate } from '#shared/domain/local-date.ts';

const applicant = { id: 1, role: 'applicant' } as const;
const respondent = { id: 2, role: 'respondent' } as const;
const guarantor = { id: 3, role: 'guarantor' } as const;

function aConsent(consent: Partial<StatedConsent> = {}): StatedConsent {
  return {
    id: 1,
    partyId: 1,
    agreed: true,
    form: 'written',
    givenOn: localDate('2026-11-03'),
    beforeReferral: false,
    ...consent,
  };
}

describe('whether the parties agree to be mediated', () => {
  test('nobody has agreed before both sides have', () => {
    expect(consentState([], [])).toMatchObject({ complete: false, beforeReferral: false });
    const one = consentState([applicant, respondent, guarantor], [aConsent()]);
    expect(one).toMatchObject({ complete: false, agreed: [applicant], unknown: [respondent], declined: [] });
    const both = consentState(
      [applicant, respondent, guarantor],
      [aConsent(), aConsent({ id: 2, partyId: 2, form: 'oral' })],
    );
    expect(both).toMatchObject({ complete: true, beforeReferral: false, unknown: [] });
  });

  test('what a party said last holds, also on the same day', () => {
    const changed = [
      aConsent({ id: 1, givenOn: localDate('2026-11-05'), agreed: false }),
      aConsent({ id: 2, givenOn: localDate('2026-11-03') }),
      aConsent({ id: 3, givenOn: localDate('2026-11-05') }),
    ];
    expect(latestConsent(changed, 1)?.id).toBe(3);
    expect(latestConsent(changed.slice(0, 2), 1)?.agreed).toBe(false);
    expect(consentState([applicant], changed.slice(0, 2)).declined).toEqual([applicant]);
  });

  test('asking again can be left out only where the court had it from both sides in writing', () => {
    const inAdvance = (form: StatedConsent['form']) => [
      aConsent({ beforeReferral: true }),
      aConsent({ id: 2, partyId: 2, beforeReferral: true, form }),
    ];
    expect(consentState([applicant, respondent], inAdvance('electronic')).beforeReferral).toBe(true);
    expect(consentState([applicant, respondent], inAdvance('oral')).beforeReferral).toBe(false);
    expect(consentState([applicant, respondent], inAdvance('written').slice(0, 1)).beforeReferral).toBe(
      false,
    );
  });
});
