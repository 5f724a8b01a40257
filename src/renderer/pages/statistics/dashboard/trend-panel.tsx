import { useMemo } from 'react';
import type { PlotMonth } from '#shared/contract/plots.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { figures, type RatioValue, rates } from '#shared/domain/statistics.ts';
import { CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import {
  type BarStyle,
  bar,
  bars,
  categories,
  common,
  legend,
  monthWords,
  usePlotSizes,
  values,
} from './look.ts';
import { Numbers, Panel } from './panel.tsx';
import { behind, monthsKnown, opening, type PanelProps, sumOf, wholeOf } from './shown.ts';

type Figure = 'received' | 'closed' | 'succeeded';

function rateOf({ succeeded, closed }: PlotMonth): RatioValue {
  return { numerator: succeeded, denominator: closed };
}

/** 收结案 and success rate over 24 months: bars above, the rate below, on one axis of months. */
export function TrendPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { small } = look;
  const option = useMemo((): PlotOption => {
    const months = monthsKnown(shown);
    const words = monthWords(months);
    const count = (figure: 'received' | 'closed', style: BarStyle) => ({
      type: 'bar' as const,
      name: figures[figure].label,
      barMaxWidth: 16,
      barGap: '0%',
      itemStyle: style,
      emphasis: { disabled: true },
      data: months.map((each) => bar(each[figure], opening(shown, figure, [], each.period))),
    });
    return {
      ...common(look),
      legend: { ...legend(look), data: [figures.received.label, figures.closed.label, rates.ofClosed.label] },
      tooltip: { ...common(look).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      grid: [
        { left: 46, right: 8, top: small * 2.4, height: '36%', outerBoundsMode: 'none' },
        { left: 46, right: 8, top: '59%', bottom: small * 2.9, outerBoundsMode: 'none' },
      ],
      xAxis: [
        { ...categories(look, words), axisLabel: { show: false } },
        {
          ...categories(look, words),
          gridIndex: 1,
          axisLabel: { fontSize: small - 1, color: colours.ink, interval: 0, hideOverlap: false },
        },
      ],
      yAxis: [
        { ...values(look), splitNumber: 3 },
        {
          ...values(look),
          gridIndex: 1,
          min: 0,
          max: 100,
          interval: 50,
          axisLabel: { fontSize: small, color: colours.inkFaint, formatter: '{value}%' },
        },
      ],
      series: [
        count('received', bars.light),
        count('closed', bars.dark),
        {
          type: 'line',
          name: rates.ofClosed.label,
          xAxisIndex: 1,
          yAxisIndex: 1,
          symbol: 'circle',
          symbolSize: 6,
          itemStyle: { color: colours.blueDark },
          lineStyle: { color: colours.blueDark, width: 2 },
          emphasis: { disabled: true },
          label: {
            show: true,
            position: 'top',
            fontSize: small - 2,
            color: colours.ink,
            formatter: ({ value }) => (typeof value === 'number' ? value.toFixed(0) : ''),
          },
          tooltip: { valueFormatter: (value) => (typeof value === 'number' ? `${value.toFixed(1)}%` : '—') },
          data: months.map((each) =>
            each.closed === 0 ? null : { value: (each.succeeded / each.closed) * 100 },
          ),
        },
      ],
    };
  }, [shown, look, small]);
  const months = monthsKnown(shown);
  const [best, least] = extremes(months);
  const first = months[0];
  const last = months.at(-1);
  const whole = wholeOf(months) ?? shown.current.period;
  const sum = (figure: Figure) => sumOf(months, (each) => each[figure]);
  // Each case comes in and is closed once: what the months add up to are the cases of all of them.
  const all = (figure: Figure) => (
    <CaseCount key={figure} {...behind(shown, figure, [], whole)} count={sum(figure)} />
  );
  const rateIn = (each: PlotMonth) => (
    <CaseRate key="rate" {...behind(shown, 'succeeded', [], each.period)} value={rateOf(each)} />
  );
  return (
    <Panel
      title="各月收结案和成功率"
      span={8}
      option={option}
      height="18rem"
      open={open}
      says={
        <>
          近 {months.length} 个月共新收 {all('received')} 件、结案 {all('closed')} 件
          {best !== undefined && least !== undefined && best !== least && (
            <>
              ；成功率最高 {rateIn(best)}（{formatMonth(best.month)}），最低 {rateIn(least)}（
              {formatMonth(least.month)}）
            </>
          )}
          。
        </>
      }
      label={
        first === undefined || last === undefined
          ? '收结案'
          : `${formatMonth(first.month)}至${formatMonth(last.month)}各月新收、结案和成功率`
      }
      formula={`成功率＝${rates.ofClosed.formula}。图中成功率取整，表中保留一位小数；最多 24 个月，登记簿开始以前的月份不列。`}
    >
      <Numbers
        caption="各月收结案和成功率"
        first="统计月"
        heads={['新收（件）', '结案（件）', '成功（件）', '成功率（÷结案）']}
        rows={months.map((each) => {
          const count = (figure: Figure) => (
            <CaseCount key={figure} {...behind(shown, figure, [], each.period)} count={each[figure]} />
          );
          return {
            key: each.month,
            head: formatMonth(each.month),
            cells: [count('received'), count('closed'), count('succeeded'), rateIn(each)],
          };
        })}
        total={[
          all('received'),
          all('closed'),
          all('succeeded'),
          <CaseRate
            key="rate"
            {...behind(shown, 'succeeded', [], whole)}
            value={{ numerator: sum('succeeded'), denominator: sum('closed') }}
          />,
        ]}
      />
    </Panel>
  );
}

/** The months with the highest and with the lowest rate, of those with enough cases for a rate to mean something. */
function extremes(months: readonly PlotMonth[]): readonly (PlotMonth | undefined)[] {
  const sorted = months
    .filter(({ closed }) => closed >= 5)
    .toSorted((one, other) => other.succeeded / other.closed - one.succeeded / one.closed);
  return [sorted[0], sorted.at(-1)];
}
