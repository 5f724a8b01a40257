import { Segmented } from 'antd';
import { useState } from 'react';
import type { RollupDimension } from '#shared/contract/rollup-package.ts';
import type { RollupReport } from '#shared/contract/rollups.ts';
import { sliceDimensions } from '#shared/domain/statistics.ts';
import styles from './rollup.module.css';
import { ValueCells, ValueHeads } from './units-table.tsx';

/** The sums of all units told apart by court, cause, sector and so on. */
export function SliceSums({ report }: { readonly report: RollupReport }) {
  const [chosen, setChosen] = useState<RollupDimension>('court');
  const table = report.tables.find(({ dimension }) => dimension === chosen) ?? report.tables[0];
  if (table === undefined || report.inTotal === 0) return null;
  const { label } = sliceDimensions[table.dimension];
  return (
    <div className={styles.slices}>
      <Segmented
        className="no-print"
        aria-label="合计怎样分"
        value={table.dimension}
        options={report.tables.map(({ dimension }) => ({
          value: dimension,
          label: `按${sliceDimensions[dimension].label}`,
        }))}
        onChange={setChosen}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">合计按{label}</caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <ValueHeads />
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <ValueCells values={row.figures} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
