import type { PlotShare, Ranked } from '#shared/contract/plots.ts';
import { type FigureName, figures, formatRate, sliceDimensions } from '#shared/domain/statistics.ts';
import { CaseCount } from '../../../components/figure-links.tsx';
import { bar } from './look.ts';
import { Numbers } from './panel.tsx';
import { behind, opening, type PanelProps, sumOf } from './shown.ts';

type Shown = PanelProps['shown'];
type Name = 'received' | 'closed' | 'succeeded' | 'closing' | 'overdue';
/** A row of a plot by a dimension. */
export type Row = PlotShare & {
  readonly label: string;
  /** Null for the sum of all others, behind which no single row of the register stands. */
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

/** One bar for each row, which opens its cases. */
export function dataOf(shown: Shown, { dimension }: Ranked, rows: readonly Row[], figure: Name) {
  return rows.map((row) =>
    bar(row[figure], row.key === null ? undefined : opening(shown, figure, [{ dimension, key: row.key }])),
  );
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
      heads={[...names.map((name) => `${figures[name].label}（件）`), '成功率（÷结案）']}
      rows={rows.map((row) => ({
        key: row.key ?? '其余',
        head: row.label,
        cells: [
          ...names.map((name: FigureName & Name) =>
            row.key === null ? (
              row[name]
            ) : (
              <CaseCount
                key={name}
                {...behind(shown, name, [{ dimension, key: row.key }])}
                count={row[name]}
              />
            ),
          ),
          rateOf(row),
        ],
      }))}
      total={[
        ...names.map((name) => <CaseCount key={name} {...behind(shown, name)} count={all(name)} />),
        formatRate({ numerator: all('succeeded'), denominator: all('closed') }),
      ]}
    />
  );
}
