import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, cleanText, foldForSearch, unseenMarksIn } from '#shared/domain/names.ts';

const anything = fc.string({ unit: 'binary', maxLength: 40 });
/** With halves of characters, which binary units leave out. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));
/** The characters that XML 1.0 permits. */
const xmlText = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('text for any file', () => {
  test.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\u0000b\u0007c\u001Fd\u007Fe\u0085f', 'abcdef'],
    ['张\uD842三', '张\uFFFD三'],
    ['𠮷', '𠮷'],
    ['a\uFFFEb\uFFFFc\uFDD0d\u{1FFFE}e', 'abcde'],
    ['e\u0301', 'é'],
    ['a\tb', 'a\tb'],
  ])('%j becomes %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  test('is always well-formed XML text, and clean text stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anything, brokenText), (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).toMatch(xmlText);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a name', () => {
  test.each([
    [' 张三 ', '张三'],
    ['张　三', '张三'],
    ['张 三', '张三'],
    ['张\u00A0三', '张三'],
    ['张三\u200B', '张三'],
    ['\u202E张三', '张三'],
    ['张\n三', '张三'],
    ['额尔敦•巴雅尔', '额尔敦\u00B7巴雅尔'],
    ['额尔敦・巴雅尔', '额尔敦\u00B7巴雅尔'],
    ['额尔敦‧巴雅尔', '额尔敦\u00B7巴雅尔'],
    ['额尔敦 · 巴雅尔', '额尔敦\u00B7巴雅尔'],
    ['John  Smith', 'John Smith'],
    [' 某某有限公司 ', '某某有限公司'],
    ['𠮷 田', '𠮷田'],
  ])('%j is %j', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });

  test('is on one line, without invisible characters, and stays as it is once cleaned', () => {
    fc.assert(
      fc.property(fc.oneof(anything, brokenText), (text) => {
        const name = cleanName(text);
        expect(name).toMatch(xmlText);
        expect(name).not.toMatch(/[\n\r\t\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|^\s|\s$| {2}/u);
        expect(cleanName(name)).toBe(name);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('folding for search', () => {
  test.each([
    ['（2024）内0602', '(2024)内0602'],
    ['〔2024〕', '[2024]'],
    ['二零二六', '二〇二六'],
    ['二○二六', '二〇二六'],
    ['额尔敦·巴雅尔', '额尔敦・巴雅尔'],
    ['ＡＢＣ１２３', 'abc123'],
    ['张三\u200B', '张三'],
    ['甲　乙', '甲 乙'],
  ])('%s and %s meet', (one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other));
  });

  test('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.oneof(anything, brokenText), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what a name loses unseen', () => {
  test.each([
    ['张\u200B三', '“张”后有看不见的零宽空格（U+200B）'],
    ['\uFEFF那日苏·巴特尔', '开头有看不见的零宽不断行空格（U+FEFF）'],
    ['李\u202E四\u202C', '“李”后有看不见的文字方向符（U+202E）等 2 处'],
    ['王\u0007五', '“王”后有看不见的控制符（U+0007）'],
    ['赵\u{1FFFE}六', '“赵”后有看不见的不是文字的编码（U+1FFFE）'],
    ['那日苏・巴特尔', undefined],
    ['张　三', undefined],
    ['Ivan Primerov', undefined],
    ['', undefined],
  ])('of %j it is said: %j', (name, sentence) => {
    expect(unseenMarksIn(name)).toBe(sentence);
  });

  test('is always said: whatever else cleaning changes is spaces, dots and forms', () => {
    const seen = (name: string) =>
      name
        .toWellFormed()
        .normalize('NFC')
        .replace(/[\s\u2022\u2027\u2219\u22C5\u30FB\uFF65\u00B7]/gu, '');
    fc.assert(
      fc.property(fc.oneof(anything, brokenText), (name) => {
        if (unseenMarksIn(name) === undefined) expect(seen(cleanName(name))).toBe(seen(name));
      }),
      { numRuns: 5_000 },
    );
  });
});
