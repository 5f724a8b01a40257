import type { CellStyle } from 'hucre/xlsx';
import { dayNumber } from '#shared/domain/day-number.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReportCell, ReportColumn } from '#shared/domain/statistics/tables.ts';
import type { HeldValue } from '../row-xml.ts';
import { styles } from './styles.ts';

/**
 * A sum in 万元 for a cell. The division is rounded to the nearest number that there is, which is the one that the
 * decimal with its six places reads as: nothing is lost.
 */
export function wanOf(amount: Fen): number {
  return amount / 1_000_000;
}

/** Workbooks count days so that 1970-01-01 is this one; before March 1900, where no case lies, they count otherwise. */
const serialOf1970 = 25_569;

const textStyles = { start: styles.text, centre: styles.middle, end: styles.textEnd } as const;

/** What a cell of a workbook holds for a cell of the report: the number itself wherever there is one. */
export function heldBy(cell: ReportCell): HeldValue {
  switch (cell.kind) {
    case 'count':
    case 'number':
      return cell.value;
    case 'wan':
      return wanOf(cell.fen);
    case 'yuan':
      return cell.fen / 100;
    case 'percent':
    case 'days':
      return cell.numerator / cell.denominator;
    case 'growth':
      return (cell.now - cell.base) / cell.base;
    case 'day':
      return dayNumber(cell.day) + serialOf1970;
    case 'blank':
      return null;
    case 'text':
      return cell.text === '' ? null : cell.text;
    case 'points':
    case 'none':
    case 'missing':
      return cell.text;
  }
}

/** How it looks, so that it is shown as `cell.text` says. */
export function styleOf(cell: ReportCell, align: ReportColumn['align']): CellStyle {
  switch (cell.kind) {
    case 'text':
      return textStyles[align];
    case 'missing':
      return styles.textEnd;
    case 'number':
      return align === 'centre' ? styles.numberCentre : styles.number;
    case 'none':
    case 'blank':
      return styles.none;
    default:
      return styles[cell.kind];
  }
}
