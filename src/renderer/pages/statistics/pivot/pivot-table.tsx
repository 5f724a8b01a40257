import { Button } from 'antd';
import { useState } from 'react';
import type { Pivot, PivotCell, Report } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  isRatio,
  type MeasureName,
  measure,
  type Slice,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { MeasureValue, RatioCell } from '../measure-value.tsx';
import styles from './pivot.module.css';

/** So much is drawn at first: a table of a thousand mediators by a thousand causes would hold up the page. */
const first = { rows: 100, columns: 30 } as const;

function Value(props: {
  readonly name: MeasureName;
  readonly cell: PivotCell | undefined;
  readonly period: Period;
  readonly slices: readonly Slice[];
}) {
  const { name, cell, period } = props;
  if (cell === undefined) {
    return null;
  }
  const where = { period, slices: [...props.slices] };
  return isRatio(name) ? (
    cell.denominator === 0 && cell.numerator === 0 ? (
      <span className={styles.none}>—</span>
    ) : (
      <RatioCell {...where} name={name} value={cell} />
    )
  ) : (
    <MeasureValue {...where} name={name} value={cell.numerator} />
  );
}

function MonthHead({ month }: { readonly month: string }) {
  return (
    <>
      <span className={styles.year}>{month.slice(0, 4)}年</span>
      {Number(month.slice(5))}月
    </>
  );
}

/** Rows × columns, the sums at the edges; every number opens its cases. */
export function PivotTable(props: { readonly pivot: Pivot; readonly covered: Report['covered'] }) {
  const { pivot, covered } = props;
  const { asked, period, rows, columns } = pivot;
  const { today } = useOverview();
  const [whole, setWhole] = useState(false);
  if (rows.length === 0) {
    return <p className={styles.nothing}>本统计期内没有符合条件的案件。</p>;
  }
  const shownRows = whole ? rows : rows.slice(0, first.rows);
  const shownColumns = whole ? columns : columns.slice(0, first.columns);
  const across = asked.columns;
  const slicesOf = (row: string | null, column: string | null): readonly Slice[] => [
    ...asked.filter,
    ...(row === null ? [] : [{ dimension: asked.rows, key: row }]),
    ...(column === null || across === null || across === 'month' ? [] : [{ dimension: across, key: column }]),
  ];
  // Nobody knows what a 0 would claim of a month that has not begun, or from before the register.
  const unknown = (of: Period) => of.from > today || covered === null || of.to < covered.from;
  const { label } = measure(asked.measure);
  const name = `${label}：${sliceDimensions[asked.rows].label}${
    across === null ? '' : ` × ${across === 'month' ? '月份' : sliceDimensions[across].label}`
  }`;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section className={styles.scroll} aria-label={name} tabIndex={0}>
        <table className={styles.pivot}>
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{sliceDimensions[asked.rows].label}</th>
              {shownColumns.map((column) => (
                <th key={column.key} scope="col">
                  {across === 'month' ? <MonthHead month={column.key} /> : column.label}
                </th>
              ))}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {shownRows.map((row, place) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {shownColumns.map((column, index) => (
                  <td key={column.key}>
                    {unknown(column.period) ? (
                      <span className={styles.none}>—</span>
                    ) : (
                      <Value
                        name={asked.measure}
                        cell={pivot.cells[place]?.[index]}
                        period={column.period}
                        slices={slicesOf(row.key, column.key)}
                      />
                    )}
                  </td>
                ))}
                <td className={styles.sum}>
                  <Value
                    name={asked.measure}
                    cell={pivot.rowTotals[place]}
                    period={period}
                    slices={slicesOf(row.key, null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {shownColumns.map((column, index) => (
                <td key={column.key}>
                  {unknown(column.period) ? (
                    <span className={styles.none}>—</span>
                  ) : (
                    <Value
                      name={asked.measure}
                      cell={pivot.columnTotals[index]}
                      period={column.period}
                      slices={slicesOf(null, column.key)}
                    />
                  )}
                </td>
              ))}
              <td className={styles.sum}>
                <Value
                  name={asked.measure}
                  cell={pivot.total}
                  period={period}
                  slices={slicesOf(null, null)}
                />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      {(shownRows.length < rows.length || shownColumns.length < columns.length) && (
        <p className={styles.more} role="status">
          共 {rows.length} 行、{columns.length} 列，先列出 {shownRows.length} 行、{shownColumns.length}{' '}
          列；合计是全部的数。
          <Button onClick={() => setWhole(true)}>全部列出</Button>
        </p>
      )}
    </>
  );
}
