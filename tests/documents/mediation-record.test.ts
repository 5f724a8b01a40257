import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { mediationRecord, mediationRecordFactsSchema } from '#shared/documents/mediation-record.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const session = {
  ordinal: 1,
  heldOn: localDate('2026-11-10'),
  startedAt: '09:05',
  endedAt: '10:40',
  form: 'onSite',
  place: '示例调解室',
  attendance: '申请人张甲某，被申请人李乙某',
  notes: '申请人陈述：要求支付货款三万元。\n被申请人陈述：认可欠款，请求分期',
  disputed: '付款期限',
  undisputed: '欠款三万元',
  proposals: '调解员建议分三期支付，双方同意考虑',
  result: 'continue',
  nextOn: localDate('2026-11-18'),
};
const bare = {
  ...session,
  ordinal: 2,
  startedAt: byHand,
  endedAt: byHand,
  form: 'video',
  place: null,
  attendance: byHand,
  disputed: null,
  undisputed: null,
  proposals: null,
  result: 'failed',
  nextOn: null,
};
const recordOf = (draft: object) =>
  mediationRecord(complete(checkDraft(mediationRecordFactsSchema, draft as never)));
const plain = recordOf({ ...plainHead(), ...session });
const many = recordOf({ ...manyPartiesHead(), ...bare });
const byAgents = recordOf({
  ...manyPartiesHead(),
  ...session,
  attendance: '那日苏·巴特尔的委托代理人赵戊某、娜仁某，第一被申请人的委托代理人孙庚某',
  agentsPresent: [
    { party: 0, name: '赵戊某', authority: 'special' },
    { party: 0, name: '娜仁某', authority: 'general' },
    { party: 3, name: '孙庚某', authority: byHand },
  ],
});

describe('the record of a session', () => {
  itLooksAsReviewed({
    'mediation-record-plain': plain,
    'mediation-record-many-parties': many,
    'mediation-record-agents': byAgents,
  });

  it('tells the session in the order in which it goes', () => {
    const words = linesOf(plain).join('\n');
    const order = ['核对身份和告知', '调解经过', '争议焦点', '无争议的事实', '调解方案', '调解结果', '已阅'];
    expect(order.map((head) => words.indexOf(head))).toEqual(
      order.map((head) => words.indexOf(head)).toSorted((a, b) => a - b),
    );
    expect(words).toContain('2026年11月10日9时05分至10时40分');
    expect(words).toContain('被申请人陈述：认可欠款，请求分期。');
    expect(words).toContain('本次未达成协议，继续调解。下次调解时间：2026年11月18日。');
  });

  it('leaves room for the answers of everybody and for what was not noted', () => {
    const words = linesOf(many);
    expect(words.filter((line) => line.includes('答：＿'))).toHaveLength(8);
    expect(words.join('\n')).toContain('2026年11月10日＿＿时＿＿分至＿＿时＿＿分');
    expect(words.join('\n')).not.toContain('争议焦点');
  });

  it('says of the agents who were there for whom they act and how far, and leaves room for what is not registered', () => {
    const words = linesOf(byAgents);
    const first = words.indexOf('到场人：');
    expect(words.slice(first + 2, first + 5)).toEqual([
      '第一申请人的委托代理人赵戊某，代理权限：特别授权。',
      '第一申请人的委托代理人娜仁某，代理权限：一般授权。',
      '第一被申请人的委托代理人孙庚某，代理权限：＿＿＿＿＿＿。',
    ]);
  });

  it('lists what it lacks', () => {
    const checked = checkDraft(mediationRecordFactsSchema, {
      ...plainHead(),
      ...session,
      notes: ' ',
      result: null,
    } as never);
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '调解笔录内容（调解经过）',
      '本次调解结果',
    ]);
  });
});
