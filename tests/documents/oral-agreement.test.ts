import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import {
  type OralAgreementDraft,
  oralAgreement,
  oralAgreementFactsSchema,
} from '#shared/documents/oral-agreement.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';
import { complete, manyPartiesHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: OralAgreementDraft) => checkDraft(oralAgreementFactsSchema, draft, inconsistencies);
const committee = { name: '鄂尔多斯市示例人民调解委员会', kind: 'peoplesMediation' } as const;

function oral(
  { documentNumber, ...draft }: ReturnType<typeof plainDraft>,
  agreedOn: OralAgreementDraft['agreedOn'],
) {
  return {
    ...draft,
    documentNumber: typeof documentNumber === 'string' ? documentNumber : null,
    agreementForm: 'oral' as const,
    agreedOn,
  };
}

const plainDraftOf: OralAgreementDraft = {
  ...oral(plainDraft(), localDate('2026-11-18')),
  mediationOrganisation: committee,
  channel: 'C',
};
const { court: _court, ...manyHead } = manyPartiesHead();
const plain = oralAgreement(complete(check(plainDraftOf)));
const many = oralAgreement(complete(check(oral({ ...manyPartiesDraft(), ...manyHead }, byHand))));

describe('the register sheet of an oral agreement', () => {
  itLooksAsReviewed({ 'oral-agreement-plain': plain, 'oral-agreement-many-parties': many });

  it('records who agreed before whom, when, on what, and the terms with how and when they are performed', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('达成日期');
    expect(lines).toContain('2026年11月18日');
    expect(lines[lines.indexOf('人民调解员') + 1]).toBe('王丙某');
    expect(lines).toContain('经调解，双方当事人达成口头协议，履行的方式和期限写明于各条：');
    expect(lines.filter((line) => /^[一二三四五六]、/.test(line)).map((line) => line.slice(0, 9))).toEqual([
      '一、被申请人李乙某',
      '二、申请人放弃要求',
      '三、被申请人李乙某',
      '四、因本纠纷产生的',
      '五、双方当事人就本',
    ]);
  });

  it('is in force from the day of the agreement where a people’s mediation committee mediated', () => {
    expect(linesOf(plain).join('\n')).toContain('口头协议自达成之日起生效。');
    expect(linesOf(many).join('\n')).not.toContain('生效');
    expect(linesOf(many).join('\n')).toContain('各方当事人认为无需制作调解协议书');
  });

  it('leaves room for a day that nobody noted, and lists what it lacks', () => {
    expect(linesOf(many)).toContain('＿＿＿年＿＿月＿＿日');
    const lacking = (draft: OralAgreementDraft) => {
      const checked = check(draft);
      return checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : [];
    };
    expect(lacking({ ...plainDraftOf, agreementForm: 'written' })).toEqual([
      '协议形式（书面或者口头）：登记的是书面协议',
    ]);
    expect(
      lacking({ ...plainDraftOf, agreementForm: null, agreedOn: null, terms: [], mediators: [] }),
    ).toEqual(['调解员', '协议内容', '协议形式（书面或者口头）', '达成口头协议的日期']);
  });
});
