import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type ConfirmationApplicationDraft,
  confirmationApplication,
  confirmationApplicationFactsSchema,
} from '#shared/documents/confirmation-application.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';
import { complete, manyPartiesHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const court = '内蒙古自治区鄂尔多斯市东胜区人民法院';
const check = (draft: ConfirmationApplicationDraft) =>
  checkDraft(confirmationApplicationFactsSchema, draft, inconsistencies);
const applicationOf = (draft: ConfirmationApplicationDraft) =>
  confirmationApplication(complete(check(draft)));
const agreementPaper = 'mediationAgreement';
const plain = applicationOf({ ...plainDraft(), court, agreementPaper });
const { court: _court, ...manyHead } = manyPartiesHead();
const many = applicationOf({
  ...manyPartiesDraft(),
  ...manyHead,
  channel: 'A',
  courtCaseNumbers: [],
  court,
  agreementPaper,
});

describe('the application for confirmation', () => {
  itLooksAsReviewed({
    'confirmation-application-plain': plain,
    'confirmation-application-many-parties': many,
  });

  it('lists both sides as applicants and says what the agreement calls them', () => {
    const lines = linesOf(plain);
    expect(lines[1]).toMatch(/^第一申请人：张甲某，男/);
    expect(lines[2]).toMatch(/^第二申请人：李乙某，男/);
    expect(lines.join('\n')).toContain('以下称谓依照调解协议：张甲某为申请人，李乙某为被申请人。');
    expect(linesOf(many).join('\n')).toContain(
      '示例银行股份有限公司鄂尔多斯示例分行为第三人，郑癸某为担保人。',
    );
  });

  it('asks the court to confirm the agreement of its day and number', () => {
    expect(linesOf(plain).join('\n')).toContain(
      '请求事项：请求依法确认双方当事人于2026年11月20日经鄂尔多斯市示例政协委员调解中心主持调解达成的《调解协议书》（编号：鄂政法调〔2026〕12号）有效。',
    );
    expect(linesOf(many).join('\n')).toContain('请求依法确认各方当事人于＿＿＿年＿＿月＿＿日经');
    expect(linesOf(plain)).toContain(court);
  });

  it('names the paper that there is: the committee’s form, or the sheet of an oral agreement', () => {
    const draft = { ...plainDraft(), court };
    const peoples = applicationOf({ ...draft, agreementPaper: 'peoplesAgreement' });
    expect(linesOf(peoples).join('\n')).toContain('达成的《人民调解协议书》（编号：');
    const oral = linesOf(applicationOf({ ...draft, agreementPaper: 'oralAgreement' })).join('\n');
    expect(oral).toContain('达成的口头调解协议（登记编号：鄂政法调〔2026〕12号）有效');
    expect(oral).toContain('附：1.口头协议登记表；');
  });

  it('quotes who owes what in the words and under the numbers of the agreement', () => {
    const lines = linesOf(plain);
    expect(lines.filter((line) => /^[一二三四五]、/.test(line)).map((line) => line.slice(0, 12))).toEqual([
      '一、被申请人李乙某向申请',
      '二、申请人放弃要求被申请',
      '三、被申请人李乙某未按照',
      '四、因本纠纷产生的其他费',
    ]);
  });

  it('lists what it lacks, contradictions included', () => {
    const lacking = (draft: ConfirmationApplicationDraft) => {
      const checked = check(draft);
      return checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : [];
    };
    expect(lacking({ ...plainDraft(), agreementPaper, court: null, signedOn: null, cause: '' })).toEqual([
      '案由',
      '签订日期',
      '法院全称',
    ]);
    const [applicant] = plainDraft().parties ?? [];
    expect(
      lacking({
        ...plainDraft(),
        court,
        agreementPaper,
        parties: [applicant, applicant] as ConfirmationApplicationDraft['parties'],
      }),
    ).toEqual(['当事人：至少一名被申请人']);
  });
});
