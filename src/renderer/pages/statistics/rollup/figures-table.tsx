import type { Figures } from '#shared/contract/statistics.ts';
import styles from './rollup.module.css';
import { ValueCells, ValueHeads } from './units-table.tsx';

/** Rows of figures under the heads that all tables of several offices have. */
export function FiguresTable(props: {
  readonly head: string;
  readonly caption?: string;
  readonly rows: readonly { readonly label: string; readonly figures: Figures }[];
}) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        {props.caption !== undefined && <caption className="visually-hidden">{props.caption}</caption>}
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            <ValueHeads />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <ValueCells values={row.figures} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
