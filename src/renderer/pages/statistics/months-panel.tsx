import { LockOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Figures, Report } from '#shared/contract/statistics.ts';
import { type Month, month } from '#shared/domain/local-date.ts';
import { formatMonth, monthOfDay, monthsOfYear, type Period } from '#shared/domain/reporting-period.ts';
import { figures, type Slice } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { CaseCount } from '../../components/figure-links.tsx';
import { FrozenNumbersContext } from '../../components/frozen-numbers.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { landscape, Plot, type PlotOption } from '../../components/plot/plot.tsx';
import { colours } from '../../theme.ts';
import {
  type BarStyle,
  barSeries,
  bars,
  categories,
  common,
  usePlotSizes,
  values,
} from './dashboard/look.ts';
import styles from './months-panel.module.css';

type MonthFigures = {
  readonly month: Month;
  readonly kept: { readonly period: Period; readonly figures: Figures; readonly frozen: boolean } | undefined;
};

/**
 * The months of a statistical year, each with its figures as soon as they have come; none for months to come, nor for
 * those before the register begins, of which nobody knows what a 0 would claim.
 */
function useMonths(
  year: number,
  filter: readonly Slice[],
  covered: Report['covered'],
): readonly MonthFigures[] {
  const { today, statistics } = useOverview();
  const months = useMemo(() => monthsOfYear(year, statistics), [year, statistics]);
  const until = months.at(-1) ?? month(`${year}-12`);
  const { data } = useQuery(
    query.statistics.months.queryOptions({ input: { until, months: 12, filter: [...filter] } }),
  );
  return useMemo(
    () =>
      months.map((each) => {
        const kept = data?.find((found) => found.month === each);
        const begun = covered !== null && kept !== undefined && kept.period.to >= covered.from;
        const known = each <= monthOfDay(today, statistics) && (begun || kept?.frozen === true);
        return { month: each, kept: known ? kept : undefined };
      }),
    [data, months, today, statistics, covered],
  );
}

const closedMonth = '已锁定的月份是锁定时的数，以后的改动不影响它';
const rows = ['received', 'closed', 'succeeded', 'closing'] as const;

function barsOf(
  months: readonly MonthFigures[],
  look: ReturnType<typeof usePlotSizes>,
  addressOf: (month: Month) => string,
): PlotOption {
  const { base, small } = look;
  const series = (key: 'received' | 'closed', style: BarStyle) => ({
    ...barSeries(figures[key].label, style, 18),
    data: months.map(({ month, kept }) => ({ value: kept?.figures[key] ?? 0, opens: addressOf(month) })),
  });
  return {
    ...common(look),
    legend: {
      top: 0,
      left: 0,
      itemWidth: 16,
      itemHeight: 10,
      textStyle: { fontSize: small, color: colours.inkSoft },
    },
    tooltip: {
      renderMode: 'richText',
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      textStyle: { fontSize: small },
    },
    // The table below is the axis: its columns stand under the bars.
    grid: { left: base * 3, right: 0, top: base * 2.4, bottom: 9, outerBoundsMode: 'none' },
    xAxis: {
      ...categories(
        look,
        months.map(({ month }) => `${Number(month.slice(5))}月`),
      ),
      axisLabel: { show: false },
    },
    yAxis: values(look),
    series: [series('received', bars.received), series('closed', bars.closed)],
  };
}

/** 收结案 of every month of the statistical year: bars, and the numbers under them. */
export function MonthsPanel(props: {
  readonly year: number;
  readonly chosen: Month | null;
  readonly filter: readonly Slice[];
  readonly covered: Report['covered'];
  /** The address of a month. */
  readonly addressOf: (month: Month) => string;
}) {
  const months = useMonths(props.year, props.filter, props.covered);
  const look = usePlotSizes();
  const open = props.addressOf;
  const option = useMemo(() => barsOf(months, look, open), [months, look, open]);
  const frozen = useMemo(
    () =>
      months.flatMap(({ month, kept }) =>
        kept?.frozen === true ? [{ month, of: 'current' as const, period: kept.period }] : [],
      ),
    [months],
  );
  const quiet = months.every(({ kept }) => (kept?.figures.received ?? 0) + (kept?.figures.closed ?? 0) === 0);
  return (
    <FrozenNumbersContext value={frozen}>
      {quiet ? (
        <p className={styles.quiet}>{props.year}年没有新收和结案。</p>
      ) : (
        <Plot
          option={option}
          height="13rem"
          label={`${props.year}年各月新收与结案，数字见下表`}
          paper={landscape}
        />
      )}
      <table className={styles.months}>
        <caption className="visually-hidden">{props.year}年各月新收、结案、成功、未结（件）</caption>
        <thead>
          <tr>
            <th scope="col">件</th>
            {months.map((each) => (
              <th key={each.month} scope="col" data-current={each.month === props.chosen}>
                <Link to={open(each.month)} title={`查看${formatMonth(each.month)}`}>
                  {Number(each.month.slice(5))}月
                </Link>
                {each.kept?.frozen === true && (
                  <LockOutlined className={styles.closed ?? ''} aria-label="已锁定" title={closedMonth} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure}>
              <th scope="row">{figures[figure].label}</th>
              {months.map((each) => (
                <td key={each.month} data-current={each.month === props.chosen}>
                  {each.kept === undefined ? (
                    <span className={styles.none}>—</span>
                  ) : (
                    <CaseCount
                      figure={figure}
                      period={each.kept.period}
                      slices={[...props.filter]}
                      count={each.kept.figures[figure]}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {frozen.length > 0 && (
        <p className={styles.note}>
          <LockOutlined aria-hidden /> {closedMonth}；其余的月份按今天的登记计数。
        </p>
      )}
    </FrozenNumbersContext>
  );
}
