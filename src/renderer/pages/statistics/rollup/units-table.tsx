import { Fragment } from 'react';
import { Link } from 'react-router';
import { type RollupRegion, type RollupReport, type RollupRow, unitMarks } from '#shared/contract/rollups.ts';
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
import { sumsOfUnits, type UnitNumbers, unitNumbers } from './own-cases.ts';
import styles from './rollup.module.css';

const stateWords = { closed: '已锁定', open: '未锁定', missing: '缺' } as const;

function exactly(values: CountedValues, name: RollupColumn): string {
  if (isRatio(name)) {
    const { numerator, denominator } = ratioOf(values, name);
    return `${measure(name).label}：${numerator}÷${denominator}`;
  }
  return isAmount(name) ? `${formatYuan(values[name] as Fen)} 元` : measure(name).label;
}

/** Whether a number counts nothing: behind it there is nothing to open. */
function isZero(values: CountedValues, name: RollupColumn): boolean {
  return (isRatio(name) ? ratioOf(values, name).numerator : values[name]) === 0;
}

/** The cells of all columns of one row; — where nothing is known. Each leads to its cases, or says why it does not. */
export function ValueCells(props: { readonly values: CountedValues | null; readonly numbers?: UnitNumbers }) {
  const { values, numbers = sumsOfUnits } = props;
  return rollupColumns.map((name) => {
    if (values === null) {
      return <td key={name}>—</td>;
    }
    const title = [exactly(values, name), numbers.says].filter((words) => words !== null).join('。');
    const text = columnText(values, name);
    return (
      <td key={name} title={title}>
        {numbers.opens === null || isZero(values, name) ? (
          text
        ) : (
          <Link to={numbers.opens(name)} title={`${title}：查看案件`}>
            {text}
          </Link>
        )}
      </td>
    );
  });
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

/** 小计 of the offices of one region. */
function RegionSum({ sum }: { readonly sum: RollupRegion }) {
  return (
    <tr className={styles.regionSum}>
      <th scope="row">{sum.region}小计</th>
      <td className={styles.state}>
        {sum.inTotal} 家{sum.missing > 0 && <strong className={styles.lacks}>缺 {sum.missing} 家</strong>}
      </td>
      <ValueCells values={sum.figures} />
      <GrowthCells values={sum.figures} before={sum.yearBefore} />
    </tr>
  );
}

function UnitRow({ row }: { readonly row: RollupRow }) {
  const words = [
    row.region,
    row.level === null ? null : `${officeLevels[row.level].label}${row.kind === 'sums' ? '的汇总' : ''}`,
  ].filter((word) => word !== null);
  return (
    <tr data-state={row.state}>
      <th scope="row">
        {row.name}
        {words.length > 0 && <small>{words.join('，')}</small>}
      </th>
      <StateCell row={row} />
      <ValueCells values={row.figures} numbers={unitNumbers(row)} />
      <GrowthCells values={row.figures} before={row.yearBefore} />
    </tr>
  );
}

/** One row for each office, 小计 under those of a region, and the sum over those that are whole: who lacks stands beside 合计. */
export function UnitsTable({ report }: { readonly report: RollupReport }) {
  const { rows, regions, missing, total, totalYearBefore, inTotal } = report;
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
          {rows.map((row, at) => {
            const sum = regions.find(({ region }) => region === row.region);
            const ends = rows[at + 1] === undefined || rows[at + 1]?.region !== row.region;
            return (
              <Fragment key={row.key}>
                <UnitRow row={row} />
                {sum !== undefined && ends && <RegionSum sum={sum} />}
              </Fragment>
            );
          })}
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
