import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type LegalRepresentativeDraft,
  legalRepresentative,
  legalRepresentativeFactsSchema,
} from '#shared/documents/legal-representative.ts';
import { complete, manyPartiesHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: LegalRepresentativeDraft) => checkDraft(legalRepresentativeFactsSchema, draft);
const bodyAt = (place: number, more: object) =>
  ({ parties: [{ ...manyPartiesHead().parties?.[place], ...more }] }) as LegalRepresentativeDraft;

const company = legalRepresentative(
  complete(check(bodyAt(3, { representativeIdNumber: '150602197501010011' }))),
);
const village = legalRepresentative(
  complete(
    check(
      bodyAt(2, {
        representativeName: '那日苏·巴特尔',
        address: byHand,
        representativeIdNumber: byHand,
      }),
    ),
  ),
);

describe('the certificate of who stands for a body', () => {
  itLooksAsReviewed({ 'legal-representative-company': company, 'legal-representative-village': village });

  it('is called after what that person is', () => {
    expect(company.title).toBe('法定代表人身份证明书');
    expect(village.title).toBe('负责人身份证明书');
    expect(linesOf(company)[1]).toBe(
      '钱己某（公民身份号码：150602197501010011）在我单位担任执行董事兼总经理职务，是我单位的法定代表人。',
    );
  });

  it('leaves room for what nobody noted, and names no code where a body has none', () => {
    const lines = linesOf(village);
    expect(lines[1]).toBe(
      '那日苏·巴特尔（公民身份号码：＿＿＿＿＿＿＿＿＿＿）在我单位担任嘎查达职务，是我单位的负责人。',
    );
    expect(lines.filter((line) => line.startsWith('统一社会信用代码'))).toEqual([]);
  });

  it('lists what it lacks, and is nobody’s who stands for himself', () => {
    const lacking = (draft: LegalRepresentativeDraft) => {
      const checked = check(draft);
      return checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : [];
    };
    expect(
      lacking(
        bodyAt(3, { representativeIdNumber: byHand, representativeName: null, representativePosition: '' }),
      ),
    ).toEqual([
      '被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的法定代表人姓名',
      '被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的法定代表人职务',
    ]);
    expect(lacking(bodyAt(4, { representativePosition: '经营者' }))).toEqual([
      '被申请人康巴什区示例某某农机经销部',
    ]);
  });
});
