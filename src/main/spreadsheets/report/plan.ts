import { scaleOf } from './pages.ts';
import type { PaperTable } from './paper.ts';

/** How a table lies on paper: its columns on one sheet, or on two side by side, each with the columns that name a row. */
export type Plan = {
  readonly table: PaperTable;
  /** Columns that the printer repeats on the second sheet; 0 where there is none. */
  readonly repeated: number;
  /** Where the second sheet begins; the number of columns where there is none. */
  readonly split: number;
  readonly widths: readonly number[];
  readonly scale: number;
};

/** In characters of column width. */
export function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/**
 * Both sheets of paper are made equally wide: “two pages wide” is all that a spreadsheet program is told, and only then
 * does it turn the page where the second sheet begins, whatever its font.
 */
export function planOf(table: PaperTable): Plan {
  const widths = table.columns.map(({ width }) => width);
  const split = table.columns.findIndex(({ sheet }) => sheet === 2);
  if (split < 0) return { table, repeated: 0, split: widths.length, widths, scale: scaleOf(widths) };
  const repeated = 2;
  const [names, first, second] = [
    widths.slice(0, repeated),
    widths.slice(repeated, split),
    widths.slice(split),
  ];
  const wider = Math.max(sumOf(first), sumOf(second));
  const stretched = (part: readonly number[]) =>
    part.map((width) => Math.round((width * wider * 100) / sumOf(part)) / 100);
  const equal = [...names, ...stretched(first), ...stretched(second)];
  return { table, repeated, split, widths: equal, scale: scaleOf(equal.slice(0, split)) };
}
