import { type Grid, merge } from './grid.ts';
import type { Together } from './pages.ts';
import type { PaperTable } from './paper.ts';

/** Tables whose lines go by groups, which the first column names on each line. */
const groupedTables: ReadonlySet<PaperTable['name']> = new Set(['peoplesMediation', 'traffic']);

/** Joins the names of the groups, and gives the lines of each. Every line keeps its own under it, for whoever filters. */
export function joinGroups(grid: Grid, { rows, name }: PaperTable, firstRow: number): readonly Together[] {
  if (!groupedTables.has(name)) return [];
  const groups: Together[] = [];
  for (let start = 0; start < rows.length; ) {
    const group = rows[start]?.cells[0]?.text;
    let end = start + 1;
    while (end < rows.length && rows[end]?.cells[0]?.text === group) end += 1;
    if (end - start > 1) merge(grid, { row: firstRow + start, column: 0, rows: end - start, columns: 1 });
    groups.push({ from: firstRow + start, to: firstRow + end - 1 });
    start = end;
  }
  return groups;
}

const fewestWithFoot = 3;

/** The rows that keep together at the end: some lines go with the notes and signatures where a page holds all of them. */
export function tailOf(
  heights: readonly number[],
  { firstRow, foot }: { readonly firstRow: number; readonly foot: number },
  room: number,
): Together {
  const to = heights.length - 1;
  const from = foot - fewestWithFoot;
  const height = heights.slice(Math.max(0, from)).reduce((sum, one) => sum + one, 0);
  // Otherwise signatures stand with the last words that they are under.
  return from > firstRow && height <= room ? { from, to } : { from: to - 2, to };
}
