import { CaretDownOutlined } from '@ant-design/icons';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Counted } from '#shared/contract/cases.ts';
import type { Figures, Report, SliceRow } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  amounts,
  type FigureName,
  figures,
  type MoneyName,
  rates,
  ratioOf,
  type SliceDimension,
  sliceDimensionNames,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount, CaseRate } from '../../components/figure-links.tsx';
import styles from './slice-tables.module.css';

type ColumnKey =
  | 'opening'
  | 'received'
  | 'closed'
  | 'returned'
  | 'closing'
  | 'succeeded'
  | 'rate'
  | 'confirmed'
  | 'claimFenOfClosed'
  | 'agreedFen'
  | 'paidFen';

type Column = {
  readonly key: ColumnKey;
  readonly label: string;
  readonly title: string;
  readonly figure: FigureName;
  readonly kind: 'count' | 'amount' | 'rate';
};

function count(key: ColumnKey & FigureName): Column {
  return { key, label: figures[key].label, title: figures[key].formula, figure: key, kind: 'count' };
}

function amount(key: MoneyName & ColumnKey): Column {
  const { label, formula, over } = amounts[key];
  return { key, label, title: `${formula}（万元）`, figure: over, kind: 'amount' };
}

const columns: readonly Column[] = [
  count('opening'),
  count('received'),
  count('closed'),
  count('returned'),
  count('closing'),
  count('succeeded'),
  {
    key: 'rate',
    label: rates.ofClosed.label,
    title: rates.ofClosed.formula,
    figure: 'succeeded',
    kind: 'rate',
  },
  {
    key: 'confirmed',
    label: '司法确认',
    title: figures.confirmed.formula,
    figure: 'confirmed',
    kind: 'count',
  },
  amount('claimFenOfClosed'),
  amount('agreedFen'),
  amount('paidFen'),
];

/** By how the cases stand at the end of the period: pending ones have neither rate nor sums. */
const columnsOfClosing: readonly ColumnKey[] = [
  'received',
  'closing',
  'closed',
  'returned',
  'succeeded',
  'claimFenOfClosed',
  'agreedFen',
  'paidFen',
];

/** The tables that are asked for most; paper shows all of them. */
export const frequentTables = ['court', 'cause', 'mediator', 'sector', 'channel', 'closing'] as const;

const isFrequent = (dimension: SliceDimension) =>
  (frequentTables as readonly SliceDimension[]).includes(dimension);
const otherTables = sliceDimensionNames.filter((dimension) => !isFrequent(dimension));

/** The tables that the page asks for: the frequent ones, and the one that is shown. */
export function tablesWith(shown: SliceDimension): SliceDimension[] {
  return isFrequent(shown) ? [...frequentTables] : [...frequentTables, shown];
}

function rowsOf(report: Report, dimension: SliceDimension): readonly SliceRow[] {
  return report.tables.find((table) => table.dimension === dimension)?.rows ?? [];
}

function orderOf(row: Figures, key: ColumnKey): number {
  if (key === 'rate') {
    const { numerator, denominator } = ratioOf(row, 'ofClosed');
    return denominator === 0 ? -1 : numerator / denominator;
  }
  return row[key];
}

function Cell(props: {
  readonly column: Column;
  readonly row: Figures;
  readonly period: Period;
  readonly slices: Counted['slices'];
}) {
  const { column, row, period, slices } = props;
  if (column.kind === 'rate') {
    return (
      <CaseRate figure={column.figure} period={period} slices={slices} value={ratioOf(row, 'ofClosed')} />
    );
  }
  if (column.kind === 'amount') {
    const name = column.key as MoneyName;
    return <AmountInWan summed={name} period={period} slices={slices} amount={row[name]} />;
  }
  return (
    <CaseCount
      figure={column.figure}
      period={period}
      slices={slices}
      count={row[column.key as Exclude<ColumnKey, 'rate'>]}
    />
  );
}

type Order = { readonly key: ColumnKey; readonly ascending: boolean };

function SliceTable(props: {
  readonly dimension: SliceDimension;
  readonly report: Report;
  readonly shown: boolean;
}) {
  const { dimension, report } = props;
  const { current } = report;
  const [order, setOrder] = useState<Order | null>(null);
  const shownColumns =
    dimension === 'closing' ? columns.filter(({ key }) => columnsOfClosing.includes(key)) : columns;
  const rows = rowsOf(report, dimension);
  const sorted =
    order === null
      ? rows
      : rows.toSorted(
          (one, other) =>
            (orderOf(one.current, order.key) - orderOf(other.current, order.key)) *
            (order.ascending ? 1 : -1),
        );
  const sortBy = (key: ColumnKey) =>
    setOrder((before) =>
      before?.key !== key ? { key, ascending: false } : before.ascending ? null : { key, ascending: true },
    );
  const { label, single } = sliceDimensions[dimension];
  const slicesOf = (row: SliceRow) => [...report.filter, { dimension, key: row.key }];
  return (
    <table className={styles.slices} data-shown={props.shown}>
      <caption>
        按{label}
        {!single && <NotSummed />}
      </caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {shownColumns.map((column) => (
            <th
              key={column.key}
              scope="col"
              title={column.title}
              aria-sort={order?.key !== column.key ? 'none' : order.ascending ? 'ascending' : 'descending'}
            >
              <button type="button" className={styles.sort} onClick={() => sortBy(column.key)}>
                {column.label}
                {order?.key === column.key && (
                  <CaretDownOutlined rotate={order.ascending ? 180 : 0} aria-hidden="true" />
                )}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label === '' ? '未填' : row.label}</th>
            {shownColumns.map((column) => (
              <td key={column.key}>
                <Cell column={column} row={row.current} period={current.period} slices={slicesOf(row)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {shownColumns.map((column) => (
            <td key={column.key}>
              <Cell column={column} row={current.figures} period={current.period} slices={report.filter} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function NotSummed() {
  return <span className={styles.notSummed}>一件案件可以有几个标记：各行之和可以大于合计。</span>;
}

/** The period told apart by one dimension or another; paper shows the frequent ones. */
export function SliceTables(props: {
  readonly report: Report;
  readonly shown: SliceDimension;
  readonly onShow: (dimension: SliceDimension) => void;
}) {
  const { report, shown, onShow } = props;
  const other = isFrequent(shown) ? undefined : shown;
  return (
    <>
      <div className={`${styles.choose} no-print`}>
        <div className={styles.choices}>
          <Segmented<SliceDimension | ''>
            aria-label="按什么分列"
            value={other === undefined ? shown : ''}
            onChange={(value) => value !== '' && onShow(value)}
            options={frequentTables.map((value) => ({ value, label: `按${sliceDimensions[value].label}` }))}
          />
          <Select<SliceDimension>
            aria-label="按别的分列"
            {...(other === undefined ? {} : { value: other })}
            placeholder="按别的…"
            listHeight={420}
            popupMatchSelectWidth={false}
            className={styles.others ?? ''}
            options={otherTables.map((value) => ({ value, label: `按${sliceDimensions[value].label}` }))}
            onChange={onShow}
          />
        </div>
        <span className={styles.unit}>
          {!sliceDimensions[shown].single && <NotSummed />}
          单位：件、万元。点数字看案件，点表头排序。
        </span>
      </div>
      {report.tables.map(({ dimension }) => (
        <SliceTable key={dimension} dimension={dimension} report={report} shown={dimension === shown} />
      ))}
    </>
  );
}
