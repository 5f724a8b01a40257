import type { LocalDate } from '../local-date.ts';

/** One cell as the spreadsheet holds it; `text` is what a person sees in it. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'date'; readonly day: LocalDate };

/** Merged cells: rows are the sheet's own numbers (from 1), columns count from 0, both ends belong to it. */
export type MergedCells = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
};

export type Sheet = {
  readonly name: string;
  /** Row 1 of the sheet first; a row ends with its last filled cell. */
  readonly rows: readonly (readonly Cell[])[];
  readonly firstRow: 1;
  readonly merges: readonly MergedCells[];
  readonly hidden: boolean;
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Whether plain numbers that stand for days count from 1904 (files that began on a Macintosh). */
  readonly date1904: boolean;
};

export const emptyCell: Cell = { kind: 'empty' };

const invisible = /[\u200B-\u200F\u2060]/;

/** What a person sees in a cell, without the space around it; empty text for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'empty') {
    return '';
  }
  if (cell.kind === 'date') {
    return cell.day;
  }
  const text = cell.text.trim();
  return invisible.test(text) ? withoutInvisibleEdges(text) : text;
}

function withoutInvisibleEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isInvisible(text.charAt(start))) {
    start += 1;
  }
  while (end > start && isInvisible(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end);
}

function isInvisible(character: string): boolean {
  return invisible.test(character) || character.trim() === '';
}

/** Whether a cell shows nothing: empty, or only spaces. */
export function isBlank(cell: Cell | undefined): boolean {
  return cellText(cell) === '';
}

/** The letters that a spreadsheet shows above a column, from its number counted from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A sheet to be written. */
export type TableSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the top that stay in sight while scrolling. */
  readonly headRows: number;
  /** Widths in characters, from the first column on; columns without one take 14. */
  readonly widths?: readonly number[];
};
