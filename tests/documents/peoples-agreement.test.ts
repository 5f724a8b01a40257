import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import {
  type PeoplesAgreementDraft,
  peoplesAgreement,
  peoplesAgreementFactsSchema,
} from '#shared/documents/peoples-agreement.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';
import { complete, manyPartiesHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const committee = { name: '鄂尔多斯市示例人民调解委员会', kind: 'peoplesMediation' } as const;
const court = '内蒙古自治区鄂尔多斯市康巴什区人民法院';
const check = (draft: PeoplesAgreementDraft) =>
  checkDraft(peoplesAgreementFactsSchema, draft, inconsistencies);

/** The draft with what each person does, as far as somebody noted it. */
function withWork(
  draft: ReturnType<typeof plainDraft>,
  known: Readonly<Record<string, { occupation?: string; employer?: string }>> = {},
): PeoplesAgreementDraft {
  return {
    ...draft,
    mediationOrganisation: committee,
    parties: (draft.parties ?? []).map((party) => ({
      ...party,
      occupation: known[party.name ?? '']?.occupation ?? byHand,
      employer: known[party.name ?? '']?.employer ?? null,
    })),
  } as PeoplesAgreementDraft;
}

const plainPeoples = withWork(
  plainDraft({
    channel: 'C',
    origin: { kind: 'application', appliedOn: localDate('2026-11-02'), applicants: [0] },
  }),
  { 张甲某: { occupation: '职员', employer: '示例饲草有限公司' }, 李乙某: { occupation: '牧民' } },
);
const { court: _court, ...manyHead } = manyPartiesHead();
const manyPeoples = withWork({
  ...manyPartiesDraft(),
  ...manyHead,
  channel: 'A',
  courtCaseNumbers: [],
  outcome: { kind: 'judicialConfirmation', court },
});
const plain = peoplesAgreement(complete(check(plainPeoples)));
const many = peoplesAgreement(complete(check(manyPeoples)));

describe('the agreement of a people’s mediation committee', () => {
  itLooksAsReviewed({ 'peoples-agreement-plain': plain, 'peoples-agreement-many-parties': many });

  it('says of a person what the form asks: age, occupation, employer', () => {
    const lines = linesOf(plain);
    expect(lines[2]).toContain('现年36周岁，职业或者职务为职员，单位示例饲草有限公司，住内蒙古');
    expect(lines[3]).toContain('现年41周岁，职业或者职务为牧民，住内蒙古');
    expect(linesOf(many).join('\n')).not.toContain('周岁');
  });

  it('takes effect with the seal of the committee, and says the same terms as the other agreement', () => {
    const lines = linesOf(plain);
    expect(lines.join('\n')).toContain(
      '调解员签名并加盖鄂尔多斯市示例人民调解委员会印章之日起生效，对双方当事人具有法律约束力',
    );
    expect(lines.at(-2)).toBe('鄂尔多斯市示例人民调解委员会（印章）');
    expect(lines).toContain('经调解，双方当事人自愿达成如下协议，履行的方式和期限写明于各条：');
    expect(lines.find((line) => line.startsWith('二、'))).toBe(
      '二、申请人放弃要求被申请人支付2026年11月20日以前逾期付款损失的请求。',
    );
  });

  it('is signed by the 人民调解员 and by whoever took the record', () => {
    const labels = plain.blocks.flatMap((block) =>
      block.role === 'signatures'
        ? block.rows.flat().flatMap(({ lines }) => lines.map((one) => one.label))
        : [],
    );
    expect(labels).toEqual([
      '申请人（签名、捺印）：',
      '被申请人（签名、捺印）：',
      '人民调解员（签名）：',
      '记录人（签名）：',
    ]);
  });

  it('is nobody’s but a committee’s, and lists what it lacks', () => {
    const lacking = (draft: PeoplesAgreementDraft) => {
      const checked = check(draft);
      return checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : [];
    };
    expect(
      lacking({ ...plainPeoples, mediationOrganisation: { ...committee, kind: 'invitedMediation' } }),
    ).toEqual(['调解组织：须是人民调解委员会']);
    expect(lacking({ ...plainPeoples, mainFacts: null, terms: [], signedOn: null })).toEqual([
      '纠纷主要事实',
      '协议内容',
      '签订日期',
    ]);
  });
});
