import { type Cell, cellText, emptyCell } from './cells.ts';
import type { Problem } from './facts.ts';
import { type LedgerField, ledgerFieldFacts } from './fields.ts';
import type { ColumnMapping, SheetMapping } from './head.ts';
import type { LedgerRecord } from './records.ts';

/** A row's cell under a mapped column. */
export type FieldCell = {
  readonly head: string;
  readonly unit: 'yuan' | 'wan';
  readonly cell: Cell;
  readonly text: string;
};

/** A row's cells by what the columns hold. */
export type RowCells = {
  readonly record: LedgerRecord;
  /** The cells of a field, from left to right, with blank ones; empty where no column holds it. */
  readonly of: (field: LedgerField) => readonly FieldCell[];
  /** The first cell of a field; where no column holds it, a blank one under the field's own label. */
  readonly one: (field: LedgerField) => FieldCell;
  /** The field's text on several lines where several columns hold it; empty where it is blank. */
  readonly text: (field: LedgerField) => string;
};

/** Reads a row's cells through its sheet's mapping. */
export function rowCells(record: LedgerRecord, mapping: SheetMapping): RowCells {
  const byField = new Map<LedgerField, FieldCell[]>();
  for (const column of mapping.columns) {
    if (column.field !== 'ignore') {
      const cells = byField.get(column.field);
      if (cells === undefined) {
        byField.set(column.field, [fieldCell(record, column)]);
      } else {
        cells.push(fieldCell(record, column));
      }
    }
  }
  const of = (field: LedgerField): readonly FieldCell[] => byField.get(field) ?? [];
  return {
    record,
    of,
    one: (field) =>
      of(field)[0] ?? { head: ledgerFieldFacts[field].label, unit: 'yuan', cell: emptyCell, text: '' },
    text: (field) =>
      of(field)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
  };
}

function fieldCell(record: LedgerRecord, column: ColumnMapping): FieldCell {
  const cell = record.cells[column.index] ?? emptyCell;
  return { head: column.head, unit: column.unit ?? 'yuan', cell, text: cellText(cell) };
}

/** What is wrong with a cell, for the list that the user gets. */
export function problemAt(cells: RowCells, at: FieldCell, reason: string): Problem {
  return {
    sheet: cells.record.sheet,
    row: cells.record.row,
    column: at.head,
    value: at.text,
    reason,
  };
}

/** Whether a cell says in words or strokes that there is nothing: 无, /, —. */
export function saysNothing(text: string): boolean {
  return /^(?:[/\\|·.*\-\u2010-\u2015\u2212\u2500]+|无|空|未填|暂无|没有|不详|未知|未提供|n\/a|null)?$/i.test(
    text.normalize('NFKC').trim(),
  );
}
