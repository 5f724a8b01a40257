import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, checkCreditCode, checkForeignResidentId, checkResidentId } from '#shared/domain/identity.ts';
import { localDate } from '#shared/domain/local-date.ts';

/** A number with its check digit, worked out by ISO 7064 MOD 11-2 instead of the table of weights. */
function withCheckDigit(figures: string): string {
  let product = 0;
  for (const figure of figures) {
    product = ((product + Number(figure)) * 2) % 11;
  }
  return figures + '0123456789X'.charAt((12 - product) % 11);
}

const anyResidentId = fc
  .record({
    region: fc.constantFrom('150602', '110105', '440524', '141102', '659001', '820000'),
    born: fc
      .integer({ min: 0, max: 45_000 })
      .map((days) => new Date(Date.UTC(1900, 0, 1 + days)).toISOString()),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, born, order }) =>
    withCheckDigit(region + born.slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0')),
  );

describe('a 公民身份号码', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['150602199003070012', '1990-03-07', 'male'],
    ['150627198511200023', '1985-11-20', 'female'],
  ])('%s is right: born on %s, %s', (number, birthDate, sex) => {
    expect(checkResidentId(number)).toEqual({ kind: 'valid', birthDate, sex });
  });

  test.each([
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '11010519491231002X\u200B',
  ])('is the same number however it was typed: %s', (number) => {
    expect(checkResidentId(number).kind).toBe('valid');
  });

  test.each([
    ['141102197802290014', 'birthDate'],
    ['150602199003070013', 'checkDigit'],
    ['15060219900307001', 'length'],
    ['1506021990030700123', 'length'],
    ['', 'length'],
    ['15060219900307O012', 'characters'],
    ['X50602199003070012', 'characters'],
    ['990602199003070012', 'region'],
    ['810001199003070012', 'region'],
    ['150602199013070012', 'birthDate'],
  ])('%s is wrong by its %s', (number, reason) => {
    expect(checkResidentId(number)).toEqual({ kind: 'wrong', reason });
  });

  test('cannot be born after today', () => {
    const born = withCheckDigit('15060220270101001');
    expect(checkResidentId(born).kind).toBe('valid');
    expect(checkResidentId(born, localDate('2026-11-20'))).toEqual({ kind: 'wrong', reason: 'birthDate' });
  });

  test('of 15 figures is an old one, without a check digit', () => {
    expect(checkResidentId('150602900307001')).toEqual({ kind: 'oldFifteen' });
    expect(checkResidentId('150602900230001')).toEqual({ kind: 'wrong', reason: 'birthDate' });
  });

  test('of a 港澳台居民居住证 is built alike', () => {
    for (const region of ['810000', '820000', '830000']) {
      expect(checkResidentId(withCheckDigit(`${region}19900307001`))).toEqual({
        kind: 'valid',
        birthDate: '1990-03-07',
        sex: 'male',
      });
    }
  });

  test('of a foreign permanent resident begins with 9', () => {
    const number = withCheckDigit('91584019900307002');
    expect(checkForeignResidentId(number)).toEqual({ kind: 'valid', birthDate: '1990-03-07', sex: 'female' });
    expect(checkResidentId(number)).toEqual({ kind: 'wrong', reason: 'region' });
    expect(checkForeignResidentId('150602199003070012')).toEqual({ kind: 'wrong', reason: 'region' });
  });

  test('shows any single figure typed wrong, and any two neighbours exchanged', () => {
    fc.assert(
      fc.property(
        anyResidentId,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          expect(checkResidentId(number).kind).toBe('valid');
          const figures = Array.from(number);
          const wrong = figures.with(place, String((Number(figures[place]) + shift) % 10)).join('');
          expect(checkResidentId(wrong).kind).toBe('wrong');
          const exchanged = figures
            .toSpliced(place, 2, figures[place + 1] ?? '', figures[place] ?? '')
            .join('');
          if (exchanged !== number) {
            expect(checkResidentId(exchanged).kind).toBe('wrong');
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a 统一社会信用代码', () => {
  test.each(['91350100M000100Y43', '91150602MA0N00001R', '91350100m000100y43', '9135 0100 M000 100Y 43'])(
    '%s is right',
    (code) => {
      expect(checkCreditCode(code)).toEqual({ kind: 'valid' });
    },
  );

  test.each([
    ['91350100M000100Y4Z', 'characters'],
    ['91350100M000100Y44', 'checkDigit'],
    ['91350100M000100Y4', 'length'],
    ['', 'length'],
    ['91350100I000100Y43', 'characters'],
    ['9135A100M000100Y43', 'characters'],
    ['9１350100M000100Y4O', 'characters'],
  ])('%s is wrong by its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ kind: 'wrong', reason });
  });

  test('shows any single character typed wrong', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const code = '91150602MA0N00001R';
    for (let place = 0; place < code.length; place += 1) {
      for (const character of characters) {
        if (character !== code.charAt(place)) {
          expect(checkCreditCode(Array.from(code).with(place, character).join('')).kind).toBe('wrong');
        }
      }
    }
  });
});

test('a year of age is full on the birthday itself', () => {
  const born = localDate('2012-11-20');
  expect(ageOn(born, localDate('2026-11-19'))).toBe(13);
  expect(ageOn(born, localDate('2026-11-20'))).toBe(14);
  expect(ageOn(localDate('2012-02-29'), localDate('2026-02-28'))).toBe(13);
  expect(ageOn(localDate('2012-02-29'), localDate('2026-03-01'))).toBe(14);
});
