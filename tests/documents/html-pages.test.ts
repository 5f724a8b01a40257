import { expect, test } from 'vitest';
import { placeDocuments, printCss, sheetNumber } from '#shared/documents/html-pages.ts';

const centred = (pages: number) => ({ pageNumbers: 'centred' as const, pages });
const outside = (pages: number) => ({ pageNumbers: 'outside' as const, pages });

const emptyPages = (...given: Parameters<typeof placeDocuments>) =>
  placeDocuments(...given).map(({ afterEmptyPage }) => afterEmptyPage);

test('printed on one side, a copy follows the other without an empty page', () => {
  expect(emptyPages([centred(3), centred(3), centred(1)])).toEqual([false, false, false]);
});

test('printed on both sides, no copy begins on the back of another', () => {
  expect(emptyPages([centred(3), centred(3), centred(2), centred(1), centred(1)], true)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('a document with its numbers on the outer side begins on the front of a sheet, however the office prints', () => {
  expect(emptyPages([centred(3), outside(2), outside(1), outside(2)])).toEqual([false, true, false, true]);
});

test('each copy counts its own pages from one and says how many it has', () => {
  const css = printCss([centred(3), centred(7)]);
  expect(css).toContain('.document-print-1 { page: document-print-1; }');
  expect(css).toContain('counter-increment: document-print-2;');
  expect(css).toContain('"第" counter(document-print-1) "页 共3页"');
  expect(css).toContain('"第" counter(document-print-2) "页 共7页"');
});

test('a document without page numbers gets none', () => {
  expect(printCss([{ pageNumbers: 'none', pages: 2 }])).not.toContain('第');
  expect(sheetNumber('none', 1, 2)).toBeNull();
});

test('numbers on the outer side stand right on odd pages and left on even ones', () => {
  expect(sheetNumber('outside', 1, 2)).toEqual({ words: '第1页 共2页', align: 'right' });
  expect(sheetNumber('outside', 2, 2)).toEqual({ words: '第2页 共2页', align: 'left' });
  const css = printCss([outside(2)]);
  expect(css).toMatch(/document-print-1:right \{ @bottom-right/);
  expect(css).toMatch(/document-print-1:left \{ @bottom-left/);
});
