import type { CellStyle, CellValue } from 'hucre/xlsx';
import type { Fen } from '#shared/domain/money.ts';
import type { ReportCell, ReportColumn } from '#shared/domain/statistics/tables.ts';
import { styles } from './styles.ts';

/**
 * A sum in 万元 for a cell. The division is rounded to the nearest number that there is, which is the one that the
 * decimal with its six places reads as: nothing is lost.
 */
export function wanOf(amount: Fen): number {
  return amount / 1_000_000;
}

const textStyles = { start: styles.text, centre: styles.middle, end: styles.textEnd } as const;

/** What a cell of a workbook holds for a cell of the report: the number itself wherever there is one. */
export function heldBy(cell: ReportCell): CellValue {
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
      return new Date(`${cell.day}T00:00:00Z`);
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
