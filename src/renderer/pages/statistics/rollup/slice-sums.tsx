import { Segmented } from 'antd';
import { useState } from 'react';
import type { RollupDimension } from '#shared/contract/rollup-package.ts';
import type { RollupReport } from '#shared/contract/rollups.ts';
import { sliceDimensions } from '#shared/domain/statistics.ts';
import { FiguresTable } from './figures-table.tsx';
import styles from './rollup.module.css';

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
      <FiguresTable head={label} caption={`合计按${label}`} rows={table.rows} />
    </div>
  );
}
