import type { Workbook } from './cells.ts';
import type { LedgerReference, ReadRow } from './facts.ts';
import type { LedgerMapping } from './head.ts';
import { ledgerRecords } from './records.ts';
import { refuseRepeats } from './repeats.ts';
import { readLedgerRow } from './row.ts';

/** Reads all rows of the sheets that a mapping names, in the order of the file, and refuses what stands twice in it. */
export function readLedger(
  workbook: Workbook,
  mapping: LedgerMapping,
  reference: LedgerReference,
): readonly ReadRow[] {
  const rows: ReadRow[] = [];
  for (const [sheet, record] of ledgerRecords(workbook, mapping)) {
    rows.push(readLedgerRow(record, sheet, reference));
  }
  return refuseRepeats(rows);
}
