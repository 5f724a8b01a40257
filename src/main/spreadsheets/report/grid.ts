import type { CellStyle, MergeRange } from 'hucre/xlsx';
import type { HeldValue, StyledRow } from '../row-xml.ts';

/** A sheet while it is being drawn: rows are counted from 0, as the library counts them. */
export type Grid = { readonly rows: StyledRow[]; readonly merges: MergeRange[] };

export function emptyGrid(): Grid {
  return { rows: [], merges: [] };
}

/** Adds a row of values that all look alike. */
export function addRow(grid: Grid, values: readonly HeldValue[], style: CellStyle, height: number): void {
  grid.rows.push({ values, styles: values.map(() => style), height });
}

/** A text from its start cell over so many columns. */
export type Span = { readonly text: string; readonly columns: number; readonly style: CellStyle };

/** Adds a row of texts that each reach over several columns. */
export function addSpans(grid: Grid, spans: readonly Span[], height: number): void {
  const values: HeldValue[] = [];
  const styles: CellStyle[] = [];
  const row = grid.rows.length;
  for (const { text, columns, style } of spans) {
    const start = values.length;
    if (columns > 1) merge(grid, { row, column: start, rows: 1, columns });
    for (let column = 0; column < columns; column += 1) {
      values.push(column === 0 ? text : null);
      styles.push(style);
    }
  }
  grid.rows.push({ values, styles, height });
}

/** Joins cells into one; the first of them keeps its value. */
export function merge(
  grid: Grid,
  place: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  },
): void {
  grid.merges.push({
    startRow: place.row,
    startCol: place.column,
    endRow: place.row + place.rows - 1,
    endCol: place.column + place.columns - 1,
  });
}
