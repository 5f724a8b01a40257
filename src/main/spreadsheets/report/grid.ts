import type { Cell, CellStyle, CellValue, MergeRange } from 'hucre/xlsx';
import { cleanText } from '#shared/domain/names.ts';

/** A sheet while it is being drawn: rows are counted from 0, as the library counts them. */
export type Grid = {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
  readonly merges: MergeRange[];
  /** In points. */
  readonly rowDefs: Map<number, { height: number }>;
};

export function emptyGrid(): Grid {
  return { rows: [], cells: new Map(), merges: [], rowDefs: new Map() };
}

// The library writes these words as error values and an escaped character as the character itself.
const misread =
  /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$|_x[0-9A-Fa-f]{4}_/;

/** What a cell holds. Text stays text whatever it looks like: never a formula, an error value or a number. */
function content(value: CellValue): Partial<Cell> {
  if (typeof value !== 'string') return { value };
  const text = cleanText(value);
  if (!misread.test(text)) return { value: text };
  return { richText: [{ text: text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') }] };
}

/** Adds a row of values, each with its style, and gives its number. */
export function addRow(
  grid: Grid,
  values: readonly CellValue[],
  styleOf: CellStyle | ((column: number) => CellStyle),
  height?: number,
): number {
  const row = grid.rows.length;
  grid.rows.push(values.map(() => null));
  for (const [column, value] of values.entries()) {
    const style = typeof styleOf === 'function' ? styleOf(column) : styleOf;
    grid.cells.set(`${row},${column}`, { ...content(value), style });
  }
  if (height !== undefined) grid.rowDefs.set(row, { height });
  return row;
}

/**
 * Adds a row of values that look as their columns do: in a list of ten thousand rows half of the time would go into
 * cells that each bring their own style.
 */
export function addPlainRow(grid: Grid, values: readonly CellValue[], height: number): void {
  const row = grid.rows.length;
  grid.rows.push(
    values.map((value, column) => {
      const { value: held = null, richText } = content(value);
      if (richText !== undefined) grid.cells.set(`${row},${column}`, { richText });
      return held;
    }),
  );
  grid.rowDefs.set(row, { height });
}

/** A text from its start cell over so many columns. */
export type Span = { readonly text: string; readonly columns: number; readonly style: CellStyle };

/** Adds a row of texts that each reach over several columns. */
export function addSpans(grid: Grid, spans: readonly Span[], height: number): number {
  const values: CellValue[] = [];
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
  return addRow(grid, values, (column) => styles[column] ?? {}, height);
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
