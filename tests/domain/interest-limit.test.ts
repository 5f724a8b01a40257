import { describe, expect, test } from 'vitest';
import { loanPrimeRateOn } from '#shared/domain/agreement-checks/loan-prime-rate.ts';
import { writtenRates } from '#shared/domain/agreement-checks/rates.ts';
import {
  type AgreementToCheck,
  joinedRates,
  officeLoanPrimeRatesSchema,
} from '#shared/domain/agreement-checks.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { found, loanPrimeRates } from './agreements-to-check.ts';

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
      article: '民间借贷规定 第25条、第28条、第29条',
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

  test('is joined with the months that the office added, whose own holds', () => {
    const office = [
      { announcedOn: localDate('2025-11-20'), percent: '3.00' },
      { announcedOn: localDate('2025-10-20'), percent: '2.90' },
    ];
    const joined = joinedRates(loanPrimeRates, office);
    expect(joined).toHaveLength(loanPrimeRates.length + 1);
    expect(loanPrimeRateOn(joined, localDate('2025-11-25'))?.percent).toBe('3.00');
    expect(loanPrimeRateOn(joined, localDate('2025-11-01'))?.percent).toBe('2.90');
    const twice = { oneYear: [office[0], { announcedOn: localDate('2025-11-21'), percent: '3.00' }] };
    expect(officeLoanPrimeRatesSchema.safeParse(twice).success).toBe(false);
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
