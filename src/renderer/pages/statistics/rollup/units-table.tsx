import { type RollupReport, type RollupRow, unitMarks } from '#shared/contract/rollups.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import {
  columnHead,
  columnText,
  growthTexts,
  officeLevels,
  type RollupColumn,
  rollupColumns,
} from '#shared/domain/rollup.ts';
import { type CountedValues, isAmount, isRatio, measure, ratioOf } from '#shared/domain/statistics.ts';
import styles from './rollup.module.css';

const stateWords = { closed: '已结账', open: '未结账', missing: '缺' } as const;

function exactly(values: CountedValues, name: RollupColumn): string {
  if (isRatio(name)) {
    const { numerator, denominator } = ratioOf(values, name);
    return `${measure(name).label}：${numerator}÷${denominator}`;
  }
  return isAmount(name) ? `${formatYuan(values[name] as Fen)} 元` : measure(name).label;
}

/** The cells of all columns of one row; — where nothing is known. */
export function ValueCells({ values }: { readonly values: CountedValues | null }) {
  return rollupColumns.map((name) => (
    <td key={name} title={values === null ? undefined : exactly(values, name)}>
      {values === null ? '—' : columnText(values, name)}
    </td>
  ));
}

/** The heads of all columns, each with its formula. */
export function ValueHeads() {
  return rollupColumns.map((name) => (
    <th key={name} scope="col" title={measure(name).formula}>
      {columnHead(name)}
    </th>
  ));
}

function GrowthCells(props: {
  readonly values: CountedValues | null;
  readonly before: CountedValues | null;
}) {
  const [before, growth] = props.values === null ? ['—', '—'] : growthTexts(props.values, props.before);
  return (
    <>
      <td>{before}</td>
      <td>{growth}</td>
    </>
  );
}

function StateCell({ row }: { readonly row: RollupRow }) {
  const lacking = row.months.filter(({ state }) => state === 'missing');
  const which =
    row.state === 'missing' && row.months.length > 1
      ? lacking.map(({ month }) => `${Number(month.slice(5))}月`).join('、')
      : '';
  const sequence = row.months.length === 1 ? (row.months[0]?.sequence ?? 0) : 0;
  return (
    <td className={styles.state} data-state={row.state}>
      {row.own ? '本单位，' : row.state === 'missing' ? '' : '已报，'}
      {stateWords[row.state]}
      {which}
      {row.state === 'closed' && sequence > 1 && `（第${sequence}次）`}
      {row.marks.map((mark) => (
        <span key={mark} className={styles.mark}>
          {unitMarks[mark]}
        </span>
      ))}
    </td>
  );
}

/** One row for each office, and the sum over those that are whole: who lacks stands beside 合计. */
export function UnitsTable({ report }: { readonly report: RollupReport }) {
  const { rows, missing, total, totalYearBefore, inTotal } = report;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">各单位汇总</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col" className={styles.state}>
              情况
            </th>
            <ValueHeads />
            <th scope="col">上年同期成功</th>
            <th scope="col">成功同比</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-state={row.state}>
              <th scope="row">
                {row.name}
                {row.level !== null && (
                  <small>
                    {row.region === null ? '' : `${row.region}，`}
                    {officeLevels[row.level].label}
                    {row.kind === 'sums' && '的汇总'}
                  </small>
                )}
              </th>
              <StateCell row={row} />
              <ValueCells values={row.figures} />
              <GrowthCells values={row.figures} before={row.yearBefore} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              合计
              {missing.length > 0 && <strong className={styles.lacks}>缺 {missing.length} 家</strong>}
            </th>
            <td className={styles.state}>{inTotal} 家</td>
            <ValueCells values={inTotal === 0 ? null : total} />
            <GrowthCells values={inTotal === 0 ? null : total} before={totalYearBefore} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
