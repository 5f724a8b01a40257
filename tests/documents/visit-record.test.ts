import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { visitRecord, visitRecordFactsSchema } from '#shared/documents/visit-record.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(visitRecordFactsSchema, draft as never);
const plain = visitRecord(
  complete(
    check({
      ...plainHead(),
      visitedOn: localDate('2027-01-08'),
      means: 'telephone',
      visited: '张甲某',
      performance: 'performing',
      satisfaction: 'satisfied',
      remarks: '第一期已经收到',
      nextOn: localDate('2027-04-08'),
    }),
  ),
);
const open = { visited: byHand, performance: byHand, satisfaction: byHand, remarks: byHand, nextOn: null };
const many = visitRecord(
  complete(check({ ...manyPartiesHead(), ...open, visitedOn: localDate('2027-01-08'), means: 'visit' })),
);

describe('the record of a visit', () => {
  itLooksAsReviewed({ 'visit-record-plain': plain, 'visit-record-many-parties': many });

  it('ticks what was answered and says when somebody asks again', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('□已履行完毕　☑正在履行　□未履行　□未到期　□不清楚');
    expect(lines).toContain('对调解工作：☑满意　□基本满意　□不满意');
    expect(lines).toContain('情况说明：第一期已经收到。');
    expect(lines).toContain('下次回访：2027年4月8日');
  });

  it('leaves room for what was not asked', () => {
    const lines = linesOf(many);
    expect(lines).toContain('被回访人：＿＿＿＿＿＿＿＿＿＿＿＿');
    expect(lines).toContain('对调解工作：□满意　□基本满意　□不满意');
    expect(lines.filter((line) => line.startsWith('下次回访'))).toEqual([]);
  });

  it('lists what it lacks', () => {
    const checked = check({ ...plainHead(), ...open, mediationOrganisation: undefined });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '调解组织',
      '回访日期',
      '回访方式',
    ]);
  });
});
