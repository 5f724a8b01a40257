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
});
