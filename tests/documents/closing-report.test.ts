import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { closingReport, closingReportFactsSchema } from '#shared/documents/closing-report.ts';
import { byHand } from '#shared/documents/facts.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: object) => checkDraft(closingReportFactsSchema, draft as never);
const reportOf = (draft: object) => closingReport(complete(check(draft)));
const none = { kind: 'none' };
const { origin, sessions, terms, defaultClause, costs } = plainDraft();
const manyAgreed = manyPartiesDraft();

/** Ended by an agreement, one instalment of which is paid. */
const agreed = {
  ...plainHead(),
  origin,
  receivedOn: localDate('2026-11-03'),
  period: { endsOn: localDate('2026-12-18'), extendedDays: 15, suspendedDays: 0 },
  daysUsed: 17,
  sessions: sessions?.map((session) => ({ place: null, ...session, attendance: '双方到场' })),
  closing: { code: 'C11', closedOn: localDate('2026-11-20'), partly: false, reason: null },
  unreached: [],
  agreement: {
    signedOn: localDate('2026-11-20'),
    agreedAmount: fen(30_000_00),
    effect: 'judicialConfirmation',
  },
  terms,
  defaultClause,
  costs,
  paid: fen(10_000_00),
  undisputedNoted: true,
  disputed: byHand,
  papers: ['起诉状', '《饲草料买卖合同》和送货单'],
};
/** Failed after filing, with much for the hand. */
const failed = {
  ...manyPartiesHead(),
  origin: manyAgreed.origin,
  receivedOn: localDate('2026-10-27'),
  period: { endsOn: byHand, extendedDays: 0, suspendedDays: 6 },
  daysUsed: 20,
  sessions: [{ heldOn: localDate('2026-11-12'), form: 'video', place: null, attendance: null }],
  closing: { code: 'C24', closedOn: localDate('2026-11-16'), partly: false, reason: byHand },
  unreached: [],
  agreement: null,
  terms: [],
  defaultClause: none,
  costs: none,
  paid: fen(0),
  undisputedNoted: false,
  disputed: ['恢复原状的范围', '恢复原状的期限'],
  papers: byHand,
};
const plain = reportOf(agreed);
const many = reportOf(failed);
const { signedOn } = manyAgreed;
const large = reportOf({
  ...agreed,
  ...manyPartiesHead(),
  origin: manyAgreed.origin,
  agreement: { signedOn, agreedAmount: fen(123_456_789_01), effect: 'conciliationStatement' },
  terms: manyAgreed.terms,
  paid: fen(123_456_789_01),
});
const zero = reportOf({ ...agreed, agreement: { ...agreed.agreement, agreedAmount: fen(0) }, paid: fen(0) });
const words = (draft: object) => linesOf(reportOf(draft)).join('\n');

