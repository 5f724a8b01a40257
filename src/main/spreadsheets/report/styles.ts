import type { CellStyle } from 'hucre/xlsx';

// 宋体 is on every machine that has Word or WPS; where it is not, the spreadsheet program takes its own Song type.
const song = '宋体';
const line = { style: 'thin', color: { rgb: '808080' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: song, size: 10.5 } as const;

type Horizontal = 'left' | 'center' | 'right';

function inTable(horizontal: Horizontal, more: CellStyle = {}): CellStyle {
  return { font, border, ...more, alignment: { horizontal, vertical: 'center', ...more.alignment } };
}

/** A number too long for its column is made smaller, where it would else be shown as ###. */
const shrunk = { shrinkToFit: true } as const;

const shade = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const;

export const styles = {
  /** 二号 is 22 pt. */
  title: {
    font: { name: song, size: 22, bold: true },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  aside: { font, alignment: { horizontal: 'left', vertical: 'center' } },
  asideEnd: { font, alignment: { horizontal: 'right', vertical: 'center' } },
  asideMiddle: { font, alignment: { horizontal: 'center', vertical: 'center' } },
  head: inTable('center', { font: { ...font, bold: true }, fill: shade, alignment: { wrapText: true } }),
  text: inTable('left', { numFmt: '@', alignment: { wrapText: true } }),
  textEnd: inTable('right', { numFmt: '@', alignment: { wrapText: true } }),
  middle: inTable('center', { numFmt: '@', alignment: { wrapText: true } }),
  count: inTable('right', { numFmt: '#,##0', alignment: shrunk }),
  number: inTable('right', { numFmt: 'General' }),
  numberCentre: inTable('center', { numFmt: 'General' }),
  /** The cell holds all six decimals of a sum in fen; two are shown. */
  wan: inTable('right', { numFmt: '#,##0.00', alignment: shrunk }),
  yuan: inTable('right', { numFmt: '#,##0.00', alignment: shrunk }),
  percent: inTable('right', { numFmt: '0.0%', alignment: shrunk }),
  days: inTable('right', { numFmt: '0.0', alignment: shrunk }),
  growth: inTable('right', { numFmt: '+0.0%;−0.0%;0.0%', alignment: shrunk }),
  /** 百分点 stand with their words. */
  points: inTable('right', { numFmt: '@', alignment: shrunk }),
  none: inTable('center'),
  day: inTable('center', { numFmt: 'yyyy-mm-dd' }),
  note: {
    font: { name: song, size: 9.5 },
    alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
  },
  foot: { font, alignment: { horizontal: 'left', vertical: 'bottom' } },
} as const satisfies Readonly<Record<string, CellStyle>>;

function derived(change: (style: CellStyle) => CellStyle): (style: CellStyle) => CellStyle {
  const made = new Map<CellStyle, CellStyle>();
  return (style) => {
    const found = made.get(style) ?? change(style);
    made.set(style, found);
    return found;
  };
}

/** The same style in bold, for 合计. */
export const bold = derived((style) => ({ ...style, font: { ...style.font, bold: true } }));

/** The same style in 小五 (9 pt), for long lists. */
export const small = derived((style) => ({ ...style, font: { ...style.font, size: 9 } }));

/** A4 landscape with the page number at the foot. */
export const page = {
  paperSize: 'a4',
  orientation: 'landscape',
  horizontalCentered: true,
  margins: { top: 0.6, bottom: 0.6, left: 0.45, right: 0.45, header: 0.3, footer: 0.3 },
} as const;

/** As wide as the page and as long as it is. */
export const fitted = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

export const pageNumber = { oddFooter: '&C第 &P 页，共 &N 页' } as const;
