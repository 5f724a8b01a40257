import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import {
  withdrawalApplication,
  withdrawalApplicationFactsSchema,
} from '#shared/documents/withdrawal-application.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(withdrawalApplicationFactsSchema, draft as never);
const plainDraft = {
  ...plainHead(),
  courtCaseNumbers: [caseNumberSchema.parse('（2026）内0602民初321号')],
  ground: 'agreed',
};
const plain = withdrawalApplication(complete(check(plainDraft)));
const many = withdrawalApplication(
  complete(
    check({
      ...manyPartiesHead(),
      courtCaseNumbers: [caseNumberSchema.parse('（2026）内0603民初1234号')],
      ground: 'performed',
    }),
  ),
);

describe('the application to withdraw the action', () => {
  itLooksAsReviewed({
    'withdrawal-application-plain': plain,
    'withdrawal-application-many-parties': many,
  });

  it('names the plaintiff, whom he sued, the number of the case and the ground', () => {
    const lines = linesOf(plain);
    expect(lines).toContain(
      '请求事项：申请撤回（2026）内0602民初321号申请人张甲某与被申请人李乙某买卖合同纠纷一案的起诉。',
    );
    expect(lines.filter((line) => line.startsWith('被申请人：'))).toEqual([]);
    expect(linesOf(many).join('\n')).toContain('已经自愿达成调解协议，协议约定的义务已经履行完毕。');
  });

  it('is signed by the plaintiffs alone', () => {
    const labels = many.blocks.flatMap((block) =>
      block.role === 'signatures'
        ? block.rows.flat().flatMap(({ lines }) => lines.map(({ label }) => label))
        : [],
    );
    expect(labels).toEqual([
      '第一申请人（签名、捺印）：',
      '委托代理人（签名）：',
      '第二申请人',
      '法定代理人（签名、捺印）：',
      '第三申请人（盖章）：',
      '负责人（签名）：',
    ]);
  });

  it('lists what it lacks: without a number or a ground there is nothing to withdraw', () => {
    const checked = check({ ...plainDraft, courtCaseNumbers: [], ground: undefined, court: null });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '法院全称',
      '法院案号',
      '理由（须先登记调解协议）',
    ]);
  });
});
