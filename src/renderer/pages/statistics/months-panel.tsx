import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Figures } from '#shared/contract/statistics.ts';
import { type Month, month } from '#shared/domain/local-date.ts';
import { formatMonth, monthOfDay, monthsOfYear, type Period } from '#shared/domain/reporting-period.ts';
import { figures, type Slice } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { CaseCount } from '../../components/figure-links.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { useTypeSize } from '../../shell/type-size.ts';
import { colours, fontFamily, typeSizes } from '../../theme.ts';
import type { ChartOption } from './chart.tsx';
import styles from './months-panel.module.css';

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

type MonthFigures = {
  readonly month: Month;
  readonly kept: { readonly period: Period; readonly figures: Figures } | undefined;
};

/** The months of a statistical year, each with its figures as soon as they have come; none for months to come. */
function useMonths(year: number, filter: readonly Slice[]): readonly MonthFigures[] {
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
        return { month: each, kept: each <= monthOfDay(today, statistics) ? kept : undefined };
      }),
    [data, months, today, statistics],
  );
}

const rows = ['received', 'closed', 'succeeded', 'closing'] as const;

function barsOf(months: readonly MonthFigures[], base: number): ChartOption {
  const small = base - 2;
  const series = (name: string, key: 'received' | 'closed', colour: string): ChartOption['series'] => ({
    type: 'bar',
    name,
    barMaxWidth: 18,
    itemStyle: { color: colour, borderColor: colours.blueDark, borderWidth: 1 },
    emphasis: { disabled: true },
    data: months.map((each) => each.kept?.figures[key] ?? 0),
  });
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: small, color: colours.inkSoft },
    aria: {
      enabled: false,
      decal: {
        show: true,
        decals: [
          { symbol: 'none' },
          { color: colours.blueDark, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
        ],
      },
    },
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
      type: 'category',
      data: months.map((each) => `${Number(each.month.slice(5))}月`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.lineStrong } },
      axisLabel: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { fontSize: small, color: colours.inkFaint },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      series(figures.received.label, 'received', colours.blueLine),
      series(figures.closed.label, 'closed', colours.blue),
    ].flat() as NonNullable<ChartOption['series']>,
  };
}

/** 收结案 of every month of the statistical year: bars, and the numbers under them. */
export function MonthsPanel(props: {
  readonly year: number;
  readonly chosen: Month | null;
  readonly filter: readonly Slice[];
  /** The address of a month. */
  readonly addressOf: (month: Month) => string;
}) {
  const months = useMonths(props.year, props.filter);
  const navigate = useNavigate();
  const base = typeSizes[useTypeSize()];
  const option = useMemo(() => barsOf(months, base), [months, base]);
  const quiet = months.every(({ kept }) => (kept?.figures.received ?? 0) + (kept?.figures.closed ?? 0) === 0);
  const open = props.addressOf;
  return (
    <div>
      {quiet ? (
        <p className={styles.quiet}>{props.year}年没有新收和结案。</p>
      ) : (
        <Suspense fallback={<div aria-busy="true" style={{ height: '13rem' }} />}>
          <Chart
            option={option}
            height="13rem"
            label={`${props.year}年各月新收与结案，数字见下表`}
            onPick={(index) => {
              const picked = months[index]?.month;
              if (picked !== undefined) {
                navigate(open(picked));
              }
            }}
          />
        </Suspense>
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
    </div>
  );
}
