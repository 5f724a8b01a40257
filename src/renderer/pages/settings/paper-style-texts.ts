import type { FontRole } from '#shared/documents/layout.ts';
import type { FontSchemeName } from '#shared/domain/paper-style.ts';

export const schemeTexts: Readonly<
  Record<FontSchemeName, { readonly label: string; readonly meaning: string }>
> = {
  gb2312: {
    label: '公文标准字体',
    meaning: '标题方正小标宋，正文仿宋_GB2312（GB/T 9704-2012）。党政机关的电脑上通常装有。',
  },
  windows: {
    label: 'Windows 自带字体',
    meaning: '标题宋体加粗，正文仿宋。Windows 10、11 都有，字形与公文标准字体很相近。',
  },
  free: {
    label: '开源字体',
    meaning: '思源（Noto CJK）宋体和黑体，可以自由使用。麒麟、统信等国产系统缺少前两套时用。',
  },
};

export const roleLabels: Readonly<Record<FontRole, string>> = {
  title: '标题',
  body: '正文',
  heading: '小标题、表头',
  kai: '附注',
  pageNumber: '页码',
};

/** What stands for each state; never by colour alone. */
export const fontStates = {
  installed: () => '✓ 已安装',
  replaced: (insteadOf: string | null) => `▲ 没有，会用“${insteadOf ?? ''}”代替`,
  missing: () => '▲ 没有，也没有可以代替的，版面会走样',
} as const satisfies Readonly<Record<string, (insteadOf: string | null) => string>>;

const advice: readonly { readonly fonts: readonly string[]; readonly words: string }[] = [
  {
    fonts: ['方正小标宋简体'],
    words: '向单位的信息部门要有授权的字库，双击安装；没有以前，可以改选 Windows 自带字体',
  },
  {
    fonts: ['仿宋_GB2312', '楷体_GB2312'],
    words: '向单位的信息部门要，双击安装；Windows 上改选“Windows 自带字体”也可以',
  },
  {
    fonts: ['仿宋', '楷体', '黑体', '宋体'],
    words:
      'Windows：在“设置→应用→可选功能”里添加简体中文补充字体；国产系统：请安装 WPS 附带的中文字体，或者改选开源字体',
  },
  {
    fonts: ['Noto Serif CJK SC', 'Noto Sans CJK SC'],
    words: '国产系统：从软件商店或者安装源装 fonts-noto-cjk；别的系统一般用不着这一套',
  },
];

/** What to do about a font that a machine lacks. */
export function adviceOn(font: string): string {
  return advice.find(({ fonts }) => fonts.includes(font))?.words ?? '请单位的信息部门安装';
}
