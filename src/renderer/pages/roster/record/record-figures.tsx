import type { ReactNode } from 'react';
import type { MediatorRecord } from '#shared/contract/mediators.ts';
import type { Figures } from '#shared/contract/statistics.ts';
import { formatAverageDays } from '#shared/domain/mediator-record.ts';
import {
  amounts,
  type FigureName,
  figures,
  formatRate,
  type MoneyName,
  mainAmounts,
  rateNames,
  rates,
  ratioOf,
} from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount } from '../../../components/figure-links.tsx';
import styles from './record.module.css';

type CountRow = { readonly figure: FigureName; readonly of: (row: Figures) => number };

const movement: readonly CountRow[] = [
  { figure: 'opening', of: (row) => row.opening },
  { figure: 'received', of: (row) => row.received },
  { figure: 'accepted', of: (row) => row.opening + row.received },
  { figure: 'closed', of: (row) => row.closed },
  { figure: 'returned', of: (row) => row.returned },
  { figure: 'closing', of: (row) => row.closing },
];

const outcomes: readonly CountRow[] = [
  { figure: 'succeeded', of: (row) => row.succeeded },
  { figure: 'partly', of: (row) => row.partly },
  { figure: 'settledThemselves', of: (row) => row.settledThemselves },
  { figure: 'confirmed', of: (row) => row.confirmed },
];

function Rows(props: {
  readonly label: string;
  readonly unit?: string;
  readonly rows: readonly {
    readonly key: string;
    readonly head: ReactNode;
    readonly title: string;
    readonly value: ReactNode;
  }[];
}) {
  return (
    <tbody>
      {props.rows.map((row, index) => (
        <tr key={row.key}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={props.rows.length} className={styles.group}>
              {props.label}
              {props.unit !== undefined && <span className={styles.unit}>{props.unit}</span>}
            </th>
          )}
          <th scope="row" title={row.title}>
            {row.head}
          </th>
          <td>{row.value}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The figures of one mediator, by the rules of the report; every number opens its cases. */
export function FiguresTable({ record }: { readonly record: MediatorRecord }) {
  const { period, mediator, figures: row, duration } = record;
  const behind = { period, slices: [{ dimension: 'mediator' as const, key: String(mediator.id) }] };
  const counts = (rows: readonly CountRow[]) =>
    rows.map(({ figure, of }) => ({
      key: figure,
      head: figures[figure].label,
      title: figures[figure].formula,
      value: <CaseCount {...behind} figure={figure} count={of(row)} />,
    }));
  return (
    <table className={styles.figures}>
      <caption className="visually-hidden">{mediator.name}的办案数字</caption>
      <Rows label="收结" unit="件" rows={counts(movement)} />
      <Rows
        label="成效"
        unit="件"
        rows={[
          ...counts(outcomes),
          {
            key: 'assisted',
            head: '协助调解',
            title: '本期结案、由别人主持而协助调解的案件；另列，不重复计件',
            value: record.assisted === 0 ? <span className={styles.none}>0</span> : record.assisted,
          },
        ]}
      />
      <Rows
        label="成功率"
        rows={rateNames.map((name) => ({
          key: name,
          head: rates[name].formula,
          title: rates[name].label,
          value: (
            <>
              <span className={styles.rate}>{formatRate(ratioOf(row, name))}</span>
              <span className={styles.fraction}>
                <CaseCount {...behind} figure={rates[name].numerator} count={ratioOf(row, name).numerator} />/
                <CaseCount
                  {...behind}
                  figure={rates[name].denominator}
                  count={ratioOf(row, name).denominator}
                />
              </span>
            </>
          ),
        }))}
      />
      <Rows
        label="金额"
        unit="万元"
        rows={mainAmounts.map((name) => ({
          key: name,
          head: amounts[name].label,
          title: amounts[name].formula,
          value: <AmountInWan {...behind} summed={name} amount={row[name]} />,
        }))}
      />
      <Rows
        label="时长"
        unit="天"
        rows={[
          {
            key: 'days',
            head: '平均（终结日－接收日）',
            title: '自然日，不扣除中止的日子；本期结案案件的平均数',
            value: (
              <>
                <span className={styles.rate}>{formatAverageDays(duration)}</span>
                <span className={styles.fraction}>
                  {duration.days} 天/
                  <CaseCount {...behind} figure="closed" count={duration.cases} />
                </span>
              </>
            ),
          },
        ]}
      />
    </table>
  );
}

const columns: readonly {
  readonly label: string;
  readonly figure: FigureName;
  readonly count?: (row: Figures) => number;
  readonly amount?: MoneyName;
}[] = [
  { label: '受理', figure: 'accepted', count: (row) => row.opening + row.received },
  { label: '结案', figure: 'closed', count: (row) => row.closed },
  { label: '成功', figure: 'succeeded', count: (row) => row.succeeded },
  { label: '诉争标的额', figure: 'closed', amount: 'claimFenOfClosed' },
  { label: '协议金额', figure: 'succeeded', amount: 'agreedFen' },
  { label: '到位金额', figure: 'succeeded', amount: 'paidFen' },
];

/** The year by cause: the table that an office publishes under the sentence. */
export function CausesTable({ record }: { readonly record: MediatorRecord }) {
  const { period, mediator, byCause } = record;
  if (byCause.length === 0) {
    return <p className={styles.none}>本期没有参与调解案件。</p>;
  }
  const cells = (row: Figures, key: string | null) =>
    columns.map(({ label, figure, count, amount }) => {
      const behind = {
        figure,
        period,
        slices: key === null ? [] : [{ dimension: 'cause' as const, key }],
        mediatorId: mediator.id,
      };
      return (
        <td key={label}>
          {count !== undefined && <CaseCount {...behind} count={count(row)} />}
          {amount !== undefined && <AmountInWan {...behind} summed={amount} amount={row[amount]} />}
        </td>
      );
    });
  const rateOf = (row: Figures) => <td>{formatRate(ratioOf(row, 'ofClosed'))}</td>;
  return (
    <table className={styles.causes}>
      <thead>
        <tr>
          <th scope="col">案由</th>
          {columns.slice(0, 3).map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col" title={rates.ofClosed.formula}>
            {rates.ofClosed.label}
          </th>
          {columns.slice(3).map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byCause.map(({ key, label, current: row }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {cells(row, key).slice(0, 3)}
            {rateOf(row)}
            {cells(row, key).slice(3)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {cells(record.figures, null).slice(0, 3)}
          {rateOf(record.figures)}
          {cells(record.figures, null).slice(3)}
        </tr>
      </tfoot>
    </table>
  );
}
