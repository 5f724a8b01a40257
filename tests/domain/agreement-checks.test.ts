import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsInWords, readCapitalAmount } from '#shared/domain/agreement-checks/capital-words.ts';
import { loanPrimeRateOn } from '#shared/domain/agreement-checks/loan-prime-rate.ts';
import { writtenRates } from '#shared/domain/agreement-checks/rates.ts';
import {
  type AgreementToCheck,
  type CheckedParty,
  type CheckedTerm,
  checkAgreement,
  checkCodes,
  checkRules,
  loanPrimeRatesSchema,
} from '#shared/domain/agreement-checks.ts';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { type CauseRestriction, causeRestriction, parseCauses } from '#shared/domain/cause-of-action.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';

const resources = new URL('../../resources/', import.meta.url);
const { oneYear: loanPrimeRates } = loanPrimeRatesSchema.parse(
  JSON.parse(readFileSync(new URL('loan-prime-rates.json', resources), 'utf8')),
);
const causes = parseCauses(readFileSync(new URL('causes-of-action/2025.tsv', resources), 'utf8'));

function restrictionOf(name: string): CauseRestriction | null {
  const cause = causes.find((one) => one.name === name);
  return cause === undefined ? null : (causeRestriction(cause) ?? null);
}

function aParty(changes: Partial<CheckedParty> = {}): CheckedParty {
  return {
    calling: '申请人张甲某',
    role: 'applicant',
    name: '张甲某',
    natural: true,
    birthOn: localDate('1990-03-07'),
    guardians: 0,
    agents: [],
    ...changes,
  };
}
const respondent = aParty({ calling: '被申请人李乙某', role: 'respondent', name: '李乙某' });

const payment: CheckedTerm = {
  kind: 'payment',
  payers: 1,
  amount: fen(30_000_00),
  liability: null,
  purpose: '货款',
  method: '银行转账',
  hasWayToPay: true,
  schedule: 'single',
  dueOn: [localDate('2026-12-31')],
};

/** An agreement in order: 委派 before filing, one against one, to be confirmed. */
function agreement(changes: Partial<AgreementToCheck> = {}): AgreementToCheck {
  return {
    channel: 'A',
    cause: '买卖合同纠纷',
    restriction: null,
    marks: [],
    organisationName: '鄂尔多斯市示例调解中心',
    parties: [aParty(), respondent],
    heldOn: [localDate('2026-11-18')],
    attendance: ['张甲某、李乙某'],
    mainFacts: '2025年3月1日，双方签订买卖合同。',
    terms: [payment],
    clauses: [],
    effect: 'judicialConfirmation',
    signedOn: localDate('2026-11-20'),
    signedByHand: false,
    agreedFen: fen(30_000_00),
    loanPrimeRates,
    confirmationInChannelB: false,
    ...changes,
  };
}
const inB = { channel: 'B', effect: 'conciliationStatement' } as const;
const text = (words: string): Partial<AgreementToCheck> => ({
  terms: [{ kind: 'text', text: words }],
  agreedFen: null,
});

const codes = (changes: Partial<AgreementToCheck>) =>
  checkAgreement(agreement(changes)).map(({ code }) => code);
const found = (changes: Partial<AgreementToCheck>) => checkAgreement(agreement(changes));

test('an agreement in order passes every check, in every channel', () => {
  expect(codes({})).toEqual([]);
  expect(codes(inB)).toEqual([]);
  expect(codes({ channel: 'C' })).toEqual([]);
});

test('what is not known yet is judged by no rule', () => {
  expect(
    codes({
      channel: null,
      cause: null,
      parties: [],
      heldOn: [],
      attendance: [],
      mainFacts: null,
      terms: [],
      effect: null,
      signedOn: null,
      agreedFen: null,
      organisationName: null,
    }),
  ).toEqual([]);
});

