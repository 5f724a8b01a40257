import {
  type Cell,
  cellText,
  emptyCell,
  isBlank,
  type MergedCells,
  type Sheet,
  type Workbook,
} from './cells.ts';
import type { LedgerField } from './fields.ts';
import type { LedgerMapping, SheetMapping } from './head.ts';

/** One case's cells, with the sheet's own number of its first row. */
export type LedgerRecord = {
  readonly sheet: string;
  readonly row: number;
  /** How many rows of further persons below it belong to it. */
  readonly rowsBelow: number;
  readonly cells: readonly Cell[];
  readonly date1904: boolean;
};

/** Columns in which a case may go on below its row, one person to a row. */
const personColumns: ReadonlySet<LedgerField | 'ignore'> = new Set([
  'applicants',
  'applicantIds',
  'applicantPhones',
  'applicantAddresses',
  'respondents',
  'respondentIds',
  'respondentPhones',
  'respondentAddresses',
  'thirdParties',
  'thirdPartyIds',
  'thirdPartyPhones',
  'thirdPartyAddresses',
  'remarks',
]);

/** Columns whose merged cell holds for every case beside it; a sum or a number merged over cases holds for one only. */
const sharedColumns: ReadonlySet<LedgerField | 'ignore'> = new Set([
  'receivedOn',
  'filedOn',
  'source',
  'channel',
  'court',
  'tribunal',
  'cause',
  'mediators',
  'sector',
  'closedOn',
  'result',
  'judge',
  'clerk',
]);

/**
 * The records of the sheets that a mapping reads. Cells merged downwards count for every row that they cover; rows
 * that hold nothing but further persons beside merged cells belong to the case above.
 */
export function* ledgerRecords(
  workbook: Workbook,
  mapping: LedgerMapping,
): Generator<readonly [SheetMapping, LedgerRecord]> {
  for (const sheetMapping of mapping.sheets) {
    const sheet = workbook.sheets.find((each) => each.name === sheetMapping.name);
    if (sheet === undefined) {
      continue;
    }
    for (const record of joinRows(sheet, sheetMapping)) {
      yield [sheetMapping, { sheet: sheet.name, ...record, date1904: workbook.date1904 }];
    }
  }
}

function* joinRows(
  sheet: Sheet,
  mapping: SheetMapping,
): Generator<Pick<LedgerRecord, 'row' | 'rowsBelow' | 'cells'>> {
  const merges = downwardMerges(sheet, mapping);
  let row = mapping.firstDataRow;
  while (row <= sheet.rows.length) {
    const cells = withSharedCells(sheet, mapping, merges, row);
    let next = row + 1;
    while (next <= sheet.rows.length && goesOn(sheet, mapping, merges, next)) {
      appendPersons(cells, mapping, sheet.rows[next - 1] ?? []);
      next += 1;
    }
    yield { row, rowsBelow: next - row - 1, cells };
    row = next;
  }
}

type MergesByRow = ReadonlyMap<number, readonly MergedCells[]>;

/**
 * Merges over several data rows, by every row below their first. Merges that overlap only stand in files made to harm:
 * beyond as many places as the sheet has, they are left out.
 */
function downwardMerges(sheet: Sheet, mapping: SheetMapping): MergesByRow {
  const byRow = new Map<number, MergedCells[]>();
  let places = sheet.rows.length * mapping.columns.length;
  for (const merge of sheet.merges) {
    const lastRow = Math.min(merge.toRow, sheet.rows.length);
    places -= Math.max(0, lastRow - merge.fromRow);
    if (merge.fromRow < mapping.firstDataRow || places < 0) {
      continue;
    }
    for (let row = merge.fromRow + 1; row <= lastRow; row += 1) {
      const merges = byRow.get(row);
      if (merges === undefined) {
        byRow.set(row, [merge]);
      } else {
        merges.push(merge);
      }
    }
  }
  return byRow;
}

function mergeOver(merges: MergesByRow, row: number, column: number): MergedCells | undefined {
  return merges.get(row)?.find((merge) => column >= merge.fromColumn && column <= merge.toColumn);
}

function withSharedCells(sheet: Sheet, mapping: SheetMapping, merges: MergesByRow, row: number): Cell[] {
  const cells = [...(sheet.rows[row - 1] ?? [])];
  if (!merges.has(row) || cells.every(isBlank)) {
    return cells;
  }
  for (const { index, field } of mapping.columns) {
    const merge = mergeOver(merges, row, index);
    if (merge !== undefined && sharedColumns.has(field) && isBlank(cells[index])) {
      setCell(cells, index, sheet.rows[merge.fromRow - 1]?.[merge.fromColumn] ?? emptyCell);
    }
  }
  return cells;
}

function goesOn(sheet: Sheet, mapping: SheetMapping, merges: MergesByRow, row: number): boolean {
  const cells = sheet.rows[row - 1] ?? [];
  const underMerge = mapping.columns.some(
    ({ index, field }) =>
      field !== 'ignore' && !personColumns.has(field) && mergeOver(merges, row, index) !== undefined,
  );
  const filled = mapping.columns.filter(({ index, field }) => field !== 'ignore' && !isBlank(cells[index]));
  return underMerge && filled.length > 0 && filled.every(({ field }) => personColumns.has(field));
}

function appendPersons(cells: Cell[], mapping: SheetMapping, below: readonly Cell[]): void {
  for (const { index, field } of mapping.columns) {
    if (personColumns.has(field) && !isBlank(below[index])) {
      const text = [cellText(cells[index]), cellText(below[index])].filter((part) => part !== '').join('\n');
      setCell(cells, index, { kind: 'text', text });
    }
  }
}

function setCell(cells: Cell[], index: number, cell: Cell): void {
  while (cells.length < index) {
    cells.push(emptyCell);
  }
  cells[index] = cell;
}
