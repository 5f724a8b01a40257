import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { serviceAddress, serviceAddressFactsSchema } from '#shared/documents/service-address.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(serviceAddressFactsSchema, draft as never);
const formOf = (draft: object) => serviceAddress(complete(check(draft)));
const { parties: plainParties, ...plainCase } = plainHead();
const { parties: manyParties, ...manyCase } = manyPartiesHead();
const unknown = { idKind: byHand, idNumber: byHand, address: byHand, phones: byHand };

const plain = formOf({ ...plainCase, parties: plainParties?.slice(0, 1) });
/** The child, who has a legal representative and of whom nothing else is registered. */
const many = formOf({
  ...manyCase,
  parties: manyParties?.slice(1, 2).map((party) => ({ ...party, ...unknown })),
});
const company = formOf({
  ...manyCase,
  parties: manyParties?.slice(3, 4).map((party) => ({ ...party, idKind: 'creditCode' })),
});
const signing = (form: typeof plain) =>
  form.blocks.flatMap((block) =>
    block.role === 'signatures'
      ? block.rows.flat().flatMap(({ lines }) => lines.map(({ label }) => label))
      : [],
  );

describe('the form of service addresses', () => {
  itLooksAsReviewed({
    'service-address-plain': plain,
    'service-address-many-parties': many,
    'service-address-company': company,
  });

  it('prints what is known of the party for him to confirm, and his alone', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('内蒙古自治区鄂尔多斯市东胜区示例街道甲小区1号楼2单元301室');
    expect(lines).toContain('13800000001');
    expect(lines).toContain('居民身份证　150602199003070012');
    expect(lines.join('\n')).not.toContain('李乙某');
    expect(linesOf(company)).toContain('统一社会信用代码　91150602MA0N00001R');
  });

  it('leaves room for what is not known, and ticks no box for anybody', () => {
    const lines = linesOf(many);
    expect(lines).toContain('＿'.repeat(26));
    for (const form of [plain, many, company]) {
      expect(linesOf(form).join('\n')).toContain('是否接受：□是　□否');
      expect(JSON.stringify(form)).not.toContain('"checked":true');
    }
  });

  it('is about the case by the court’s number, or by the office’s own where there is none', () => {
    expect(linesOf(plain)).toContain('鄂政法调〔2026〕12号');
    expect(linesOf(many)).toContain('（2026）内0603民初1234号、（2025）内0603诉前调987号');
    expect(linesOf(many).join('\n')).not.toContain('鄂政法调');
  });

  it('is confirmed by the party, or by whoever acts for him', () => {
    expect(signing(plain)).toEqual(['申请人（签名、捺印）：']);
    expect(signing(many)).toEqual(['申请人', '法定代理人（签名、捺印）：']);
    expect(signing(company)).toEqual(['被申请人（盖章）：', '法定代表人或代理人（签名）：']);
  });

  it('lists what it lacks', () => {
    const checked = check({ ...plainCase, cause: '', parties: [{ ...plainParties?.[0], name: ' ' }] });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '申请人（第一名当事人）的姓名',
    ]);
  });

  it('is printed once for every party', () => {
    const { copies, signedBy, subject } = catalogue.serviceAddress;
    expect([subject, copies(8), signedBy]).toEqual(['party', 1, '受送达的当事人签名、捺印或者盖章']);
  });
});
