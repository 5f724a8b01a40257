import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalAmount, moneyInDocument } from '#shared/domain/capital-amount.ts';
import { fen } from '#shared/domain/money.ts';

/** Reads capital figures by their places alone, knowing nothing of how they were written. */
function readCapital(words: string): number {
  const figures = '零壹贰叁肆伍陆柒捌玖';
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let total = 0;
  let yuan = 0;
  let group = 0;
  let figure = 0;
  for (const word of words) {
    const place = places[word];
    if (figures.includes(word)) {
      figure = figures.indexOf(word);
    } else if (place !== undefined) {
      group += figure * place;
      figure = 0;
    } else if (word === '亿' || word === '万') {
      yuan += (group + figure) * (word === '亿' ? 1_0000_0000 : 1_0000);
      group = 0;
      figure = 0;
    } else if (word === '元') {
      total += (yuan + group + figure) * 100;
      group = 0;
      figure = 0;
    } else if (word === '角' || word === '分') {
      total += figure * (word === '角' ? 10 : 1);
      figure = 0;
    }
  }
  return total;
}

describe('an amount in capital figures', () => {
  test.each([
    ['0.05', 5, '伍分'],
    ['0.50', 50, '伍角整'],
    ['1.00', 100, '壹元整'],
    ['10.00', 1_000, '壹拾元整'],
    ['1,010.00', 101_000, '壹仟零壹拾元整'],
    ['1,409.50', 140_950, '壹仟肆佰零玖元伍角整'],
    ['6,007.14', 600_714, '陆仟零柒元壹角肆分'],
    ['20,000.00', 2_000_000, '贰万元整'],
    ['1,010,000.00', 101_000_000, '壹佰零壹万元整'],
    ['100,010,001.00', 10_001_000_100, '壹亿零壹万零壹元整'],
    ['123,456,789.01', 12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    ['1,680.32', 168_032, '壹仟陆佰捌拾元零叁角贰分'],
    ['107,000.53', 10_700_053, '壹拾万柒仟元零伍角叁分'],
    ['16,409.02', 1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', 32_504, '叁佰贰拾伍元零肆分'],
    ['1,000.05', 100_005, '壹仟元零伍分'],
    ['10,000.00', 1_000_000, '壹万元整'],
    ['100,500.00', 10_050_000, '壹拾万零伍佰元整'],
    ['300,000.01', 30_000_001, '叁拾万元零壹分'],
    ['20,000,000.00', 2_000_000_000, '贰仟万元整'],
    ['100,000,000.00', 10_000_000_000, '壹亿元整'],
    ['0.00', 0, '零元整'],
  ])('of %s is the first form of the published example', (_figures, amount, words) => {
    expect(capitalAmount(fen(amount))).toBe(words);
  });

  test.each([
    // 壹亿伍仟元 is heard as 1.5 亿: the zeros of a whole empty group are always written.
    [10_000_500_000, '壹亿零伍仟元整'],
    // The licence to leave a zero out names 万 and 元, not 亿.
    [105_000_000_000, '壹拾亿零伍仟万元整'],
    [1_000_005_000_000, '壹佰亿零伍万元整'],
    [1_050, '壹拾元零伍角整'],
    [1_005, '壹拾元零伍分'],
    [101, '壹元零壹分'],
    [53, '伍角叁分'],
    [99_999_999_999_900, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整'],
  ])('of %i fen is %s', (amount, words) => {
    expect(capitalAmount(fen(amount))).toBe(words);
  });

  test('reads back as the same amount by its places', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 1, max: 99_999_999_999_900 }),
      fc.integer({ min: 1, max: 200_000 }),
      fc
        .array(fc.constantFrom(0, 0, 0, 1, 5, 9), { minLength: 1, maxLength: 13 })
        .map((figures) => Number(figures.join('')))
        .filter((amount) => amount > 0),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readCapital(capitalAmount(fen(amount)))).toBe(amount);
      }),
      { numRuns: 20_000 },
    );
  });

  test('uses only the permitted words, never two zeros together, and 整 exactly where no fen follow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_900 }), (amount) => {
        const words = capitalAmount(fen(amount));
        expect(words).toMatch(/^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+$/);
        expect(words).not.toMatch(/零零|零[万亿元角分](?!整$)|^零.*[角分]$/);
        expect(words.endsWith('整')).toBe(amount % 10 === 0);
      }),
      { numRuns: 5_000 },
    );
  });

  test('stands before the figures in a document', () => {
    expect(moneyInDocument(fen(1_640_902))).toBe('人民币壹万陆仟肆佰零玖元零贰分（￥16,409.02）');
  });
});
