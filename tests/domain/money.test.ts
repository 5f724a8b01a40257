import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  addFen,
  amountFromNumber,
  type Fen,
  fen,
  fenSchema,
  formatWan,
  formatYuan,
  formatYuanPlain,
  parseAmount,
} from '#shared/domain/money.ts';

const largest = 99_999_999_999_900;
const anyFen = fc.integer({ min: 0, max: largest }).map(fen);

describe('what clerks type as an amount', () => {
  test.each([
    ['23946', 2_394_600],
    ['23,946.5', 2_394_650],
    ['2.3万', 2_300_000],
    ['2.3 万元', 2_300_000],
    ['￥1,000元', 100_000],
    ['¥1000.00', 100_000],
    ['1.2亿元', 12_000_000_000],
    ['１２３．４５', 12_345],
    ['１，０００', 100_000],
    ['人民币5000元整', 500_000],
    ['３千元', 300_000],
    ['2百万元', 200_000_000],
    ['0', 0],
    ['0.5', 50],
    ['45936.48', 4_593_648],
    ['0.000001亿', 10_000],
  ])('%s in a column of 元 is %i fen', (text, expected) => {
    expect(parseAmount(text, 'yuan')).toEqual({ kind: 'amount', fen: expected });
  });

  test.each([
    ['2.3', 2_300_000],
    ['4.593648', 4_593_648],
    ['2.3万', 2_300_000],
    ['45936.48元', 4_593_648],
    ['482.5', 482_500_000],
  ])(
    '%s in a column of 万元 is %i fen, and a unit beside the figures wins over the head',
    (text, expected) => {
      expect(parseAmount(text, 'wan')).toEqual({ kind: 'amount', fen: expected });
    },
  );

  test.each(['', '  ', '/', '／', '—', '——', '－', '-', '无', '无财产内容', '无标的', '不涉及'])(
    '“%s” says that there is no property in dispute',
    (text) => {
      expect(parseAmount(text, 'yuan')).toEqual({ kind: 'none' });
    },
  );

  test.each([
    '约五万',
    '-3',
    '1.234',
    '1e5',
    '五万',
    '1,00',
    '12,3456',
    '1.2.3',
    '100 200',
    '$100',
    '5万3千',
    '10000000000000000',
    '1000000000000',
    '待定',
    '不详',
    '.5',
    '5.',
    '0x10',
    '∞',
    'NaN',
  ])('“%s” is refused rather than guessed', (text) => {
    expect(parseAmount(text, 'yuan')).toEqual({ kind: 'invalid' });
  });

  test('a part of a fen is refused in 万元 too', () => {
    expect(parseAmount('1.0000001', 'wan')).toEqual({ kind: 'invalid' });
  });

  test('the noise that a formula leaves in a number cell is not taken for parts of a fen', () => {
    expect(amountFromNumber(45936.479999999996, 'yuan')).toEqual({ kind: 'amount', fen: 4_593_648 });
    expect(amountFromNumber(0.1 + 0.2, 'yuan')).toEqual({ kind: 'amount', fen: 30 });
    expect(amountFromNumber(1.005, 'yuan')).toEqual({ kind: 'invalid' });
    expect(amountFromNumber(-3, 'yuan')).toEqual({ kind: 'invalid' });
    expect(amountFromNumber(Number.NaN, 'yuan')).toEqual({ kind: 'invalid' });
    expect(amountFromNumber(1e21, 'yuan')).toEqual({ kind: 'invalid' });
  });
});

describe('amounts', () => {
  test('are whole fen between zero and the limit', () => {
    expect(fen(0)).toBe(0);
    expect(fen(largest)).toBe(largest);
    for (const wrong of [0.5, -1, largest + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => fen(wrong)).toThrow(RangeError);
      expect(fenSchema.safeParse(wrong).success).toBe(false);
    }
  });

  test('are not made from bare numbers', () => {
    // @ts-expect-error a number that nobody checked is not money
    const wrong: Fen = 10_000;
    // @ts-expect-error and cannot be sent as money either
    const sent: z.input<typeof fenSchema> = 10_000;
    expect([wrong, sent]).toHaveLength(2);
  });

  test('add up exactly, and never beyond the limit', () => {
    expect(addFen()).toBe(0);
    expect(addFen(fen(10), fen(20), fen(1))).toBe(31);
    expect(() => addFen(fen(largest), fen(1))).toThrow(RangeError);
  });

  test('are written in yuan with separators and two decimals', () => {
    expect(formatYuan(fen(1_640_902))).toBe('16,409.02');
    expect(formatYuan(fen(5))).toBe('0.05');
    expect(formatYuan(fen(100_000_000))).toBe('1,000,000.00');
    expect(formatYuanPlain(fen(1_640_902))).toBe('16409.02');
    expect(formatYuanPlain(fen(1_640_900))).toBe('16409');
  });

  test('are written in 万元 rounded half up', () => {
    expect(formatWan(fen(1_640_902))).toBe('1.64');
    expect(formatWan(fen(1_645_000))).toBe('1.65');
    expect(formatWan(fen(1_644_999))).toBe('1.64');
    expect(formatWan(fen(5_000))).toBe('0.01');
    expect(formatWan(fen(4_999))).toBe('0.00');
    expect(formatWan(fen(4_825_246_649))).toBe('4,825.25');
  });

  test('come back from every way of writing them', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const same = { kind: 'amount', fen: amount };
        expect(parseAmount(formatYuan(amount), 'yuan')).toEqual(same);
        expect(parseAmount(formatYuanPlain(amount), 'yuan')).toEqual(same);
        expect(parseAmount(`￥${formatYuan(amount)}元`, 'wan')).toEqual(same);
      }),
      { numRuns: 2_000 },
    );
  });

  test('in 万元 are never further than 50 yuan from the amount', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        const parsed = parseAmount(formatWan(amount), 'wan');
        if (parsed.kind === 'amount') {
          expect(parsed.fen - amount).toBeGreaterThan(-5_000);
          expect(parsed.fen - amount).toBeLessThanOrEqual(5_000);
        } else {
          expect(amount).toBeGreaterThan(largest - 5_000);
        }
      }),
    );
  });
});
