import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { referralLetter, referralLetterFactsSchema } from '#shared/documents/referral-letter.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(referralLetterFactsSchema, draft as never);
const open = { filedOn: byHand, consented: byHand, contact: byHand, papers: byHand };
const plain = referralLetter(
  complete(
    check({
      ...plainHead(),
      filedOn: localDate('2026-10-29'),
      consented: ['oral', 'written'],
      procedureKind: null,
      contact: '示例书记员',
      papers: ['起诉状', '《饲草料买卖合同》和送货单', '身份证复印件'],
    }),
  ),
);
const filed = {
  ...manyPartiesHead(),
  courtCaseNumbers: [caseNumberSchema.parse('（2026）内0603民初1234号')],
  procedureKind: 'summary',
};
const many = referralLetter(complete(check({ ...filed, ...open })));

describe('the court’s letter that refers a case', () => {
  itLooksAsReviewed({ 'referral-letter-plain': plain, 'referral-letter-many-parties': many });

  it('bears the court’s name above its kind: 委派 before filing, 委托 after', () => {
    expect(linesOf(plain).slice(0, 2)).toEqual(['内蒙古自治区鄂尔多斯市东胜区人民法院', '委派调解函']);
    expect(linesOf(many).slice(0, 2)).toEqual(['内蒙古自治区鄂尔多斯市康巴什区人民法院', '委托调解函']);
    expect(linesOf(plain).join('\n')).toContain('第一百二十五条');
    expect(linesOf(many).join('\n')).toContain('第一百三十六条');
    expect(linesOf(many)).toContain('案号：（2026）内0603民初1234号');
  });

  it('leaves the court’s number, its day and the day of receipt to the hand', () => {
    for (const letter of [plain, many]) {
      const lines = linesOf(letter);
      expect(lines).toContain('＿＿＿＿＿〔＿＿〕＿＿＿号');
      expect(lines.at(-1)).toBe('接收日期：＿＿＿年＿＿月＿＿日');
      expect(lines.filter((line) => /^＿+年＿+月＿+日$/.test(line))).toHaveLength(1);
      expect(lines.join('\n')).not.toContain('〔2026〕');
    }
  });

  it('says what the register knows of consent, papers and whom to ask, and else leaves boxes and room', () => {
    const known = linesOf(plain).join('\n');
    expect(known).toContain('各方当事人已经同意调解，同意的方式为书面、口头（记入笔录）。');
    expect(known).toContain('2.《饲草料买卖合同》和送货单　＿＿页');
    expect(known).toContain('联系人：示例书记员；电话：＿＿＿＿＿＿＿');
    const asked = linesOf(many).join('\n');
    expect(asked).toContain('同意调解的方式为：□书面　□口头（记入笔录）　□电子。');
    expect(asked).toContain('□起诉状＿＿页');
    expect(asked).toContain('我院于＿＿＿年＿＿月＿＿日立案受理');
  });

  it('names the period of the channel and of the procedure', () => {
    expect(linesOf(plain).join('\n')).toContain('调解期限为三十日');
    expect(linesOf(many).join('\n')).toContain('调解期限为七日');
    const untold = referralLetter(complete(check({ ...filed, ...open, procedureKind: null })));
    expect(linesOf(untold).join('\n')).toContain('适用普通程序的为十五日，适用简易程序的为七日');
  });

  it('lists what it lacks: after filing there is a number, and nobody is sent who declined', () => {
    const checked = check({
      ...filed,
      ...open,
      court: null,
      courtCaseNumbers: [],
      consented: undefined,
      mediationOrganisation: undefined,
    });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '法院全称',
      '调解组织',
      '当事人是否同意调解',
      '法院案号',
    ]);
  });

  it('is sealed by the court and printed twice, for cases that a court sends', () => {
    const { channels, copies, copiesFor, signedBy } = catalogue.referralLetter;
    expect(channels).toEqual(['A', 'B']);
    expect([copies(2), copiesFor]).toEqual([2, '法院存卷一份，调解组织一份']);
    expect(signedBy).toContain('法院盖章');
  });
});
