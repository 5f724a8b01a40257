import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { extensionConsent, extensionConsentFactsSchema } from '#shared/documents/extension-consent.ts';
import { byHand } from '#shared/documents/facts.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(extensionConsentFactsSchema, draft as never);
const days = { endsOn: localDate('2026-12-02'), days: 30, extendedTo: localDate('2027-01-04') };
const plain = extensionConsent(complete(check({ ...plainHead(), ...days })));
const many = extensionConsent(
  complete(check({ ...manyPartiesHead(), days: 15, endsOn: byHand, extendedTo: byHand })),
);

describe('the consent to a longer period', () => {
  itLooksAsReviewed({ 'extension-consent-plain': plain, 'extension-consent-many-parties': many });

  it('says until when the period ran, how much longer it is to be and until when', () => {
    expect(linesOf(plain).join('\n')).toContain(
      '调解期限原至2026年12月2日届满。因调解需要，双方当事人同意将调解期限延长30日，至2027年1月4日届满。',
    );
  });

  it('leaves room for days that are not known while the period stands still', () => {
    expect(linesOf(many).join('\n')).toContain(
      '延长15日，至＿＿＿年＿＿月＿＿日届满。延长的调解期间不计入审理期限。',
    );
  });

  it('speaks of the court’s own period only where the case is filed', () => {
    expect(linesOf(plain).join('\n')).not.toContain('审理期限');
  });

  it('lists what it lacks', () => {
    const checked = check({ ...plainHead(), ...days, days: undefined, endsOn: undefined, mediators: [] });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '调解员',
      '原到期日',
      '延长天数',
    ]);
  });
});
