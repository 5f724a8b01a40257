import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseNumberKinds,
  caseNumberParts,
  caseNumberSchema,
  findCaseNumbers,
  parseCaseNumber,
} from '#shared/domain/case-number.ts';
import { formatInternalNumber, parseInternalNumber } from '#shared/domain/internal-number.ts';

describe('a court’s case number', () => {
  test.each([
    '（2026）内0602民初123号',
    '(2026)内0602民初123号',
    '〔2026〕内0602民初123号',
    '[2026]内0602民初123号',
    '【2026】内0602民初123号',
    '（2026） 内 0602 民初 123 号',
    '（２０２６）内０６０２民初１２３号',
    '（2026）内0602民初0123号',
    '（2026）内0602民初第123号',
    '（2026年）内0602民初123号',
    '2026内0602民初123号',
    '(2026）内0602民初123',
    '（2026）内0602民初123号。',
  ])('typed as %s is （2026）内0602民初123号', (text) => {
    expect(parseCaseNumber(text)).toBe('（2026）内0602民初123号');
  });

  test.each([
    ['（2021）川0104民诉前调801号', '川0104', '民诉前调', 801],
    ['（2024）浙02民诉前调595号', '浙02', '民诉前调', 595],
    ['（2024）粤0604诉前调确1716号', '粤0604', '诉前调确', 1716],
    ['（2021）内0622民初43号', '内0622', '民初', 43],
    ['（2024）内0623诉前调3号', '内0623', '诉前调', 3],
    ['（2023）最高法民终12号', '最高法', '民终', 12],
    ['（2023）最高法知民终12号', '最高法', '知民终', 12],
    ['（2023）内民终12号', '内', '民终', 12],
    ['（2023）京73民初12号', '京73', '民初', 12],
  ])('%s is of the court %s', (text, court, kind, sequence) => {
    const number = caseNumberSchema.parse(text);
    expect(parseCaseNumber(text)).toBe(text);
    expect(caseNumberParts(number)).toEqual({ year: Number(text.slice(1, 5)), court, kind, sequence });
  });

  test('may be one of several rulings', () => {
    expect(parseCaseNumber('(2026)内0602民特5号之一')).toBe('（2026）内0602民特5号之一');
    expect(parseCaseNumber('(2026)内0602民特5号之2')).toBe('（2026）内0602民特5号之二');
    const number = caseNumberSchema.parse('（2026）内0602民特5号之十二');
    expect(caseNumberParts(number).suffix).toBe('之十二');
  });

  test.each([
    '',
    '123',
    '（2026）民初123号',
    '（2026）内062民初123号',
    '（26）内0602民初123号',
    '（2026）内0602民初0号',
    '（2026）内0602民初123号、（2026）内0602民初124号',
    '鄂政法调〔2026〕12号',
    '（2026）内0602号',
    '（2026）内0602民初123456789号',
  ])('“%s” is none', (text) => {
    expect(parseCaseNumber(text)).toBeUndefined();
  });

  test('has one official form, which parsing leaves alone', () => {
    const typed = fc
      .tuple(
        fc.integer({ min: 2016, max: 2099 }),
        fc.constantFrom('内0602', '晋11', '内', '最高法', '内0627'),
        fc.constantFrom(...caseNumberKinds.map((kind) => kind.kind)),
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('', '之一', '之3'),
        fc.constantFrom('（）', '()', '〔〕', '[]', '【】'),
        fc.constantFrom('', ' ', '\u3000'),
      )
      .map(([year, court, kind, sequence, suffix, brackets, space]) => ({
        sequence,
        text: [brackets[0], year, brackets[1], court, kind, sequence, '号', suffix].join(space),
      }));
    fc.assert(
      fc.property(typed, ({ text, sequence }) => {
        const number = parseCaseNumber(text);
        expect(number).toBeDefined();
        if (number !== undefined) {
          expect(number).toMatch(/^（\d{4}）/);
          expect(parseCaseNumber(number)).toBe(number);
          expect(caseNumberSchema.parse(number)).toBe(number);
          expect(caseNumberParts(number).sequence).toBe(sequence);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('stands among others in one cell', () => {
    expect(findCaseNumbers('(2026)内0602诉前调5号、（2026）内0602民初123号；(2026)内0602诉前调5号')).toEqual([
      '（2026）内0602诉前调5号',
      '（2026）内0602民初123号',
    ]);
    expect(findCaseNumbers('（2026）内0602诉前调5号（2026）内0602民初123号')).toHaveLength(2);
    expect(findCaseNumbers('无')).toEqual([]);
  });
});

describe('the office’s own number', () => {
  test('stands in hexagonal brackets and is not padded', () => {
    expect(formatInternalNumber({ prefix: '鄂政法调', year: 2026, sequence: 12 })).toBe(
      '鄂政法调〔2026〕12号',
    );
  });

  test.each([
    '鄂政法调〔2026〕12号',
    '鄂政法调〔2026〕0012号',
    '鄂政法调[2026]12号',
    '鄂政法调（2026）12号',
    '鄂政法调(2026)第12号',
    ' 鄂政法调 〔２０２６〕 12 号',
    '鄂政法调〔2026〕12',
  ])('is known when typed as %s', (text) => {
    expect(parseInternalNumber(text)).toEqual({ prefix: '鄂政法调', year: 2026, sequence: 12 });
  });

  test.each(['（2026）内0602民初123号', '鄂政法调〔26〕12号', '鄂政法调〔2026〕0号', ''])(
    '“%s” is none',
    (text) => {
      expect(parseInternalNumber(text)).toBeUndefined();
    },
  );

  test('comes back from what is printed', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[甲乙丙政法调A-Z]{1,10}$/u),
        fc.integer({ min: 2000, max: 2199 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (prefix, year, sequence) => {
          const number = { prefix, year, sequence };
          expect(parseInternalNumber(formatInternalNumber(number))).toEqual(number);
        },
      ),
    );
  });
});

test('an office without a prefix has numbers too', () => {
  for (const text of ['〔2026〕12号', '(2026)012号', '[2026] 12']) {
    expect(parseInternalNumber(text)).toEqual({ prefix: '', year: 2026, sequence: 12 });
  }
});
