import type { CaseRow, ReadRow, RefusedRow, ShownCell } from './facts.ts';
import { identityOfLedgerRow } from './identity.ts';

/**
 * Refuses what stands twice in one file and would count twice: the second row with the same court number, or, where
 * both have none, with the same day of receipt, parties, cause and claim. Refused rows do not count as a first one.
 */
export function refuseRepeats(rows: readonly ReadRow[]): readonly ReadRow[] {
  const first = new Map<string, CaseRow>();
  return rows.map((row) => {
    if (row.kind !== 'case') {
      return row;
    }
    const repeated = findRepeated(row, first);
    if (repeated !== undefined) {
      return repeated;
    }
    for (const key of keysOf(row)) {
      first.set(key, row);
    }
    return row;
  });
}

function keysOf(row: CaseRow): readonly string[] {
  const { caseNumbers, withoutNumber } = identityOfLedgerRow(row.facts);
  return caseNumbers.length > 0 ? caseNumbers : [withoutNumber];
}

function findRepeated(row: CaseRow, first: ReadonlyMap<string, CaseRow>): RefusedRow | undefined {
  for (const { number, column, value } of row.shown.numbers) {
    const other = first.get(number);
    if (other !== undefined) {
      return refused(row, { column, value }, `案号与${place(row, other)}重复，同一案件只能登记一次。`);
    }
  }
  const other =
    row.facts.caseNumbers.length > 0 ? undefined : first.get(identityOfLedgerRow(row.facts).withoutNumber);
  return other === undefined
    ? undefined
    : refused(
        row,
        row.shown.receivedOn,
        `收案日期、当事人、案由和标的额与${place(row, other)}完全相同，同一案件只能登记一次。`,
      );
}

function place(row: CaseRow, other: CaseRow): string {
  return other.sheet === row.sheet ? `第 ${other.row} 行` : `工作表“${other.sheet}”第 ${other.row} 行`;
}

function refused(row: CaseRow, shown: ShownCell, reason: string): RefusedRow {
  const { sheet, row: number, rowsBelow } = row;
  return {
    kind: 'refused',
    sheet,
    row: number,
    rowsBelow,
    problems: [{ sheet, row: number, ...shown, reason }],
  };
}
