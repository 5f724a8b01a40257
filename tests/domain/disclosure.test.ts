import { expect, test } from 'vitest';
import { lackingForDisclosure, type StatedDisclosure } from '#shared/domain/disclosure.ts';
import { localDate } from '#shared/domain/local-date.ts';

const disclosed = localDate('2026-11-03');
const later = localDate('2026-11-04');

function aDisclosure(disclosure: Partial<StatedDisclosure> = {}): StatedDisclosure {
  return {
    mediatorId: 7,
    disclosedOn: disclosed,
    applicantsConsentedOn: later,
    respondentsConsentedOn: disclosed,
    consentForm: 'written',
    decision: 'continue',
    decidedBy: '样例调解委员会',
    ...disclosure,
  };
}

test.each([
  ['nothing, with both written consents and a decision', {}, []],
  ['nothing, where both consented electronically', { consentForm: 'electronic' }, []],
  ['the decision, before anything else', { decision: null, applicantsConsentedOn: null }, ['decision']],
  ['who decided', { decidedBy: null }, ['decidedBy']],
  ['the applicants’ consent', { applicantsConsentedOn: null }, ['applicantsConsent']],
  [
    'both consents; without one there is no form to ask for',
    { applicantsConsentedOn: null, respondentsConsentedOn: null, consentForm: null },
    ['applicantsConsent', 'respondentsConsent'],
  ],
  ['a written consent, where it was oral', { consentForm: 'oral' }, ['writtenForm']],
  ['a written consent, where nobody said how it was given', { consentForm: null }, ['writtenForm']],
  [
    'a consent that was given once the parties knew',
    { applicantsConsentedOn: localDate('2026-11-02') },
    ['consentBeforeDisclosure'],
  ],
  [
    'another mediator, where the one who was to step back is still the mediator',
    { decision: 'recuse', applicantsConsentedOn: null, respondentsConsentedOn: null, consentForm: null },
    ['stillMediator'],
  ],
] as const)('a disclosure lacks %s', (_name, changes, lacking) => {
  expect(lackingForDisclosure(aDisclosure(changes), [7])).toEqual(lacking);
});

test('a mediator who stepped back and was replaced needs nobody’s consent', () => {
  expect(lackingForDisclosure(aDisclosure({ decision: 'recuse', consentForm: null }), [8])).toEqual([]);
});
