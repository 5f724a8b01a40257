import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { consentForm, consentFormFactsSchema } from '#shared/documents/consent-form.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const formOf = (draft: object) => consentForm(complete(checkDraft(consentFormFactsSchema, draft as never)));
const plain = formOf({ ...plainHead(), mediators: [], procedureKind: null });
const many = formOf({ ...manyPartiesHead(), mediators: [], procedureKind: 'ordinary' });

describe('the form on which the parties choose mediation', () => {
  itLooksAsReviewed({ 'consent-form-plain': plain, 'consent-form-many-parties': many });

  it('ticks no box for anybody and has a row for everybody', () => {
    for (const [form, parties] of [
      [plain, 2],
      [many, 8],
    ] as const) {
      expect(JSON.stringify(form)).not.toContain('"checked":true');
      expect(linesOf(form).filter((line) => line === '□不同意')).toHaveLength(parties);
    }
  });

  it('says what follows a refusal: filing before the case is filed, the trial after', () => {
    expect(linesOf(plain).join('\n')).toContain('依法登记立案');
    expect(linesOf(many).join('\n')).toContain('依法继续审理');
    expect(linesOf(many).join('\n')).not.toContain('司法确认');
  });

  it('lists what it lacks, and does not wait for a mediator', () => {
    const checked = checkDraft(consentFormFactsSchema, {
      ...plainHead(),
      procedureKind: null,
      mediators: null,
      court: null,
      cause: '',
    } as never);
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '法院全称',
    ]);
  });
});
