import type { ReactNode } from 'react';
import type { Figures, PeriodFigures, Report } from '#shared/contract/statistics.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { requestLastYear, shortPeriodName } from '#shared/domain/reporting-period.ts';
import {
  amounts,
  type FigureName,
  figures,
  formatRate,
  mainAmounts,
  type RateName,
  rateNames,
  rates,
  ratioOf,
} from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount } from '../../components/figure-links.tsx';
import styles from './main-table.module.css';
import { yearOf } from './periods.ts';

type Column = {
  readonly head: string;
  readonly when: string;
  readonly figures: PeriodFigures;
  /** False for a period before the register begins: nobody knows what a 0 would claim. */
  readonly known: boolean;
};

function columnsOf(report: Report): readonly Column[] {
  const year = yearOf(report.request);
  const name = shortPeriodName(report.request);
  const column = (head: string, when: string, of: PeriodFigures): Column => ({
    head,
    when,
    figures: of,
    known: report.covered !== null && of.period.to >= report.covered.from,
  });
  if (report.request.kind === 'year') {
    return [column('本年', name, report.current), column('上年', `${year - 1}年`, report.yearBefore)];
  }
  const before = shortPeriodName(requestLastYear(report.request));
  return [
    column(report.request.kind === 'month' ? '本月' : '本期', name, report.current),
    column('本年累计', `${year}年`, report.yearToDate),
    column('上年同期', before, report.yearBefore),
  ];
}

/** A cell of a period; a dash where the register does not reach so far back. */
function Cell(props: { readonly column: Column; readonly children: ReactNode }) {
  return props.column.known ? (
    <td>{props.children}</td>
  ) : (
    <td className={styles.unknown} title="登记簿里没有这一期的案件">
      —
    </td>
  );
}

type CountRow = { readonly figure: FigureName; readonly of: (total: Figures) => number };

const counts: readonly CountRow[] = [
  { figure: 'opening', of: (total) => total.opening },
  { figure: 'received', of: (total) => total.received },
  { figure: 'accepted', of: (total) => total.opening + total.received },
  { figure: 'closed', of: (total) => total.closed },
  { figure: 'returned', of: (total) => total.returned },
  { figure: 'closing', of: (total) => total.closing },
];

const outcomes: readonly (CountRow & { readonly part?: true })[] = [
  { figure: 'succeeded', of: (total) => total.succeeded },
  { figure: 'partly', of: (total) => total.partly, part: true },
  { figure: 'settledThemselves', of: (total) => total.settledThemselves, part: true },
  { figure: 'confirmed', of: (total) => total.confirmed },
];

/** The group says 成功率 already: what tells the three apart is their denominator. */
const rateHeads = {
  ofClosed: '按结案',
  ofAccepted: '按受理',
  ofMediated: '按实际调解',
} as const satisfies Record<RateName, string>;

/** The table of the period, with the year to date and the same period a year earlier beside it. */
export function MainTable(props: { readonly report: Report }) {
  const columns = columnsOf(props.report);
  const group = (label: string, unit: string | null, rows: number) => (
    <th scope="rowgroup" rowSpan={rows} className={styles.group}>
      {label}
      {unit !== null && <span className={styles.unit}>{unit}</span>}
    </th>
  );
  const countRow = (row: CountRow & { readonly part?: true }) => (
    <>
      <th scope="row" className={styles.rowHead} data-part={row.part} title={figures[row.figure].formula}>
        {row.part && <span className={styles.ofThese}>其中</span>}
        {figures[row.figure].label}
      </th>
      {columns.map((column) => (
        <Cell key={column.head} column={column}>
          <CaseCount
            figure={row.figure}
            period={column.figures.period}
            slices={[]}
            count={row.of(column.figures.figures)}
          />
        </Cell>
      ))}
    </>
  );
  return (
    <table className={styles.main}>
      <caption className="visually-hidden">{shortPeriodName(props.report.request)}调解情况统计表</caption>
      <thead>
        <tr>
          <td colSpan={2} />
          {columns.map((column, index) => (
            <th
              key={column.head}
              scope="col"
              data-current={index === 0}
              title={`${formatLocalDate(column.figures.period.from)}至${formatLocalDate(column.figures.period.to)}`}
            >
              {column.head}
              <span className={styles.when}>{column.when}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, index) => (
          <tr key={row.figure}>
            {index === 0 && group('收结', '件', counts.length)}
            {countRow(row)}
          </tr>
        ))}
      </tbody>
      <tbody>
        {outcomes.map((row, index) => (
          <tr key={row.figure}>
            {index === 0 && group('成效', '件', outcomes.length)}
            {countRow(row)}
          </tr>
        ))}
      </tbody>
      <tbody>
        {rateNames.map((name, index) => (
          <tr key={name}>
            {index === 0 && group('成功率', null, rateNames.length)}
            <th scope="row" className={styles.rowHead}>
              {rateHeads[name]}
              <span className={styles.formula}>{rates[name].formula}</span>
            </th>
            {columns.map((column) => {
              const value = ratioOf(column.figures.figures, name);
              return (
                <Cell key={column.head} column={column}>
                  <span className={styles.rate}>{formatRate(value)}</span>
                  <span className={styles.fraction}>
                    <CaseCount
                      figure={rates[name].numerator}
                      period={column.figures.period}
                      slices={[]}
                      count={value.numerator}
                    />
                    <span aria-hidden="true">/</span>
                    <CaseCount
                      figure={rates[name].denominator}
                      period={column.figures.period}
                      slices={[]}
                      count={value.denominator}
                    />
                  </span>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tbody>
        {mainAmounts.map((name, index) => (
          <tr key={name}>
            {index === 0 && group('金额', '万元', mainAmounts.length)}
            <th scope="row" className={styles.rowHead} title={amounts[name].formula}>
              {amounts[name].label}
            </th>
            {columns.map((column) => (
              <Cell key={column.head} column={column}>
                <AmountInWan
                  figure={amounts[name].over}
                  period={column.figures.period}
                  slices={[]}
                  amount={column.figures.figures[name]}
                />
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands under the table: the equation, and the cases that are in no figure. */
export function UnderTable(props: { readonly report: Report }) {
  const { current } = props.report;
  const { opening, received, closed, returned, closing } = current.figures;
  const outside = { period: current.period, slices: [] };
  return (
    <div className={styles.under}>
      <p>
        旧存 {opening}＋新收 {received}＝结案 {closed}＋退回 {returned}＋未结 {closing}
        <span className={styles.balanced}>✓ 已核对</span>
      </p>
      <p>
        不在上列各数之内：
        <span title={figures.undated.formula}>待接收</span>{' '}
        <CaseCount {...outside} figure="undated" count={current.figures.undated} /> 件，
        <span title={figures.beforeReceipt.formula}>接收前终止</span>{' '}
        <CaseCount {...outside} figure="beforeReceipt" count={current.figures.beforeReceipt} />{' '}
        件。本期有案件的调解员 {current.mediatorsWithCases} 人。
      </p>
    </div>
  );
}
