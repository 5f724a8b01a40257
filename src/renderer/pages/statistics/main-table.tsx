import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import type { Report } from '#shared/contract/statistics.ts';
import { shortPeriodName } from '#shared/domain/reporting-period.ts';
import {
  type AmountName,
  type FigureName,
  figures,
  formatDayChange,
  formatGrowth,
  formatPoints,
  isRatio,
  isTold,
  type MeasureName,
  mainAmounts,
  measure,
  type RateName,
  type RatioName,
  rateNames,
  ratioOf,
  ratios,
  unrecordedIn,
} from '#shared/domain/statistics.ts';
import { CaseCount } from '../../components/figure-links.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { type ComparedColumn, comparedColumns } from './compared-columns.ts';
import styles from './main-table.module.css';
import { MeasureValue, RatioCell, Unrecorded } from './measure-value.tsx';

type Row = { readonly name: MeasureName; readonly part?: true; readonly label?: string };
type Group = { readonly label: string; readonly unit: string | null; readonly rows: readonly Row[] };

/** The group says 成功率 already: what tells the three apart is their denominator. */
const rateHeads = {
  ofClosed: '按结案',
  ofAccepted: '按受理',
  ofMediated: '按实际调解',
} as const satisfies Record<RateName, string>;

const of = (...names: readonly (FigureName | AmountName | RatioName)[]): readonly Row[] =>
  names.map((name) => ({ name }));
const part = (name: FigureName): Row => ({ name, part: true });

const groups: readonly Group[] = [
  {
    label: '收结',
    unit: '件',
    rows: [...of('opening', 'received', 'accepted', 'closed', 'returned', 'closing'), part('overdue')],
  },
  {
    label: '成效',
    unit: '件',
    rows: [
      ...of('succeeded'),
      part('partly'),
      part('settledThemselves'),
      ...of('failed', 'confirmationApplied', 'confirmed'),
    ],
  },
  { label: '成功率', unit: null, rows: rateNames.map((name) => ({ name, label: rateHeads[name] })) },
  { label: '金额', unit: '万元', rows: of(...mainAmounts, 'paidInPeriodFen') },
  {
    label: '效率和履行',
    unit: null,
    rows: of('averageDays', 'onTime', 'settlement', 'confirmation', 'performance', 'paid'),
  },
];

/** How a measure moved: a rate in 百分点, a mean of days in days, counts and sums by how much they grew. */
function changeOf(name: MeasureName, column: Extract<ComparedColumn, { kind: 'change' }>): string {
  const { now, base } = column;
  if (!isTold(now, name) || (base !== null && !isTold(base, name))) return '—';
  if (!isRatio(name)) return formatGrowth(now[name], base === null ? null : base[name]);
  const value = ratioOf(now, name);
  const then = base === null ? null : ratioOf(base, name);
  return ratios[name].as === 'percent' ? formatPoints(value, then) : formatDayChange(value, then);
}

function Cell(props: {
  readonly column: ComparedColumn;
  readonly name: MeasureName;
  readonly filter: Counted['slices'];
}) {
  const { column, name, filter } = props;
  if (column.kind === 'change') {
    return (
      <td className={styles.change} title={`${column.title}。变动多少，没有自己的案件`}>
        {changeOf(name, column)}
      </td>
    );
  }
  if (!column.known) {
    return (
      <td className={styles.unknown} title="登记簿里没有这一期的案件">
        —
      </td>
    );
  }
  const where = { period: column.period, slices: filter };
  const unrecorded = unrecordedIn(column.figures, name);
  return (
    <td>
      {unrecorded?.whole !== true &&
        (isRatio(name) ? (
          <RatioCell {...where} name={name} value={ratioOf(column.figures, name)} />
        ) : (
          <MeasureValue {...where} name={name} value={column.figures[name]} />
        ))}
      {unrecorded !== null && <Unrecorded {...where} found={unrecorded} />}
    </td>
  );
}

/** The table of the period, with the period before, the year before and both years to date beside it. */
export function MainTable(props: { readonly report: Report }) {
  const { report } = props;
  const { statistics } = useOverview();
  const columns = comparedColumns(report, statistics);
  return (
    <table className={styles.main} data-columns={columns.length}>
      <caption className="visually-hidden">{shortPeriodName(report.request)}调解情况统计表</caption>
      <thead>
        <tr>
          <td colSpan={2} />
          {columns.map((column, index) => (
            <th key={column.head} scope="col" data-current={index === 0} title={column.title}>
              {column.head}
              <span className={styles.when}>{column.when}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.label}>
          {group.rows.map((row, index) => (
            <tr key={row.name}>
              {index === 0 && (
                <GroupHead label={group.label} unit={group.unit}>
                  {group.rows.length}
                </GroupHead>
              )}
              <RowHead row={row} />
              {columns.map((column) => (
                <Cell key={column.head} column={column} name={row.name} filter={report.filter} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupHead(props: {
  readonly label: string;
  readonly unit: string | null;
  readonly children: number;
}) {
  return (
    <th scope="rowgroup" rowSpan={props.children} className={styles.group}>
      {props.label}
      {props.unit !== null && <span className={styles.unit}>{props.unit}</span>}
    </th>
  );
}

function RowHead({ row }: { readonly row: Row }) {
  const { label, formula, unit } = measure(row.name);
  const words: ReactNode = row.label ?? label;
  return (
    <th scope="row" className={styles.rowHead} data-part={row.part} title={formula}>
      {row.part && <span className={styles.ofThese}>其中</span>}
      {words}
      {isRatio(row.name) && unit === '天' && '（天）'}
      {isRatio(row.name) && <span className={styles.formula}>{formula}</span>}
    </th>
  );
}

/** What stands under the table: the equation, and the cases that are in no figure. */
export function UnderTable(props: {
  readonly report: Report;
  /** The address of the table by mediators. */
  readonly peopleAt: string;
}) {
  const { current, filter } = props.report;
  const { opening, received, closed, returned, closing } = current.figures;
  const outside = { period: current.period, slices: filter };
  return (
    <div className={styles.under}>
      <p>
        旧存 <CaseCount {...outside} figure="opening" count={opening} />
        ＋新收 <CaseCount {...outside} figure="received" count={received} />
        ＝结案 <CaseCount {...outside} figure="closed" count={closed} />
        ＋退回 <CaseCount {...outside} figure="returned" count={returned} />
        ＋未结 <CaseCount {...outside} figure="closing" count={closing} />
        <span className={styles.balanced}>✓ 已核对</span>
      </p>
      <p>
        不在上列各数之内：
        <span title={figures.undated.formula}>待接收</span>{' '}
        <CaseCount {...outside} figure="undated" count={current.figures.undated} /> 件，
        <span title={figures.beforeReceipt.formula}>接收前终止</span>{' '}
        <CaseCount {...outside} figure="beforeReceipt" count={current.figures.beforeReceipt} />{' '}
        件。本期有案件的调解员{' '}
        <Link to={props.peopleAt} title="人数，不是件数：查看按调解员的表">
          {current.mediatorsWithCases}
        </Link>{' '}
        人。
      </p>
      <p>
        环比、同比：率的变化记百分点，平均天数的变化记天；变化按未四舍五入的数计算，与显示的数相减可能差 0.1。
      </p>
    </div>
  );
}