/** A case of a check that fires, and one that looks like it and does not. */
const cases: readonly (readonly [string, Partial<AgreementToCheck>, Partial<AgreementToCheck>])[] = [
  [
    'notMediable',
    { cause: '申请支付令', restriction: restrictionOf('申请支付令') },
    { cause: '买卖合同纠纷', restriction: restrictionOf('买卖合同纠纷') },
  ],
  [
    'statusNotMediable',
    { cause: '确认亲子关系纠纷', restriction: restrictionOf('确认亲子关系纠纷') },
    { cause: '抚养费纠纷', restriction: restrictionOf('抚养费纠纷') },
  ],
  [
    'identityNotConfirmable',
    { cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') },
    { cause: '离婚后财产纠纷', restriction: restrictionOf('离婚后财产纠纷') },
  ],
  ['identityNotConfirmable', text('双方自愿离婚。'), text('双方曾为夫妻，2024年经法院判决已结束婚姻。')],
  ['identityNotConfirmable', text('解除双方的收养关系。'), text('解除双方的租赁关系。')],
  [
    'rightNotConfirmable',
    { cause: '所有权确认纠纷', restriction: restrictionOf('所有权确认纠纷') },
    { ...inB, cause: '所有权确认纠纷', restriction: restrictionOf('所有权确认纠纷') },
  ],
  [
    'rightNotConfirmable',
    text('确认示例小区1号楼301室的所有权归申请人所有。'),
    text('被申请人于2026年12月31日前协助申请人办理示例小区1号楼301室过户登记。'),
  ],
  [
    'rightNotConfirmable',
    text('确认申请人对示例嘎查草牧场享有承包经营权。'),
    text(
      '双方确认被申请人欠付草牧场承包经营权流转价款50000元，被申请人于2027年5月31日前将经营权归还申请人。',
    ),
  ],
  [
    'rightNotConfirmable',
    text('确认案涉房屋归申请人所有。'),
    text('本协议不涉及确权，双方确认货款归还日期为2026年12月31日。'),
  ],
  ['rightNotConfirmable', text('案涉商标专用权归申请人享有。'), text('被申请人停止使用案涉商标。')],
  [
    'rightPerhapsNotConfirmable',
    text('示例牌小汽车一辆归申请人所有。'),
    { ...inB, ...text('示例牌小汽车一辆归申请人所有。') },
  ],
  [
    'restrictedMatter',
    { effect: 'noConfirmation', cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') },
    { effect: 'noConfirmation' },
  ],
  [
    'divorceByAgent',
    {
      ...inB,
      cause: '离婚纠纷',
      parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
      attendance: ['张甲某的代理人赵戊某，李乙某'],
    },
    {
      ...inB,
      cause: '离婚纠纷',
      parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
      attendance: ['张甲某及其代理人赵戊某，李乙某'],
    },
  ],
  [
    'divorceByAgent',
    {
      ...inB,
      cause: '离婚纠纷',
      parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
      attendance: [],
    },
    {
      ...inB,
      cause: '离婚后财产纠纷',
      parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
      attendance: [],
    },
  ],
  ['effectOfOtherChannel', { effect: 'withdrawal' }, { channel: 'B', effect: 'withdrawal' }],
  ['effectOfOtherChannel', { channel: 'C', effect: 'conciliationStatement' }, inB],
  ['effectOfOtherChannel', { channel: 'B', effect: 'noConfirmation' }, { effect: 'noConfirmation' }],
  ['confirmationAfterFiling', { channel: 'B' }, { channel: 'A' }],
  ['statementBeforeFiling', { effect: 'conciliationStatement' }, inB],
  ['sealLacking', { organisationName: null }, { organisationName: null, effect: 'noConfirmation' }],
  [
    'courtAsOrganisation',
    { organisationName: '东胜区人民法院诉调对接中心' },
    { organisationName: '东胜区人民调解委员会' },
  ],
  [
    'organisationDoubtful',
    { organisationName: '示例委员工作室' },
    { organisationName: '示例委员工作室', effect: 'noConfirmation' },
  ],
  [
    'childWithoutRepresentative',
    { parties: [aParty({ birthOn: localDate('2018-11-21') }), respondent] },
    { parties: [aParty({ birthOn: localDate('2018-11-21'), guardians: 1 }), respondent] },
  ],
  [
    'legalRepresentativeLacking',
    { parties: [aParty({ birthOn: localDate('2008-11-21') }), respondent] },
    { parties: [aParty({ birthOn: localDate('2008-11-20') }), respondent] },
  ],
  ['minorNotAmongParties', { marks: ['minor'] }, { marks: ['minor'], parties: [aParty({ guardians: 1 })] }],
  [
    'agentLacksAuthority',
    { parties: [aParty({ agents: [{ name: '赵戊某', authority: 'general' }] }), respondent] },
    { parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent] },
  ],
  [
    'asksForJudgment',
    { ...inB, ...text('任何一方不履行本协议的，另一方可以请求人民法院依法判决。') },
    text('任何一方不履行本协议的，另一方可以请求人民法院依法判决。'),
  ],
  [
    'asksForJudgment',
    { ...inB, ...text('一方反悔的，由人民法院裁判。') },
    { ...inB, ...text('一方不履行的，另一方可以申请人民法院强制执行。') },
  ],
  [
    'guarantorLacking',
    { ...inB, ...text('由案外人示例公司为上述债务提供担保。') },
    {
      ...inB,
      ...text('由示例公司为上述债务提供担保。'),
      parties: [aParty(), respondent, aParty({ role: 'guarantor' })],
    },
  ],
  [
    'enforcementNotGiven',
    { effect: 'noConfirmation', ...text('逾期的，申请人可以申请强制执行。') },
    text('逾期的，申请人可以申请强制执行。'),
  ],
  ['vagueTerm', text('被申请人尽快支付。'), text('被申请人于2026年12月31日前支付。')],
  [
    'amountsDiffer',
    text('支付人民币壹万贰仟元整（￥12,300.00）。'),
    text('支付人民币壹万贰仟叁佰元整（￥12,300.00）。'),
  ],
  ['amountsDiffer', text('支付5,000元（大写：伍万元整）。'), text('支付5,000元（大写：伍仟元整）。')],
  ['sumDiffers', { agreedFen: fen(31_000_00) }, { agreedFen: fen(30_000_00) }],
  [
    'sharesLacking',
    { terms: [{ ...payment, payers: 2, liability: 'shares' }] },
    { terms: [{ ...payment, payers: 2, liability: 'joint' }] },
  ],
  [
    'paymentMethodLacking',
    { terms: [{ ...payment, hasWayToPay: false }] },
    { terms: [{ ...payment, hasWayToPay: false, schedule: 'onSigning', dueOn: [] }] },
  ],
  [
    'datesOutOfOrder',
    { terms: [{ ...payment, dueOn: [localDate('2026-11-19')] }] },
    { terms: [{ ...payment, dueOn: [localDate('2026-11-20')] }] },
  ],
  ['datesOutOfOrder', { heldOn: [localDate('2026-11-21')] }, { heldOn: [localDate('2026-11-20')] }],
  [
    'notPerformedAtOnce',
    { effect: 'performedAtOnce' },
    { effect: 'performedAtOnce', terms: [{ ...payment, schedule: 'onSigning', dueOn: [] }] },
  ],
  ['signedOnLeftOpen', { signedOn: null, signedByHand: true }, { signedOn: null }],
];

test.each(cases)('%s is found, and not in its near miss', (code, fires, nearMiss) => {
  expect(codes(fires)).toContain(code);
  expect(codes(nearMiss)).not.toContain(code);
});

test('every check but those on interest has a case above', () => {
  const told = new Set(cases.map(([code]) => code));
  expect(checkCodes.filter((code) => !told.has(code))).toEqual(['interestAboveLimit', 'interestNotChecked']);
});

test('what the law forbids stands first and cites its article; a warning cannot be overridden', () => {
  const all = found({
    ...inB,
    cause: '确认亲子关系纠纷',
    restriction: restrictionOf('确认亲子关系纠纷'),
    signedOn: null,
    signedByHand: true,
    ...text('尽快支付。一方反悔的，由人民法院裁判。'),
  });
  expect(all.map(({ severity }) => severity)).toEqual(['forbidden', 'forbidden', 'warning', 'warning']);
  for (const check of all) {
    if (check.severity === 'forbidden') expect(check.article).toMatch(/第\d+条/);
    else expect(check.overridable).toBe(false);
  }
});

describe('where the law leaves room', () => {
  const room = (changes: Partial<AgreementToCheck>) => found(changes)[0]?.overridable;

  test('confirmation in channel B opens with the office’s setting, and only with a reason', () => {
    expect(room({ channel: 'B' })).toBe(false);
    expect(room({ channel: 'B', confirmationInChannelB: true })).toBe(true);
  });

  test('words may be misread, the cause itself not', () => {
    expect(room(text('双方自愿离婚。'))).toBe(true);
    expect(room({ cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') })).toBe(false);
  });

  test('a child never signs, a youth of sixteen may live on his own work', () => {
    expect(room({ parties: [aParty({ birthOn: localDate('2020-01-01') })] })).toBe(false);
    expect(room({ parties: [aParty({ birthOn: localDate('2010-01-01') })] })).toBe(true);
  });

  test('a clause that asks for judgment and a guarantor outside only stand in the way of a 调解书', () => {
    const clause = text('一方反悔的，由人民法院裁判。');
    expect(found({ ...inB, ...clause })[0]).toMatchObject({ severity: 'forbidden', overridable: false });
    expect(found({ channel: 'B', effect: 'withdrawal', ...clause })[0]?.severity).toBe('warning');
    const guarantee = text('由示例公司提供担保。');
    expect(found({ ...inB, ...guarantee })[0]).toMatchObject({ severity: 'forbidden', overridable: true });
    expect(found(guarantee)[0]?.severity).toBe('warning');
  });
});

describe('interest on a private loan', () => {
  const loan = (words: string, changes: Partial<AgreementToCheck> = {}) =>
    found({
      cause: '民间借贷纠纷',
      mainFacts: '2023年9月5日，被申请人向申请人借款30000元，出具借条。',
      clauses: [{ field: 'defaultClause.text', place: '违约责任', words }],
      ...changes,
    });
  const told = (words: string) => loan(words).map(({ code }) => code);

  test('is held against four times the rate of the day on which it was lent: 3.45% gives 13.8%', () => {
    expect(told('按年利率13.8%计付利息')).toEqual([]);
    expect(told('按年利率13.81%计付利息')).toEqual(['interestAboveLimit']);
    expect(told('月利率1.15%')).toEqual([]);
    expect(told('月息2分')).toEqual(['interestAboveLimit']);
    expect(told('每日万分之五')).toEqual(['interestAboveLimit']);
    expect(told('每日按未付款的万分之三支付违约金')).toEqual([]);
    expect(told('年利率百分之二十四')).toEqual(['interestAboveLimit']);
    expect(loan('年利率24%')[0]).toMatchObject({
      severity: 'warning',
      field: 'defaultClause.text',
      sentence: expect.stringMatching(/24%.*13\.8%.*3\.45%.*2023年8月21日公布.*2023年9月5日/),
      article: '民间借贷规定 第25条、第29条',
    });
  });

  test('is held against four times whatever the LPR is, where it is written as a multiple', () => {
    expect(told('按一年期贷款市场报价利率的四倍计付')).toEqual([]);
    expect(told('按一年期LPR的5倍计付')).toEqual(['interestAboveLimit']);
  });

  test('says that it was not checked where the table does not have the month', () => {
    const facts = '2018年5月1日，被申请人向申请人借款30000元。';
    const checks = loan('年利率24%', { mainFacts: facts });
    expect(checks.map(({ code }) => code)).toEqual(['interestNotChecked']);
    expect(checks[0]?.sentence).toContain('没有该月LPR，未核对');
  });

  test('says on which day it looked where the facts name none, or several', () => {
    const several = '2021年3月1日借款1万元，2023年9月5日又借款2万元。';
    const checks = loan('年利率24%', {
      mainFacts: several,
      heldOn: [localDate('2024-03-01')],
      signedOn: null,
    });
    expect(checks[0]?.sentence).toContain('看不出借款合同成立日，暂按2024年3月1日');
  });

  test('is bounded only for private loans', () => {
    expect(loan('年利率24%', { cause: '买卖合同纠纷' })).toEqual([]);
    expect(loan('年利率24%', { cause: '金融借款合同纠纷' })).toEqual([]);
  });
});

describe('the words of rates', () => {
  test.each([
    ['年利率15.4%', 15.4],
    ['年利率为15.4％', 15.4],
    ['按照15%的年利率', 15],
    ['年息百分之十二', 12],
    ['月利率2%', 24],
    ['月利率为千分之五', 6],
    ['月息一分五厘', 18],
    ['日利率0.05%', 18.25],
    ['日万分之五', 18.25],
    ['每日千分之一', 36.5],
    ['24%/年', 24],
  ])('%s is %d%% a year', (words, perYear) => {
    const [rate, ...more] = writtenRates(words);
    expect(more).toEqual([]);
    expect(rate?.kind === 'percent' ? rate.perYear : undefined).toBeCloseTo(perYear, 6);
  });

  test.each(['2026年12月31日5%的股权', '支付总额的30%', '按份承担50%的责任', '每月支付5000元', '三年付清'])(
    '%s is no rate',
    (words) => {
      expect(writtenRates(words)).toEqual([]);
    },
  );
});

describe('the one-year LPR', () => {
  test('stands from its announcement until the next', () => {
    const on = (day: string) => loanPrimeRateOn(loanPrimeRates, localDate(day))?.percent;
    expect(on('2019-08-19')).toBeUndefined();
    expect(on('2019-08-20')).toBe('4.25');
    expect(on('2019-09-19')).toBe('4.25');
    expect(on('2020-04-20')).toBe('3.85');
    expect(on('2024-10-20')).toBe('3.35');
    expect(on('2024-10-21')).toBe('3.10');
    expect(on('2025-05-20')).toBe('3.00');
  });

  test('is unknown from the 20th of the first month that the table lacks', () => {
    const last = loanPrimeRates.at(-1);
    expect(last?.announcedOn).toBe('2025-10-20');
    expect(loanPrimeRateOn(loanPrimeRates, localDate('2025-11-19'))).toBe(last);
    expect(loanPrimeRateOn(loanPrimeRates, localDate('2025-11-20'))).toBeUndefined();
  });

  test('is announced once a month, on the 20th or soon after', () => {
    const months = loanPrimeRates.map(({ announcedOn }) => announcedOn.slice(0, 7));
    expect(new Set(months).size).toBe(months.length);
    expect(months).toEqual(months.toSorted());
    for (const { announcedOn } of loanPrimeRates) {
      expect(Number(announcedOn.slice(8))).toBeGreaterThanOrEqual(20);
      expect(Number(announcedOn.slice(8))).toBeLessThanOrEqual(22);
    }
  });
});

describe('amounts in capital figures', () => {
  test('every amount that the program writes is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_99 }), (amount) => {
        expect(readCapitalAmount(capitalAmount(fen(amount)))).toBe(amount);
        const words = `人民币${capitalAmount(fen(amount))}（￥${formatYuan(fen(amount))}）`;
        for (const { capitalFen, figuresFen } of amountsInWords(words)) expect(capitalFen).toBe(figuresFen);
      }),
    );
  });

  test.each(['壹贰元', '元整', '万元', '壹万贰'])('%s is no amount', (words) => {
    expect(readCapitalAmount(words)).toBeUndefined();
  });
});

describe('the help page of the checks', () => {
  const help = readFileSync(new URL('help/43-agreement-checks.md', resources), 'utf8');

  test('names every article by which an agreement is held back', () => {
    const articles = Object.values(checkRules)
      .filter(({ severity }) => severity === 'forbidden')
      .flatMap(({ article }) => article.match(/第\d+条/g) ?? []);
    expect(articles.filter((article) => !help.includes(article))).toEqual([]);
  });

  test('says until which month the LPR is known', () => {
    const [year, month] = loanPrimeRates.at(-1)?.announcedOn.split('-') ?? [];
    expect(help).toContain(`到 ${year} 年 ${Number(month)} 月的 LPR`);
  });
});
