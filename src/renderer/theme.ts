import type { ThemeConfig } from 'antd';

/** Every colour of the program: one blue, one red that is kept for 超期, and ochre for what needs a second look. */
export const colours = {
  ink: '#1c2733',
  inkSoft: '#465364',
  inkFaint: '#5f6c7c',
  paper: '#f3f5f8',
  surface: '#ffffff',
  surfaceSoft: '#f8fafc',
  line: '#dde3ea',
  lineStrong: '#b8c2cf',
  blue: '#1b569f',
  blueDark: '#154581',
  blueSoft: '#e8f0f9',
  blueLine: '#b4cbe7',
  overdue: '#b42318',
  overdueSoft: '#fcefed',
  attention: '#85500a',
  attentionSoft: '#fbf3e3',
  attentionLine: '#e6cf9f',
} as const;

export const fontFamily =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", sans-serif';

/** 标准 or 大字: the base size of every page, in pixels. */
export const typeSizes = { normal: 15, large: 18 } as const;
export type TypeSize = keyof typeof typeSizes;

/** The program's look for antd; base size in pixels. */
export function antdTheme(size: TypeSize): ThemeConfig {
  const base = typeSizes[size];
  return {
    token: {
      fontFamily,
      fontSize: base,
      fontSizeSM: base - 2,
      controlHeight: size === 'large' ? 42 : 36,
      controlHeightSM: size === 'large' ? 34 : 28,
      borderRadius: 6,
      colorPrimary: colours.blue,
      colorInfo: colours.blue,
      colorSuccess: colours.blue,
      colorLink: colours.blue,
      colorWarning: colours.attention,
      colorError: colours.attention,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSoft,
      colorTextTertiary: colours.inkFaint,
      colorTextDescription: colours.inkFaint,
      colorTextPlaceholder: colours.inkFaint,
      colorBgLayout: colours.paper,
      colorBgMask: 'rgba(28, 39, 51, 0.32)',
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      motion: false,
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: colours.surfaceSoft,
        headerColor: colours.inkSoft,
        cellPaddingBlock: 9,
        cellPaddingInline: 10,
        rowHoverBg: colours.blueSoft,
      },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: colours.inkSoft },
      Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { itemSelectedBg: colours.surface, trackBg: '#e6ebf1' },
      Tabs: { horizontalItemPadding: '10px 4px' },
    },
  };
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Gives the colours and the base size to the style sheets (`var(--blue)`, `1rem`). */
export function applyTheme(size: TypeSize): void {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(colours)) {
    root.style.setProperty(`--${kebab(name)}`, colour);
  }
  root.style.setProperty('--font', fontFamily);
  root.style.fontSize = `${typeSizes[size]}px`;
  root.dataset.type = size;
}

const key = 'type-size';

/** The size chosen on this machine. */
export function storedTypeSize(): TypeSize {
  return localStorage.getItem(key) === 'large' ? 'large' : 'normal';
}

export function storeTypeSize(size: TypeSize): void {
  localStorage.setItem(key, size);
}
