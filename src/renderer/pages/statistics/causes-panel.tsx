import { useMemo } from 'react';
import type { Report } from '#shared/contract/statistics.ts';
import { casesOf } from '../../components/case-filter.ts';
import { useFrozenNumbersOf } from '../../components/frozen-numbers.ts';
import { landscape, Plot, type PlotOption } from '../../components/plot/plot.tsx';
import { useTypeSize } from '../../shell/type-size.ts';
import { colours, fontFamily, typeSizes } from '../../theme.ts';
import styles from './months-panel.module.css';

const shown = 6;

/** The causes that most cases of the period came in with, as bars with their numbers. */
export function CausesPanel(props: { readonly report: Report }) {
  const { report } = props;
  const base = typeSizes[useTypeSize()];
  const frozen = useFrozenNumbersOf(report.current.period);
  const causes = useMemo(
    () =>
      (report.tables.find(({ dimension }) => dimension === 'cause')?.rows ?? [])
        .filter((row) => row.current.received > 0)
        .toSorted((one, other) => other.current.received - one.current.received)
        .slice(0, shown),
    [report],
  );
  const option = useMemo((): PlotOption => {
    const small = base - 2;
    return {
      animation: false,
      textStyle: { fontFamily, fontSize: small, color: colours.inkSoft },
      grid: {
        left: 0,
        right: 36,
        top: 0,
        bottom: 0,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: causes.map((row) => (row.label === '' ? '案由未填' : row.label)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.lineStrong } },
        axisLabel: { fontSize: small, color: colours.ink, width: base * 15, overflow: 'truncate' },
      },
      series: {
        type: 'bar',
        barWidth: 12,
        itemStyle: { color: colours.blue },
        emphasis: { disabled: true },
        label: { show: true, position: 'right', fontSize: small, color: colours.ink },
        data: causes.map((row) => ({
          value: row.current.received,
          opens: casesOf(frozen, {
            figure: 'received',
            period: report.current.period,
            slices: [...report.filter, { dimension: 'cause', key: row.key }],
          }),
        })),
      },
    };
  }, [causes, base, frozen, report]);
  if (causes.length === 0) {
    return null;
  }
  return (
    <div className={styles.causes}>
      <h3>新收最多的案由（件）</h3>
      <Plot
        option={option}
        height={`${causes.length * 1.75}rem`}
        label={`新收最多的案由：${causes.map((row) => `${row.label}${row.current.received}件`).join('，')}`}
        paper={landscape}
      />
    </div>
  );
}
