import type { FontSchemeName } from '../domain/paper-style.ts';
import type { FontRole } from './layout.ts';

export type Font = { readonly name: string; readonly bold?: true; readonly alternatives: readonly string[] };
export type FontScheme = Readonly<Record<FontRole, Font>>;

/**
 * Fonts are named, never shipped: 方正小标宋 and the *_GB2312 fonts may not be passed on. The alternatives go into the
 * font table, so that Word and WPS take them where a machine lacks the first choice.
 */
export const fontSchemes: Readonly<Record<FontSchemeName, FontScheme>> = {
  // What GB/T 9704-2012 means by 小标宋, 仿宋, 黑体, 楷体 and 宋体.
  gb2312: {
    title: {
      name: '方正小标宋简体',
      alternatives: ['小标宋体', '华文中宋', 'STZhongsong', '宋体', 'Noto Serif CJK SC'],
    },
    body: {
      name: '仿宋_GB2312',
      alternatives: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
    },
    heading: { name: '黑体', alternatives: ['SimHei', '华文黑体'] },
    kai: { name: '楷体_GB2312', alternatives: ['楷体', 'KaiTi', '华文楷体', 'Noto Serif CJK SC'] },
    pageNumber: { name: '宋体', alternatives: ['SimSun'] },
  },
  // What a plain Windows 10 or 11 has.
  windows: {
    title: { name: '宋体', bold: true, alternatives: ['SimSun'] },
    body: { name: '仿宋', alternatives: ['FangSong'] },
    heading: { name: '黑体', alternatives: ['SimHei'] },
    kai: { name: '楷体', alternatives: ['KaiTi'] },
    pageNumber: { name: '宋体', alternatives: ['SimSun'] },
  },
  free: {
    title: { name: 'Noto Serif CJK SC', bold: true, alternatives: ['Source Han Serif SC', '思源宋体'] },
    body: { name: 'Noto Serif CJK SC', alternatives: ['Source Han Serif SC', '思源宋体'] },
    heading: { name: 'Noto Sans CJK SC', alternatives: ['Source Han Sans SC', '思源黑体'] },
    kai: { name: 'Noto Serif CJK SC', alternatives: ['Source Han Serif SC', '思源宋体'] },
    pageNumber: { name: 'Noto Serif CJK SC', alternatives: ['Source Han Serif SC', '思源宋体'] },
  },
};

/**
 * What one and the same font is called besides: in its own file, in English, and in the editions that hand it out. A
 * machine that has any of these has the font.
 */
const otherNames: readonly (readonly string[])[] = [
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', 'FZXBSJW--GB1-0', 'FZXBSJW-GB1-0'],
  ['小标宋体', 'XiaoBiaoSong', '小标宋'],
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['仿宋', 'FangSong'],
  ['楷体', 'KaiTi'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['华文中宋', 'STZhongsong'],
  ['华文仿宋', 'STFangsong'],
  ['华文楷体', 'STKaiti'],
  ['华文黑体', 'STHeiti'],
];

/** Every name of a font, the given one first. */
export function namesOfFont(name: string): readonly string[] {
  const known = otherNames.find((names) => names.includes(name)) ?? [];
  return [name, ...known.filter((other) => other !== name)];
}
