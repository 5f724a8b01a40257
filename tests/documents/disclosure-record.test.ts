import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { disclosureRecord, disclosureRecordFactsSchema } from '#shared/documents/disclosure-record.ts';
import { byHand } from '#shared/documents/facts.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(disclosureRecordFactsSchema, draft as never);
const disclosed = {
  mediatorName: '王丙某',
  matter: '与申请人曾在同一单位工作\n2019年以后没有往来。',
  disclosedOn: localDate('2026-11-05'),
};
const open = {
  applicantsConsentedOn: byHand,
  respondentsConsentedOn: byHand,
  consentForm: byHand,
  decision: byHand,
  decidedBy: byHand,
};
const plain = disclosureRecord(
  complete(
    check({
      ...plainHead(),
      ...disclosed,
      applicantsConsentedOn: localDate('2026-11-06'),
      respondentsConsentedOn: localDate('2026-11-07'),
      consentForm: 'written',
      decision: 'continue',
      decidedBy: '鄂尔多斯市示例政协委员调解中心',
    }),
  ),
);
const many = disclosureRecord(complete(check({ ...manyPartiesHead(), ...disclosed, ...open })));

describe('the record of a disclosure', () => {
  itLooksAsReviewed({ 'disclosure-record-plain': plain, 'disclosure-record-many-parties': many });

  it('ticks what is on record', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('披露事项：2026年11月5日，特邀调解员王丙某披露：与申请人曾在同一单位工作。');
    expect(lines).toContain('申请人一方意见（2026年11月6日）：');
    expect(lines.filter((line) => line === '☑知悉上述情况，同意其继续调解　□申请其回避')).toHaveLength(2);
    expect(lines).toContain('决定（由鄂尔多斯市示例政协委员调解中心作出）：');
    expect(lines).toContain('☑继续调解　□回避');
  });

  it('ticks nothing for anybody who has not spoken', () => {
    expect(linesOf(many).join('\n')).not.toContain('☑');
    expect(linesOf(many).filter((line) => line.includes('□申请其回避'))).toHaveLength(2);
  });

  it('lists what it lacks', () => {
    const checked = check({ ...plainHead(), ...open, cause: null });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '披露的调解员',
      '披露事项',
      '披露日期',
    ]);
  });
});
