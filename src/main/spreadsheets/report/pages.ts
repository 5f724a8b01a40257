/** Rows that should stand on one page, both ends included. */
export type Together = { readonly from: number; readonly to: number };

// A4 landscape without the margins of `page`, in points.
const printable = { width: 777, height: 509 } as const;

/** Points per character of column width: 宋体 11, in which columns are counted, is 8 pixels wide. */
const pointsOfCharacter = 6;

/** In points. */
export function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0) * pointsOfCharacter;
}

/** By what columns have to be made smaller to stand side by side on a page; 1: not at all. */
export function scaleOf(widths: readonly number[]): number {
  return Math.min(1, printable.width / widthOf(widths));
}

/** How many points of rows a page holds at a scale; a little is left over. */
export function pageCapacity(scale: number): number {
  return (printable.height / scale) * 0.97;
}

/**
 * The last rows of all pages but the last, so that a heading is not parted from its lines nor the signatures from what
 * they are under. `repeated` is the height of the head that the printer puts on every further page.
 */
export function pageBreaks(
  heights: readonly number[],
  together: readonly Together[],
  capacity: number,
  repeated: number,
): number[] {
  const breaks: number[] = [];
  const sum = (from: number, to: number) =>
    heights.slice(from, to + 1).reduce((all, height) => all + height, 0);
  let used = 0;
  for (const [row, height] of heights.entries()) {
    const blocks = together.filter(({ from }) => from === row).map(({ from, to }) => sum(from, to));
    if (row > 0 && used + Math.max(height, ...blocks) > capacity) {
      breaks.push(row - 1);
      used = repeated;
    }
    used += height;
  }
  return breaks;
}
