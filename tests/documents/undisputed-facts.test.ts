import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { undisputedFacts, undisputedFactsSchema } from '#shared/documents/undisputed-facts.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(undisputedFactsSchema, draft as never);
const facts = [
  '2025年3月1日双方签订《饲草料买卖合同》，单价每吨480元',
  '申请人于2025年4月15日前交付青贮玉米120吨，货款共计57600元。',
  '被申请人已经支付27600元，尚欠30000元；双方对数量和质量均无异议。',
];
const plain = undisputedFacts(complete(check({ ...plainHead(), facts })));
const many = undisputedFacts(complete(check({ ...manyPartiesHead(), facts: byHand })));

describe('the table of undisputed facts', () => {
  itLooksAsReviewed({ 'undisputed-facts-plain': plain, 'undisputed-facts-many-parties': many });

  it('numbers the facts that were noted and leaves room for the evidence of each', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('2025年3月1日双方签订《饲草料买卖合同》，单价每吨480元。');
    expect(lines.filter((line) => /^\d$/.test(line))).toEqual(['1', '2', '3']);
    expect(lines.filter((line) => line === '＿'.repeat(7))).toHaveLength(3);
  });

  it('leaves ruled room where nothing was noted', () => {
    expect(linesOf(many).filter((line) => line === '＿'.repeat(18))).toHaveLength(12);
  });

  it('says that it counts only when signed, and that no concession belongs in it', () => {
    const words = linesOf(plain).join('\n');
    expect(words).toContain('未经双方当事人签名、盖章或者捺印，不得使用');
    expect(words).toContain('不包括任何一方为达成调解协议而作出的妥协、让步和认可');
    expect(words).not.toContain('法院');
  });

  it('is signed by every party and by every mediator', () => {
    const labels = many.blocks.flatMap((block) =>
      block.role === 'signatures'
        ? block.rows.flat().flatMap(({ lines }) => lines.map(({ label }) => label))
        : [],
    );
    expect(labels.filter((label) => label === '特邀调解员（签名）：')).toHaveLength(2);
    for (const calling of ['第一申请人', '第二申请人', '第三申请人', '第三被申请人', '第三人', '担保人']) {
      expect(labels.some((label) => label.startsWith(calling))).toBe(true);
    }
  });

  it('lists what it lacks', () => {
    const checked = check({ ...plainHead(), mediators: [], facts: undefined });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '调解员',
      '无争议事实',
    ]);
  });

  it('is printed for the court and for the file', () => {
    const { copies, copiesFor, set } = catalogue.undisputedFacts;
    expect([set, copies(2), copiesFor]).toEqual(['closing', 2, '随案移送法院一份，存卷一份']);
  });
});
