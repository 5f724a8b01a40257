import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './support/processes.ts';

const textOf = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

type Row = { readonly article: string; readonly code: string; readonly test: string };

/** The lines of the README's table of rules: article, what it says, where it is applied, its test. */
const rows: readonly Row[] = (() => {
  const part = textOf('README.md').split('\n## Rules\n')[1]?.split('\n## ')[0] ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => {
      const [, article = '', , code = '', test = ''] = line.split('|').map((cell) => cell.trim());
      return { article, code: `src/${code.replaceAll('`', '')}`, test: `tests/${test.replaceAll('`', '')}` };
    });
})();

/** The law and the number of the article, such as 法释〔2016〕14号 and 第27条; a standard has no article. */
function partsOf(article: string): readonly string[] {
  const [law = '', number] = article.split(/ (?=第)/);
  return number === undefined ? [law] : [law, number];
}

test('the table of rules has a line for every article, and each stands there once for a file', () => {
  expect(rows.length).toBeGreaterThan(60);
  const keys = rows.map(({ article, code }) => `${article} ${code}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each(rows)('$article is cited in $code', ({ article, code }) => {
  expect(
    existsSync(join(projectFolder, code)),
    `${code} is in the README's rules and not in the project`,
  ).toBe(true);
  const text = textOf(code);
  for (const part of partsOf(article)) expect(text).toContain(part);
});

const importPattern = /from '(#shared\/|\.{1,2}\/)([^']+)'/gu;

function importsOf(path: string): readonly string[] {
  return [...textOf(path).matchAll(importPattern)].map(([, start = '', rest = '']) =>
    start === '#shared/' ? join('src/shared', rest) : join(dirname(path), start, rest),
  );
}

/** Whether a test imports a module, or the noun whose folder it lies in. */
function tests(file: string, code: string): boolean {
  return importsOf(file).some((path) => path === code || code.startsWith(path.replace(/\.ts$/, '/')));
}

test.each(rows)('$article is tested in $test', ({ article, code, test: file }) => {
  expect(
    existsSync(join(projectFolder, file)),
    `${file} is in the README's rules and not in the project`,
  ).toBe(true);
  const number = partsOf(article).at(-1) ?? article;
  const named = textOf(file).includes(number);
  expect(named || tests(file, code), `${file} neither names ${number} nor tests ${code}`).toBe(true);
});

/** A law as the README names it, and how else the code calls it. */
const laws: Readonly<Record<string, readonly string[]>> = {
  '法释〔2016〕14号': [],
  '法释〔2021〕23号': [],
  民事诉讼法: [],
  民诉解释: [],
  人民调解法: [],
  民法典: [],
  民事调解规定: ['《民事调解工作若干问题的规定》(2020修正)'],
  民间借贷规定: ['法释〔2020〕17号'],
  '法释〔2016〕19号': [],
  全国年节及纪念日放假办法: [],
  '《关于严格依法规范民事案件立案与调解工作的意见》': ['2025 意见'],
  诉讼费用交纳办法: [],
};

/** An article, with its paragraph and item, and those that follow it after a comma. */
const articles = '第[\\d一二三四五六七八九十]+条(?:第[\\d一二三四五六七八九十]+[款项])*';

function citedIn(path: string): readonly string[] {
  const text = textOf(path);
  return Object.entries(laws).flatMap(([law, others]) =>
    [law, ...others].flatMap((name) => {
      const escaped = name.replace(/[()]/g, '\\$&');
      const pattern = new RegExp(`${escaped}(?:\\([^)]*\\))? ?(${articles}(?:、${articles})*)`, 'gu');
      return [...text.matchAll(pattern)].flatMap(([, list = '']) =>
        [...list.matchAll(/第[^第条]+条/gu)].map(([number]) => `${law} ${number}`),
      );
    }),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length).replace(/^\//, ''));
}

test('every article that the rules and documents cite has a line in the table', () => {
  const listed = new Set(rows.map(({ article }) => article));
  const missing = [...sources('src/shared/domain'), ...sources('src/shared/documents')].flatMap((path) =>
    citedIn(path)
      .filter((article) => !listed.has(article))
      .map((article) => `${article}: cited in ${path}, add a line to the table “Rules” of README.md`),
  );
  expect([...new Set(missing)]).toEqual([]);
});
