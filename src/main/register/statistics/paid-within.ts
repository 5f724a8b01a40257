import { never } from '#shared/domain/day-number.ts';
import type { CaseColumns } from './columns.ts';
import { zoneBits } from './zones.ts';

/** By row, where its sum lies in `fen` of the reading in hand; all 0 between two readings, so that none has to clear it. */
let slots = new Int32Array(1024);

/** What was paid in a period, case by case. */
export type PaidWithin = {
  /** Whether anybody paid in a zone of rows. */
  readonly zones: Uint8Array;
  /** Fen paid for the case of a row. */
  readonly of: (row: number) => number;
  /** Has to be called when it has been read. */
  readonly done: () => void;
};

/** Adds up the payments of a period by case, days as numbers. */
export function paidWithin({ count, payments }: CaseColumns, from: number, to: number): PaidWithin {
  if (slots.length < count) slots = new Int32Array(Math.ceil(count * 1.25));
  const zones = new Uint8Array((count >> zoneBits) + 1);
  const fen = [0];
  const rows: number[] = [];
  const slotOfRow = slots;
  for (let place = 0; place < payments.count; place += 1) {
    const on = payments.day[place] as number;
    if (on < from || on > to) continue;
    const row = payments.row[place] as number;
    let slot = slotOfRow[row] as number;
    if (slot === 0) {
      slot = fen.push(0) - 1;
      slotOfRow[row] = slot;
      rows.push(row);
      zones[row >> zoneBits] = 1;
    }
    fen[slot] = (fen[slot] as number) + (payments.fen[place] as number);
  }
  return {
    zones,
    of: (row) => fen[slotOfRow[row] as number] as number,
    done: () => {
      for (const row of rows) slotOfRow[row] = 0;
    },
  };
}

/** By row, 1 where something was paid and when is not known. */
export function paidOnUnknownDays({ count, payments }: CaseColumns): Uint8Array {
  const rows = new Uint8Array(count);
  for (let place = 0; place < payments.count; place += 1) {
    if (payments.day[place] === never && (payments.fen[place] as number) > 0) {
      rows[payments.row[place] as number] = 1;
    }
  }
  return rows;
}