describe('the report on the end of mediation', () => {
  itLooksAsReviewed({
    'closing-report-plain': plain,
    'closing-report-many-parties': many,
    'closing-report-large-sum': large,
    'closing-report-no-sum': zero,
  });

  it('is addressed to the court that sent the case and says when it was received and how long it took', () => {
    const lines = linesOf(plain);
    expect(lines).toContain('内蒙古自治区鄂尔多斯市东胜区人民法院：');
    expect(lines.join('\n')).toContain('你院于2026年11月2日委派鄂尔多斯市示例政协委员调解中心调解的');
    expect(lines).toContain(
      '二、接收和期限。2026年11月3日签收移交材料，调解期限至2026年12月18日（含经各方当事人同意延长的15日）届满；2026年11月20日终结，自接收次日起历时17日。',
    );
    expect(linesOf(many).join('\n')).toContain('你院于2026年10月26日委托');
    expect(linesOf(many).join('\n')).toContain('中止6日不计入');
  });

  it('tells what was agreed, what of it is paid, and what the parties mean to do with it', () => {
    const told = linesOf(plain);
    expect(told).toContain('四、调解结果。调解成功（达成书面调解协议）。');
    expect(told.join('\n')).toContain(
      '（一）被申请人李乙某向申请人张甲某支付货款人民币叁万元整（￥30,000.00）',
    );
    expect(told).toContain(
      '协议金额人民币叁万元整（￥30,000.00）。已登记的到位金额人民币壹万元整（￥10,000.00）。',
    );
    expect(told).toContain('双方当事人同意共同申请司法确认。');
    expect(told.join('\n')).not.toContain('争议焦点');
    const { agreement } = agreed;
    const large = words({
      ...agreed,
      agreement: { ...agreement, agreedAmount: fen(123_456_789_01) },
      paid: fen(0),
    });
    expect(large).toContain('（￥123,456,789.01）。尚无登记的到位金额。');
    expect(words({ ...agreed, agreement: { ...agreement, agreedAmount: null } })).not.toContain('协议金额');
    expect(words({ ...agreed, terms: [] })).toContain('达成协议，内容见所附协议。');
  });

  it('gives the reason of a failure by its code, what is in dispute, and boxes for what only the mediator can judge', () => {
    const told = linesOf(many);
    expect(told).toContain(
      '四、调解结果。调解未成功。原因：C24分歧较大难以达成协议（法释〔2016〕14号 第26条第3项）。',
    );
    expect(told).toEqual(
      expect.arrayContaining([`说明：${'＿'.repeat(22)}`, '恢复原状的范围。', '请依法转入审理。']),
    );
    expect(told.join('\n')).toContain('导致其他当事人诉讼成本增加的行为。\n□无　□有：');
    expect(JSON.stringify(many)).not.toContain('"checked":true');
  });

  it('says how often somebody was tried whom nobody could reach', () => {
    const told = words({
      ...failed,
      mediators: [],
      sessions: [],
      closing: { ...failed.closing, code: 'C23', reason: '电话停机，上门无人。' },
      unreached: [
        {
          party: '李乙某',
          tries: 3,
          days: 2,
          firstOn: localDate('2026-11-05'),
          lastOn: localDate('2026-11-09'),
        },
      ],
    });
    expect(told).toContain('2026年11月5日至2026年11月9日，分2日联系李乙某3次，均未联系上。');
    expect(told).toContain('未确定调解员。未能组织调解。');
    expect(told).toContain('说明：电话停机，上门无人。');
  });

  it('reports what came without a court to whoever sent it, or to the file, with no court’s name', () => {
    const own = { ...agreed, channel: 'C', sessions: failed.sessions, period: null, papers: null };
    const transferred = reportOf({
      ...own,
      origin: {
        kind: 'transfer',
        transferredBy: '东胜区样例综治中心',
        transferredOn: localDate('2026-11-02'),
      },
    });
    expect(linesOf(transferred)).toContain('东胜区样例综治中心：');
    expect(linesOf(transferred).join('\n')).toContain(
      '2026年11月3日受理，2026年11月20日终结，自受理次日起历时17日。',
    );
    const applied = reportOf({
      ...own,
      closing: failed.closing,
      agreement: null,
      terms: [],
      origin: { kind: 'application', appliedOn: localDate('2026-11-02'), applicants: [0] },
    });
    expect(linesOf(applied).join('\n')).toContain(
      '申请人张甲某与被申请人李乙某买卖合同纠纷一案，由申请人张甲某于2026年11月2日向',
    );
    expect(linesOf(applied).join('\n')).toContain('□已告知当事人可以依法通过仲裁、行政、司法等途径');
    for (const report of [transferred, applied]) expect(linesOf(report).join('\n')).not.toContain('法院');
  });

  it('sends back what could not be taken, and what was never received', () => {
    const told = words({
      ...failed,
      receivedOn: null,
      period: null,
      daysUsed: null,
      closing: { ...failed.closing, code: 'C28', reason: '不属于本院管辖' },
    });
    expect(told).toContain('，现予退回，有关情况报告如下：');
    expect(told).toContain('移交材料尚未签收，于2026年11月16日终结。');
    expect(told).not.toContain('转入审理');
  });

  it('tells what is still in dispute where only a part was agreed', () => {
    const told = words({
      ...agreed,
      closing: { ...agreed.closing, partly: true, reason: '质量争议另行解决' },
    });
    expect(told).toContain('调解成功（达成书面调解协议），部分请求达成协议。');
    expect(told).toContain('说明：质量争议另行解决。');
    expect(told).toContain('争议焦点。＿');
  });

  it('lists what it lacks: of a case that is open, its closing', () => {
    const checked = check({
      ...agreed,
      closing: undefined,
      cause: null,
      origin: { ...origin, referredOn: null },
    });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '委派（委托）日期',
      '结案登记（终结方式和日期）',
    ]);
  });

  it('is signed by the mediators, sealed by the organisation and printed twice', () => {
    const labels = many.blocks.flatMap((block) =>
      block.role === 'signatures'
        ? block.rows.flat().flatMap(({ lines }) => lines.map(({ label }) => label))
        : [],
    );
    expect(labels).toEqual(['特邀调解员（签名）：', '特邀调解员（签名）：']);
    expect(linesOf(many).slice(-2)).toEqual(['鄂尔多斯市示例政协委员调解中心', '＿＿＿＿年＿＿月＿＿日']);
    const { copies, set, signedBy } = catalogue.closingReport;
    expect([set, copies(8), signedBy]).toEqual(['closing', 2, '调解员，加盖调解组织印章']);
  });
});
