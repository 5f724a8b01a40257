import { type ReactNode, useId } from 'react';
import { Plot, type PlotOption } from '../../../components/plot/plot.tsx';
import styles from './dashboard.module.css';

/** On paper everything is smaller, so that it goes on two pages; the style sheet says the same. */
const paperZoom = 0.8;
const paperShare = 0.7;
/** A4 landscape less twice 10 mm, in CSS pixels, and the gap between two panels on it. */
const paperWidth = ((297 - 2 * 10) / 25.4) * 96;
const paperGap = 16;
/** The columns of the page's grid. */
const columns = 12;

/** The width on paper of a plot in a panel over so many columns of the grid. */
function widthOnPaper(span: number): number {
  return ((Math.floor(paperWidth) / paperZoom + paperGap) * span) / columns - paperGap - 22;
}

type NumberRow = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
};

/** The same numbers as words and links, for those who cannot see the plot, and for copying. */
export function Numbers(props: {
  readonly caption: string;
  readonly first: string;
  readonly heads: readonly string[];
  readonly rows: readonly NumberRow[];
  readonly total?: readonly ReactNode[];
}) {
  const { rows, total } = props;
  const cells = (of: readonly ReactNode[]) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a row never change places
    of.map((cell, place) => <td key={place}>{cell}</td>);
  return (
    <table className={styles.numbers}>
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.first}</th>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.head}</th>
            {cells(row.cells)}
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {cells(total)}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** One plot with its title, what it says in a sentence, and the table behind it. */
export function Panel(props: {
  readonly title: string;
  readonly says: ReactNode;
  readonly span: 4 | 5 | 6 | 7 | 8 | 12;
  /** Null where there is nothing to draw; what is said instead stands in `says`. */
  readonly option: PlotOption | null;
  readonly height: string;
  readonly label: string;
  readonly formula?: string;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  const { option } = props;
  const id = useId();
  return (
    <section className={styles.panel} data-span={props.span} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p className={styles.says}>{props.says}</p>
      {option !== null && (
        <Plot
          option={option}
          height={props.height}
          label={`${props.label}，数字见下表`}
          paper={{ width: widthOnPaper(props.span), share: paperShare }}
        />
      )}
      {option !== null && (
        <details key={String(props.open)} open={props.open} className={styles.details}>
          <summary>看数字</summary>
          <div className={styles.scroll}>{props.children}</div>
          {props.formula !== undefined && <p className={styles.formula}>{props.formula}</p>}
        </details>
      )}
    </section>
  );
}
