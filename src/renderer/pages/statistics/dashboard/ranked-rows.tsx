import type { Counted } from '#shared/contract/cases.ts';
import type { PlotShare, Ranked } from '#shared/contract/plots.ts';
import { figures, formatRate, type Slice, sliceDimensions } from '#shared/domain/statistics.ts';
import { CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import { bar } from './look.ts';
import { Numbers } from './panel.tsx';
import { addressOf, behind, type PanelProps, sumOf } from './shown.ts';

type Shown = PanelProps['shown'];
type Name = 'received' | 'closed' | 'succeeded' | 'closing' | 'overdue';
/** A row of a plot by a dimension. */
export type Row = PlotShare & {
  readonly label: string;
  /** Null for the sum of all others. */
  readonly key: string | null;
};

/** All rows in their order: the largest, the sum of the others, and what is not filled in. */
export function rowsOf(
  { rows, rest, unfilled }: Ranked,
  othersAre: (rows: number) => string,
): readonly Row[] {
  return [
    ...rows,
    ...(rest === null ? [] : [{ ...rest, key: null, label: othersAre(rest.rows) }]),
    ...(unfilled === null ? [] : [{ ...unfilled, key: '' }]),
  ];
}

/** The success rate of a row, ÷结案. */
export function rateOf({ succeeded, closed }: PlotShare): string {
  return formatRate({ numerator: succeeded, denominator: closed });
}

/** What a row counts: its own cases, or those that lie in none of the rows that stand by themselves. */
export function behindRow(shown: Shown, { dimension, rows }: Ranked, { key }: Row, figure: Name): Counted {
  if (key !== null) return behind(shown, figure, [{ dimension, key }]);
  const noneOf = [...rows.map((row) => row.key), ''].map((one): Slice => ({ dimension, key: one }));
  return behind(shown, figure, [], shown.current.period, { noneOf });
}

/** One bar for each row, which opens its cases. */
export function dataOf(shown: Shown, ranked: Ranked, rows: readonly Row[], figure: Name) {
  return rows.map((row) => bar(row[figure], addressOf(shown, behindRow(shown, ranked, row, figure))));
}

/** The table behind a plot of rows, with its sum. */
export function RankedNumbers(props: {
  readonly shown: Shown;
  readonly ranked: Ranked;
  readonly rows: readonly Row[];
  readonly names: readonly Name[];
  readonly caption: string;
}) {
  const { shown, ranked, rows, names } = props;
  const { dimension } = ranked;
  const all = (name: Name) => sumOf(rows, (row) => row[name]);
  return (
    <Numbers
      caption={props.caption}
      first={sliceDimensions[dimension].label}
      heads={[...names.map((name) => `${figures[name].label}（件）`), '成功率（按结案计）']}
      rows={rows.map((row) => ({
        key: row.key ?? '其余',
        head: row.label,
        cells: [
          ...names.map((name) => (
            <CaseCount key={name} {...behindRow(shown, ranked, row, name)} count={row[name]} />
          )),
          <CaseRate
            key="rate"
            {...behindRow(shown, ranked, row, 'succeeded')}
            value={{ numerator: row.succeeded, denominator: row.closed }}
          />,
        ],
      }))}
      total={[
        ...names.map((name) => <CaseCount key={name} {...behind(shown, name)} count={all(name)} />),
        <CaseRate
          key="rate"
          {...behind(shown, 'succeeded')}
          value={{ numerator: all('succeeded'), denominator: all('closed') }}
        />,
      ]}
    />
  );
}
