import type { ReportTables } from '#shared/contract/statistics.ts';
import type { ReportColumn, ReportTable } from '#shared/domain/statistics/tables.ts';
import { measure } from '#shared/domain/statistics.ts';
import { CellWords } from './cell-words.tsx';
import styles from './tables.module.css';

/** A column with its place in the rows, because paper leaves some of them for a second sheet. */
type Placed = { readonly column: ReportColumn; readonly place: number };

/** Of a head, in characters: two words of two stand above each other. */
const narrowest = 3.2;

/** Columns that name a row, repeated on the second sheet: its number and its name, which stays where the table is moved. */
const naming = 2;

function isName(place: number): boolean {
  return place === naming - 1;
}

function placed(table: ReportTable): readonly Placed[] {
  return table.columns.map((column, place) => ({ column, place }));
}

/** The sheets of paper that a table takes side by side. */
function sheetsOf(table: ReportTable): readonly (readonly Placed[])[] {
  const columns = placed(table);
  const first = columns.filter(({ column }) => column.sheet === 1);
  const second = columns.filter(({ column }) => column.sheet === 2);
  return second.length === 0 ? [first] : [first, [...first.slice(0, naming), ...second]];
}

/** A table of the report: whole on the screen, on paper as many sheets wide as it takes. */
export function DrawnTable(props: { readonly report: ReportTables; readonly table: ReportTable }) {
  const { table } = props;
  const sheets = sheetsOf(table);
  const wide = sheets.length > 1;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section className={styles.scroll} data-wide={wide} aria-label={table.title} tabIndex={0}>
        <Drawn {...props} columns={placed(table)} />
      </section>
      {wide && (
        <div className={styles.paper}>
          {sheets.map((columns, place) => (
            <Drawn key={place === 0 ? 'first' : 'second'} {...props} columns={columns} />
          ))}
        </div>
      )}
    </>
  );
}

type Head = { readonly group: string | null; readonly columns: readonly Placed[] };

/** Neighbours that share a head stand under it; the others stand by themselves. */
function headsOf(columns: readonly Placed[]): readonly Head[] {
  const heads: { group: string | null; columns: Placed[] }[] = [];
  for (const one of columns) {
    const last = heads.at(-1);
    if (last !== undefined && one.column.group !== null && last.group === one.column.group) {
      last.columns.push(one);
    } else {
      heads.push({ group: one.column.group, columns: [one] });
    }
  }
  return heads;
}

function Drawn(props: {
  readonly report: ReportTables;
  readonly table: ReportTable;
  readonly columns: readonly Placed[];
}) {
  const { report, table, columns } = props;
  const heads = headsOf(columns);
  const grouped = heads.some(({ group }) => group !== null);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{table.title}</caption>
      <thead>
        <tr>
          {heads.map(({ group, columns: [first, ...others] }) =>
            first === undefined ? null : group === null ? (
              <ColumnHead key={first.place} {...first} rows={grouped ? 2 : 1} />
            ) : (
              <th key={first.place} scope="colgroup" colSpan={others.length + 1} className={styles.group}>
                {group}
              </th>
            ),
          )}
        </tr>
        {grouped && (
          <tr>
            {columns
              .filter(({ column }) => column.group !== null)
              .map((one) => (
                <ColumnHead key={one.place} {...one} rows={1} />
              ))}
          </tr>
        )}
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are the file's, in its order, and none bears a name of its own.
          <tr key={index} data-kind={row.kind}>
            {columns.map(({ column, place }) => (
              <td key={place} data-align={column.align} data-name={isName(place)}>
                <CellWords report={report} row={row} column={column} cell={row.cells[place]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column, place, rows }: Placed & { readonly rows: 1 | 2 }) {
  const title = column.measure === null ? undefined : measure(column.measure).formula;
  return (
    <th
      scope="col"
      rowSpan={rows}
      data-align={column.align}
      data-name={isName(place)}
      title={title}
      style={{ minWidth: `${Math.max(narrowest, column.width / 2)}em` }}
    >
      {column.head}
    </th>
  );
}
