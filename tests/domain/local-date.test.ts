import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  chineseNumeralDate,
  daysBetween,
  formatLocalDate,
  localDate,
  localDateFromExcelSerial,
  localDateFromUtcMidnight,
  localDateInShanghai,
  localDateSchema,
  month,
  parseLocalDate,
} from '#shared/domain/local-date.ts';

const firstDay = Date.UTC(1800, 0, 1);
const lastDay = Date.UTC(2199, 11, 31);
const dayLength = 86_400_000;
const anyDay = fc
  .integer({ min: 0, max: (lastDay - firstDay) / dayLength })
  .map((days) => localDate(new Date(firstDay + days * dayLength).toISOString().slice(0, 10)));

describe('what people write as a date', () => {
  test.each([
    '2024.3.5',
    '2024.03.05',
    '2024.3.5.',
    '2024年3月5日',
    '2024年03月05日',
    '2024年3月5号',
    '2024 年 3 月 5 日',
    '2024/3/5',
    '2024-3-5',
    '2024-03-05',
    '20240305',
    '2024-03-05 00:00:00',
    '2024-03-05T00:00:00.000',
    '2024/3/5 9:30',
    '２０２４．３．５',
    '２０２４年３月５日',
    ' 2024.3.5 ',
    '二〇二四年三月五日',
    '二○二四年三月五日',
    '二零二四年三月五日',
    '2024。3。5',
    '2024—3—5',
  ])('%s is 5 March 2024', (text) => {
    expect(parseLocalDate(text)).toBe('2024-03-05');
  });

  test.each([
    ['二〇二六年十一月二十日', '2026-11-20'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['二〇二六年十月十日', '2026-10-10'],
    ['2024年元月5日', '2024-01-05'],
    ['2024.2.29', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(parseLocalDate(text)).toBe(day);
  });

  test.each([
    '2024.13.5',
    '2023.2.29',
    '2024.2.30',
    '2024.0.5',
    '2024.3.0',
    '24.3.5',
    '3/5/2024',
    '2024.3',
    '2024年3月',
    '2024年',
    '2024/3-5',
    '2024-03-05 25:00:00',
    '2024-03-04T16:00:00.000Z',
    '2024年三月初五',
    '1799.12.31',
    '2200.1.1',
    '202435',
    '2024305',
    '昨天',
    '',
    '二〇二四年十三月五日',
    '2024年3月5日至6日',
  ])('“%s” is no day', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });
});

describe('a day', () => {
  test('exists in the calendar between 1800 and 2199', () => {
    for (const text of ['2024-02-29', '1800-01-01', '2199-12-31']) {
      expect(localDateSchema.safeParse(text).success).toBe(true);
    }
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-3-5',
      '1799-12-31',
      '2200-01-01',
      '',
      '2024-03-05 ',
    ]) {
      expect(localDateSchema.safeParse(text).success).toBe(false);
    }
    expect(() => localDate('2024-02-30')).toThrow(RangeError);
    expect(() => month('2024-13')).toThrow(RangeError);
    expect(month('2024-12')).toBe('2024-12');
  });

  test.each([
    ['2026-11-20', '2026年11月20日', '二〇二六年十一月二十日'],
    ['2026-11-05', '2026年11月5日', '二〇二六年十一月五日'],
    ['2026-01-01', '2026年1月1日', '二〇二六年一月一日'],
    ['2026-10-10', '2026年10月10日', '二〇二六年十月十日'],
    ['2026-12-11', '2026年12月11日', '二〇二六年十二月十一日'],
    ['2026-12-21', '2026年12月21日', '二〇二六年十二月二十一日'],
    ['2026-12-30', '2026年12月30日', '二〇二六年十二月三十日'],
    ['2026-12-31', '2026年12月31日', '二〇二六年十二月三十一日'],
  ])('%s is %s in the body of a document and %s in its closing line', (day, body, closing) => {
    expect(formatLocalDate(localDate(day))).toBe(body);
    expect(chineseNumeralDate(localDate(day))).toBe(closing);
  });

  test('is written with the zero U+3007', () => {
    expect(chineseNumeralDate(localDate('2026-11-20'))).toContain('\u3007');
  });

  test('comes back from every way of writing it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseLocalDate(day)).toBe(day);
        expect(parseLocalDate(formatLocalDate(day))).toBe(day);
        expect(parseLocalDate(chineseNumeralDate(day))).toBe(day);
        expect(parseLocalDate(day.replaceAll('-', ''))).toBe(day);
        expect(parseLocalDate(day.replaceAll('-', '.'))).toBe(day);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a spreadsheet’s dates', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45356, '2024-03-05'],
    [45356.75, '2024-03-05'],
    [109574, '2199-12-31'],
  ])('serial %d is %s', (serial, day) => {
    expect(localDateFromExcelSerial(serial)).toBe(day);
  });

  test('in the 1904 system are four years and a day later', () => {
    expect(localDateFromExcelSerial(43894, true)).toBe('2024-03-05');
    expect(localDateFromExcelSerial(0, true)).toBe('1904-01-01');
  });

  test.each([0, -1, 60, 60.5, 109575, Number.NaN, Number.POSITIVE_INFINITY])(
    'serial %d is no day',
    (serial) => {
      expect(localDateFromExcelSerial(serial)).toBeUndefined();
    },
  );

  test('come as UTC midnights', () => {
    expect(localDateFromUtcMidnight(new Date('2024-03-05T00:00:00.000Z'))).toBe('2024-03-05');
  });
});

describe.each(['Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Auckland', 'Africa/Cairo'])(
  'counting days on a machine set to %s',
  (zone) => {
    const before = process.env.TZ;
    afterEach(() => {
      if (before === undefined) {
        delete process.env.TZ;
      } else {
        process.env.TZ = before;
      }
    });

    test('agrees with counting whole days', () => {
      process.env.TZ = zone;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      fc.assert(
        fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
          const expected = new Date(Date.parse(day) + days * dayLength);
          fc.pre(expected.getTime() >= firstDay && expected.getTime() <= lastDay);
          const moved = addDays(day, days);
          expect(moved).toBe(expected.toISOString().slice(0, 10));
          expect(daysBetween(day, moved)).toBe(days);
          expect(daysBetween(moved, day)).toBe(days === 0 ? 0 : -days);
        }),
        { numRuns: 1_000 },
      );
    });

    test('crosses the summer-time days of 1986 to 1991 in China', () => {
      process.env.TZ = zone;
      expect(addDays(localDate('1986-05-03'), 1)).toBe('1986-05-04');
      expect(addDays(localDate('1986-05-04'), 1)).toBe('1986-05-05');
      expect(daysBetween(localDate('1986-05-03'), localDate('1986-05-05'))).toBe(2);
      expect(localDate('1986-05-04')).toBe('1986-05-04');
    });
  },
);

describe('counting months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-20', 12, '2027-11-20'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(localDate(day), months)).toBe(expected);
  });

  test('never leaves the years of the calendar', () => {
    expect(() => addDays(localDate('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(localDate('1800-01-01'), -1)).toThrow(RangeError);
  });
});

test('today is the day in China, not in Greenwich', () => {
  expect(localDateInShanghai(new Date('2026-11-19T15:59:59.999Z'))).toBe('2026-11-19');
  expect(localDateInShanghai(new Date('2026-11-19T16:00:00.000Z'))).toBe('2026-11-20');
});
