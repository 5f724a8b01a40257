import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { rightsNotice, rightsNoticeFactsSchema } from '#shared/documents/rights-notice.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const rest = { procedureKind: null, customaryDays: 30 };
const noticeOf = (draft: object) =>
  rightsNotice(complete(checkDraft(rightsNoticeFactsSchema, draft as never)));
const plain = noticeOf({ ...plainHead(), ...rest });
const many = noticeOf({ ...manyPartiesHead(), ...rest, procedureKind: 'summary' });

describe('the notice of rights', () => {
  itLooksAsReviewed({ 'rights-notice-plain': plain, 'rights-notice-many-parties': many });

  it('speaks of confirmation before a case is filed, and of the statement or withdrawal after', () => {
    expect(linesOf(plain).join('\n')).toContain('共同向内蒙古自治区鄂尔多斯市东胜区人民法院申请司法确认');
    expect(linesOf(plain).join('\n')).not.toMatch(/撤回起诉|出具调解书/);
    expect(linesOf(many).join('\n')).not.toContain('司法确认');
    expect(linesOf(many).join('\n')).toMatch(/出具调解书.*撤回起诉/);
  });

  it('names the period of the channel, and both where the procedure is not known', () => {
    expect(linesOf(plain).join('\n')).toContain('调解期限为三十日');
    expect(linesOf(many).join('\n')).toContain('调解期限为七日');
    const unknown = noticeOf({ ...manyPartiesHead(), ...rest });
    expect(linesOf(unknown).join('\n')).toContain('普通程序的案件为十五日，适用简易程序的案件为七日');
  });

  it('says nothing of a court’s list where no court sent the case', () => {
    const own = noticeOf({ ...plainHead(), ...rest, channel: 'C', court: null });
    expect(own.title).toBe('调解告知书');
    expect(linesOf(own).join('\n')).not.toContain('特邀');
    expect(linesOf(own).join('\n')).toContain('共同向有管辖权的人民法院申请司法确认');
  });

  it('lists what it lacks', () => {
    const checked = checkDraft(rightsNoticeFactsSchema, {
      ...plainHead(),
      ...rest,
      cause: null,
      court: null,
      mediators: [],
    } as never);
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '调解员',
    ]);
  });
});
