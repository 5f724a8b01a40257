import { cell, emphasis, type Parts, runs, type TableCell } from './model.ts';

/** The cells of papers that are forms: what a field is called, and what stands in it. */

export function labelCell(words: string): TableCell {
  return cell(emphasis(words));
}

/** A cell of several lines. */
export function linesCell(...lines: readonly Parts[]): TableCell {
  return { lines: lines.map((line) => runs(...line)), columnSpan: 1 };
}

/** A cell over so many columns, with its lines at their beginning. */
export function wideCell(columnSpan: number, ...lines: readonly Parts[]): TableCell {
  return { ...linesCell(...lines), columnSpan, align: 'start' };
}
