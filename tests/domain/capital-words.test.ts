import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsInWords, readCapitalAmount } from '#shared/domain/agreement-checks/capital-words.ts';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';

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

  test.each([
    ['支付人民币壹万贰仟伍佰元整（¥12500.00）。', [[1_250_000, 1_250_000]]],
    ['支付12,500.00元，大写人民币壹万贰仟伍佰元整。', [[1_250_000, 1_250_000]]],
    [
      '支付5万元（大写：伍万元整）和叁仟元（3000元）。',
      [
        [5_000_000, 5_000_000],
        [300_000, 300_000],
      ],
    ],
    ['支付伍万元，即人民币50,001元。', [[5_000_000, 5_000_100]]],
    ['支付伍万元（2026年12月31日前付清）。', []],
    ['支付伍万元2026年12月31日前付清，其中10000元于2027年付清。', []],
    ['支付伍万元整，30000元于2026年12月31日前付清。', []],
    ['承担壹万元（50%）的责任。', []],
  ])('are read beside their figures in %s', (words, expected) => {
    const found = amountsInWords(words).map(({ capitalFen, figuresFen }) => [capitalFen, figuresFen]);
    expect(found).toEqual(expected);
  });
});
