import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/main/register/migrate.ts';
import { searchExpression, searchTokens } from '../../src/main/register/search.ts';

const cases = [
  {
    names: ['张三', '鄂尔多斯市测试商贸有限公司'],
    numbers: ['（2026）内0602民初123号', '13812345678', '150602199003070012'],
  },
  { names: ['单雄信', '额尔敦·巴雅尔'], numbers: ['（2026）内0602诉前调1123号', '0477-8123456'] },
  { names: ['长孙无忌', '李四'], numbers: ['15062219800101123X', '〔2026〕12号'] },
  { names: ['John Smith', '东胜区360物业KTV会所'], numbers: ['（2026）内0603民初88号'] },
];

function finds(typed: string): number[] {
  const database = new SqliteDatabase(':memory:');
  migrate(database, () => {});
  const insert = database.prepare('INSERT INTO case_search (rowid, tokens) VALUES (?, ?)');
  for (const [index, one] of cases.entries()) insert.run(index + 1, searchTokens(one));
  const expression = searchExpression(typed);
  if (expression === undefined) return [];
  const rows = database
    .prepare('SELECT rowid AS id FROM case_search WHERE case_search MATCH ?')
    .all(expression);
  database.close();
  return (rows as { id: number }[]).map((row) => row.id);
}

test.each([
  ['two characters', '张三', [1]],
  ['one character', '张', [1]],
  ['the middle of a company', '测试商贸', [1]],
  ['characters that do not stand together', '张测', []],
  ['pinyin initials, of a compound surname too', 'zs', [1, 3]],
  ['initials of a surname read its own way', 'sxx', [2]],
  ['the other reading of the same name', 'dxx', [2]],
  ['full pinyin', 'zhangsan', [1]],
  ['the beginning of full pinyin', 'zhangs', [1, 3]],
  ['upper case', 'ZS', [1, 3]],
  ['a Mongolian name without its dot', '额尔敦巴雅尔', [2]],
  ['part of a Mongolian name', '巴雅尔', [2]],
  ['a Mongolian name with any dot', '额尔敦•巴雅尔', [2]],
  ['the tail of a phone', '5678', [1]],
  ['the tail of an ID', '0012', [1]],
  ['an ID that ends in x', '123x', [3]],
  ['the tail of a case number', '123号', [1, 2]],
  ['a kind and a sequence', '民初123', [1]],
  ['a whole case number as typed', '(2026)内0602民初123号', [1]],
  ['two words', '张三 5678', [1]],
  ['two words of different cases', '张三 1123', []],
  ['an internal number', '〔2026〕12号', [3]],
  ['a name in Latin letters', 'john', [4]],
  ['its other part, in capitals', 'SMITH', [4]],
  ['letters in a trade name', 'ktv', [4]],
  ['digits in a trade name', '360物业', [4]],
  ['full-width digits', '５６７８', [1]],
  ['nothing but marks', '%_*"', []],
  ['an attempt at query language', '张三" OR "李四', []],
])('%s: %s', (_what, typed, expected) => {
  expect(finds(typed)).toEqual(expected);
});
