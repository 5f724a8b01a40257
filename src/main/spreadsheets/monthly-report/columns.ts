import type { CellStyle, CellValue } from 'hucre/xlsx';
import type { Figures } from '#shared/contract/statistics.ts';
import type { Fen } from '#shared/domain/money.ts';
import {
  amounts,
  figures,
  type MoneyName,
  type RateName,
  rates,
  ratioOf,
} from '#shared/domain/statistics.ts';
import { styles } from './styles.ts';

type Shown = { readonly value: CellValue; readonly style: CellStyle };

export type Column = {
  /** The head that several columns share. */
  readonly group: string | null;
  readonly head: string;
  /** In characters. */
  readonly width: number;
  show(row: Figures): Shown;
};

/** Shown where there is nothing to tell. */
export const nothing: Shown = { value: '—', style: styles.none };

/**
 * A sum in 万元 for a cell. The division is rounded to the nearest number that there is, which is the one that the
 * decimal with its six places reads as: nothing is lost.
 */
export function wanOf(amount: Fen): number {
  return amount / 1_000_000;
}

function count(head: string, of: (row: Figures) => number, group: string | null = null): Column {
  return { group, head, width: 6.5, show: (row) => ({ value: of(row), style: styles.count }) };
}

function rate(name: RateName, width: number): Column {
  const denominator = figures[rates[name].denominator].label;
  return {
    group: '成功率',
    head: `÷${denominator}`,
    width,
    show: (row) => {
      const { numerator, denominator: whole } = ratioOf(row, name);
      return whole === 0 ? nothing : { value: numerator / whole, style: styles.rate };
    },
  };
}

function amount(name: MoneyName): Column {
  return {
    group: `金额（${amounts[name].unit}）`,
    head: amounts[name].label,
    width: 11,
    show: (row) => ({ value: wanOf(row[name]), style: styles.wan }),
  };
}

const received = '收案';
const succeeded = figures.succeeded.label;

/** The columns of figures, the same in every table of the report, so that one head serves them all. */
export const columns: readonly Column[] = [
  count(figures.opening.label, (row) => row.opening, received),
  count(figures.received.label, (row) => row.received, received),
  count(figures.accepted.label, (row) => row.opening + row.received, received),
  count(figures.closed.label, (row) => row.closed),
  count(figures.returned.label, (row) => row.returned),
  count(figures.closing.label, (row) => row.closing),
  count('小计', (row) => row.succeeded, succeeded),
  count(figures.partly.label, (row) => row.partly, succeeded),
  count(figures.settledThemselves.label, (row) => row.settledThemselves, succeeded),
  count(figures.mediated.label, (row) => row.mediated),
  rate('ofClosed', 7.5),
  rate('ofAccepted', 7.5),
  rate('ofMediated', 8.5),
  amount('claimFenOfClosed'),
  amount('agreedFen'),
  amount('paidFen'),
  count(figures.confirmed.label, (row) => row.confirmed),
];
