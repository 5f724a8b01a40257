import { expect, test } from 'vitest';
import { checkFonts, fittingScheme } from '#shared/documents/font-check.ts';

const windows11 = [
  'SimSun',
  '宋体',
  'NSimSun',
  'SimHei',
  '黑体',
  'FangSong',
  '仿宋',
  'KaiTi',
  '楷体',
  'Arial',
];

test('a plain Windows has the fonts of Windows whole, and is told what it takes for those of GB/T 9704', () => {
  const checked = checkFonts(windows11);
  expect(fittingScheme(checked)).toBe('windows');
  const gb = checked.find(({ scheme }) => scheme === 'gb2312');
  expect(gb?.complete).toBe(false);
  expect(gb?.fonts.map(({ name, state, insteadOf }) => [name, state, insteadOf])).toEqual([
    ['仿宋_GB2312', 'replaced', '仿宋'],
    ['方正小标宋简体', 'replaced', '宋体'],
    ['黑体', 'installed', null],
    ['楷体_GB2312', 'replaced', '楷体'],
    ['宋体', 'installed', null],
  ]);
});

test('the fonts of GB/T 9704 are known by their Chinese and by their English names', () => {
  for (const names of [
    [...windows11, '方正小标宋简体', '仿宋_GB2312', '楷体_GB2312'],
    [...windows11, 'FZXiaoBiaoSong-B05S', 'FangSong_GB2312', 'kaiti_gb2312'],
  ]) {
    expect(fittingScheme(checkFonts(names))).toBe('gb2312');
  }
});

test('仿宋 is not taken for 仿宋_GB2312, nor 宋体 for 小标宋', () => {
  const gb = checkFonts(['仿宋', '宋体'])[0];
  expect(gb?.fonts.filter(({ state }) => state === 'installed').map(({ name }) => name)).toEqual(['宋体']);
});

test('a machine without Chinese fonts fits no scheme', () => {
  const checked = checkFonts(['Arial', 'DejaVu Sans']);
  expect(fittingScheme(checked)).toBeNull();
  expect(checked.flatMap(({ fonts }) => fonts).every(({ state }) => state === 'missing')).toBe(true);
});

test('a machine with the free fonts only is told to choose them', () => {
  expect(fittingScheme(checkFonts(['Noto Serif CJK SC', 'Noto Sans CJK SC']))).toBe('free');
});
