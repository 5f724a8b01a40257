import { type LocalDate, localDate, localDateFromExcelSerial, parseLocalDate } from '../local-date.ts';
import { amountFromNumber, type Fen, fenSchema, parseAmount } from '../money.ts';
import type { Cell } from './cells.ts';
import { type FieldCell, saysNothing } from './row-cells.ts';

/** No office of this kind is older; earlier days are typing errors or bare times of day. */
const firstDay = localDate('1990-01-01');

export type ReadDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Reads a day from a date cell, a serial number or text. Days before 1990 and after `today` cannot be: a ledger
 * tells what has happened.
 */
export function readDay(at: FieldCell, date1904: boolean, today: LocalDate): ReadDay {
  if (saysNothing(at.text)) {
    return { kind: 'none' };
  }
  const day = dayOf(at.cell, date1904);
  if (day === undefined) {
    return { kind: 'invalid', reason: '不是有效的日期，应写成 2024-3-5、2024.3.5 或 2024年3月5日。' };
  }
  if (day < firstDay) {
    return { kind: 'invalid', reason: '日期太早，请核对年份。' };
  }
  return day > today ? { kind: 'invalid', reason: '日期在今天之后，请核对年份。' } : { kind: 'day', day };
}

function dayOf(cell: Cell, date1904: boolean): LocalDate | undefined {
  switch (cell.kind) {
    case 'empty':
      return undefined;
    case 'date':
      return cell.day;
    case 'number':
      return parseLocalDate(cell.text) ?? dayOfSerial(cell.value, date1904);
    case 'text':
      return parseLocalDate(cell.text) ?? dayOfSerial(Number(cell.text.normalize('NFKC').trim()), date1904);
  }
}

// Serial numbers of 1990 to 2199 only: a bare 2024 is a year, not the 16th of July 1905.
function dayOfSerial(serial: number, date1904: boolean): LocalDate | undefined {
  return serial >= 30_000 && serial < 110_000 ? localDateFromExcelSerial(serial, date1904) : undefined;
}

export type ReadAmount =
  | { readonly kind: 'none' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly fen: Fen; readonly rounded: boolean }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Reads a sum in the column's unit. A formula's parts of a fen are rounded, because the sheet shows them rounded too. */
export function readAmount({ cell, text, unit }: FieldCell): ReadAmount {
  if (text === '') {
    return { kind: 'blank' };
  }
  if (cell.kind === 'number') {
    const exact = amountFromNumber(cell.value, unit);
    if (exact.kind === 'amount') {
      return { ...exact, rounded: false };
    }
    const rounded = fenSchema.safeParse(Math.round(cell.value * (unit === 'wan' ? 1_000_000 : 100)));
    return rounded.success && cell.value >= 0
      ? { kind: 'amount', fen: rounded.data, rounded: true }
      : { kind: 'invalid', reason: cell.value < 0 ? '金额不能是负数。' : '金额太大，请核对。' };
  }
  const parsed = cell.kind === 'text' ? parseAmount(text, unit) : { kind: 'invalid' as const };
  switch (parsed.kind) {
    case 'amount':
      return { ...parsed, rounded: false };
    case 'none':
      return { kind: 'none' };
    case 'invalid':
      return saysNothing(text)
        ? { kind: 'none' }
        : {
            kind: 'invalid',
            reason: `不是确定的金额，应写成数字（单位：${unit === 'wan' ? '万元' : '元'}）；没有金额请留空。`,
          };
  }
}

/** A text without space around it; undefined where the cell is blank or says 无. */
export function readText(text: string): string | undefined {
  return saysNothing(text) ? undefined : text;
}
