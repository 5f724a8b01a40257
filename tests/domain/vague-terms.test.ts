import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findVagueTerms } from '#shared/domain/vague-terms.ts';

test.each([
  ['被申请人尽快支付货款', ['尽快']],
  ['适当补偿申请人', ['适当补偿']],
  ['支付5万元左右', ['左右']],
  ['支付约5万元', ['约']],
  ['支付约人民币伍万元', ['约']],
  ['其余事项双方协商解决', ['双方协商解决']],
  ['年底前付清', ['年底前']],
  ['今年年底前付清', ['今年年底前']],
  ['明年付清', ['明年']],
  ['春节前付清', ['春节前']],
  ['月底前付清', ['月底前']],
  ['卖粮后付清', ['卖粮后']],
  ['资金到位后付清', ['资金到位后']],
  ['有能力时支付', ['有能力时']],
  ['酌情减免若干利息', ['酌情', '若干']],
  ['日后再付', ['日后']],
  ['余款于日后付清', ['日后']],
  ['在合理期限内履行，争取一次付清', ['合理期限内', '争取']],
])('“%s” is pointed out', (clause, terms) => {
  expect(findVagueTerms(clause).map((found) => found.term)).toEqual(terms);
});

test.each([
  '被申请人于2026年12月31日前向申请人支付货款人民币壹万元整（￥10,000.00）。',
  '被申请人于2026年年底前付清',
  '被申请人于2026年底前付清',
  '被申请人于2026年12月底前付清',
  '双方约定的违约金按年利率6%计算',
  '按照合同约定支付',
  '被申请人于2026年春节前支付',
  '2026年12月1日后不再计息',
  '自签订之日后三十日内付清',
  '双方就本纠纷再无其他争议。',
])('“%s” is definite', (clause) => {
  expect(findVagueTerms(clause)).toEqual([]);
});

test('what is pointed out stands in the text where it says, in order, with a reason', () => {
  const clause = fc
    .array(
      fc.constantFrom(
        '尽快',
        '约',
        '5万元',
        '适当',
        '补偿',
        '左右',
        '年底',
        '前',
        '2026年',
        '协商',
        '解决',
        '支付',
        '月底',
        '。',
      ),
    )
    .map((words) => words.join(''));
  fc.assert(
    fc.property(clause, (text) => {
      let end = 0;
      for (const found of findVagueTerms(text)) {
        expect(text.slice(found.index, found.index + found.term.length)).toBe(found.term);
        expect(found.index).toBeGreaterThanOrEqual(end);
        expect(found.why).not.toBe('');
        end = found.index + found.term.length;
      }
    }),
  );
});
