import { useMemo } from 'react';
import type { PlotMonth } from '#shared/contract/plots.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import {
  fewestSpread,
  figures,
  formatRate,
  isSpreadTold,
  type RatioValue,
  rates,
} from '#shared/domain/statistics.ts';
import { CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import {
  type BarStyle,
  bar,
  bars,
  categories,
  closedMonthsWords,
  common,
  legend,
  monthLabel,
  monthWords,
  usePlotSizes,
  values,
} from './look.ts';
import { MonthHead, monthsInWords, SumOfMonths } from './months-told.tsx';
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
          axisLabel: {
            fontSize: small - 1,
            color: colours.ink,
            interval: 0,
            hideOverlap: false,
            ...monthLabel,
          },
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
        count('received', bars.received),
        count('closed', bars.closed),
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
            formatter: ({ dataIndex }) => labelOf(months[dataIndex]),
          },
          tooltip: {
            valueFormatter: (value) => (typeof value === 'number' ? `${Math.round(value * 10) / 10}%` : '—'),
          },
          data: months.map((each) =>
            each.closed === 0 ? null : { value: (each.succeeded / each.closed) * 100 },
          ),
        },
      ],
    };
  }, [shown, look, small]);
  const months = monthsKnown(shown);
  const { best, least } = extremes(months);
  const first = months[0];
  const last = months.at(-1);
  const whole = wholeOf(months) ?? shown.current.period;
  const sum = (figure: Figure) => sumOf(months, (each) => each[figure]);
  // Each case comes in and is closed once: what the months add up to are the cases of all of them.
  const all = (figure: Figure) => (
    <SumOfMonths key={figure} months={months} sum={sum(figure)}>
      <CaseCount {...behind(shown, figure, [], whole)} count={sum(figure)} />
    </SumOfMonths>
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
          {monthsInWords(months)}共新收 {all('received')} 件、结案 {all('closed')} 件
          {best !== null && least !== null && (
            <>
              ；成功率最高 {rateIn(best.first)}（{best.words}），最低 {rateIn(least.first)}（{least.words}）
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
      formula={`成功率＝${rates.ofClosed.formula}。最高、最低只在结案不少于 ${fewestSpread} 件的月份里比。最多 24 个月，登记簿开始以前的月份不列。${closedMonthsWords(months)}`}
    >
      <Numbers
        caption="各月收结案和成功率"
        first="统计月"
        heads={['新收（件）', '结案（件）', '成功（件）', '成功率（按结案计）']}
        rows={months.map((each) => {
          const count = (figure: Figure) => (
            <CaseCount key={figure} {...behind(shown, figure, [], each.period)} count={each[figure]} />
          );
          return {
            key: each.month,
            head: <MonthHead month={each} />,
            cells: [count('received'), count('closed'), count('succeeded'), rateIn(each)],
          };
        })}
        total={[
          all('received'),
          all('closed'),
          all('succeeded'),
          <SumOfMonths
            key="rate"
            months={months}
            sum={formatRate({ numerator: sum('succeeded'), denominator: sum('closed') })}
          >
            <CaseRate
              {...behind(shown, 'succeeded', [], whole)}
              value={{ numerator: sum('succeeded'), denominator: sum('closed') }}
            />
          </SumOfMonths>,
        ]}
      />
    </Panel>
  );
}

/** A rate over its month: as it is written everywhere else, without the sign that the axis bears. */
function labelOf(each: PlotMonth | undefined): string {
  return each === undefined || each.closed === 0 ? '' : formatRate(rateOf(each)).replace('%', '');
}

type Extreme = { readonly first: PlotMonth; readonly words: string };

/**
 * The months with the highest and with the lowest rate as it is written, of those with enough cases for a rate to mean
 * something; null where all are the same.
 */
function extremes(months: readonly PlotMonth[]): {
  readonly best: Extreme | null;
  readonly least: Extreme | null;
} {
  const sorted = months
    .filter(({ closed }) => isSpreadTold(closed))
    .toSorted((one, other) => other.succeeded / other.closed - one.succeeded / one.closed);
  const alike = (one: PlotMonth | undefined): Extreme | null => {
    if (one === undefined) return null;
    const words = labelOf(one);
    const same = months.filter((each) => isSpreadTold(each.closed) && labelOf(each) === words);
    const [first = one] = same;
    const named = same.map(({ month }) => formatMonth(month));
    return { first, words: named.length > 3 ? `${named[0]}等 ${named.length} 个月` : named.join('、') };
  };
  const [best, least] = [alike(sorted[0]), alike(sorted.at(-1))];
  return best?.words === least?.words ? { best: null, least: null } : { best, least };
}
