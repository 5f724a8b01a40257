import { type Cell, cellText, type MergedCells, type Sheet } from './cells.ts';
import { isAmount, isBareUnit, personOfHead, type RecognisedHead, recogniseHead } from './columns.ts';
import { type LedgerField, ledgerFieldFacts, type Person } from './fields.ts';

const rowsSearched = 15;
const deepestHead = 3;
const mostMerges = 1_000;

/** A column under a head that was found; without `recognised` nobody knows what it holds. */
export type HeadColumn = {
  readonly index: number;
  /** Its words from the top row of the head down. */
  readonly parts: readonly string[];
  readonly recognised: RecognisedHead | undefined;
};

export type FoundHead = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly columns: readonly HeadColumn[];
  readonly fields: ReadonlySet<LedgerField>;
  readonly score: number;
};

/** The head of a sheet: the one to three rows among the first 15 whose words mean most of a ledger's columns. */
export function findHead(whole: Sheet): FoundHead | undefined {
  const top = whole.merges.filter((merge) => merge.fromRow < rowsSearched + deepestHead);
  const sheet = { ...whole, merges: top.slice(0, mostMerges) };
  let best: FoundHead | undefined;
  // Fewer rows first: a title above the head adds nothing to what the columns mean, and so does not become part of it.
  for (let depth = 1; depth <= deepestHead; depth += 1) {
    const lastRow = Math.min(rowsSearched, sheet.rows.length - depth + 1);
    for (let fromRow = 1; fromRow <= lastRow; fromRow += 1) {
      const head = readHead(sheet, fromRow, fromRow + depth - 1);
      if (head.score > (best?.score ?? 0)) {
        best = head;
      }
    }
  }
  return best;
}

function readHead(sheet: Sheet, fromRow: number, toRow: number): FoundHead {
  const width = Math.max(...sheet.rows.slice(fromRow - 1, toRow).map((row) => row.length), 0);
  const columns: HeadColumn[] = [];
  const fields = new Set<LedgerField>();
  let score = 0;
  let personToTheLeft: Person | undefined;
  for (let index = 0; index < width; index += 1) {
    const parts = headParts(sheet, fromRow, toRow, index);
    const person = personOfHead(parts);
    if (person !== undefined) {
      personToTheLeft = person === 'other' ? undefined : person;
    }
    const recognised = recogniseHead(parts, personToTheLeft);
    columns.push({ index, parts, recognised });
    if (
      recognised === undefined ||
      (fields.has(recognised.field) && !ledgerFieldFacts[recognised.field].repeatable)
    ) {
      continue;
    }
    fields.add(recognised.field);
    score += recognised.certain ? 1 : 0.3;
    // A row of units below the heads belongs to them.
    score += isAmount(recognised.field) && parts.length > 1 && isBareUnit(parts.at(-1) ?? '') ? 0.05 : 0;
  }
  return { fromRow, toRow, columns, fields, score };
}

/** The words over a column: its own cells, a group's cell merged over it, or in files without merges a group begun to the left. */
function headParts(sheet: Sheet, fromRow: number, toRow: number, column: number): readonly string[] {
  const parts: string[] = [];
  for (let row = fromRow; row <= toRow; row += 1) {
    const own = textAt(sheet, row, column);
    const text = own === '' ? groupOver(sheet, row, toRow, column) : own;
    if (text !== '' && text !== parts.at(-1)) {
      parts.push(text);
    }
  }
  return parts;
}

function groupOver(sheet: Sheet, row: number, toRow: number, column: number): string {
  const merge = sheet.merges.find((each) => covers(each, row, column));
  if (merge !== undefined) {
    return merge.fromRow === row ? textAt(sheet, row, merge.fromColumn) : '';
  }
  if (row === toRow || !hasTextBelow(sheet, row, toRow, column)) {
    return '';
  }
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = textAt(sheet, row, left);
    if (text !== '') {
      return hasTextBelow(sheet, row, toRow, left) ? text : '';
    }
  }
  return '';
}

function hasTextBelow(sheet: Sheet, row: number, toRow: number, column: number): boolean {
  for (let below = row + 1; below <= toRow; below += 1) {
    if (textAt(sheet, below, column) !== '') {
      return true;
    }
  }
  return false;
}

function covers(merge: MergedCells, row: number, column: number): boolean {
  return row >= merge.fromRow && row <= merge.toRow && column >= merge.fromColumn && column <= merge.toColumn;
}

/** The text of a cell by the sheet's own row number (from 1) and the column's place (from 0). */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const cell: Cell | undefined = sheet.rows[row - 1]?.[column];
  return cellText(cell);
}
