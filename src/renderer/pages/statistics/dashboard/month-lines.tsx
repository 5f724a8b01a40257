import { Fragment, useMemo } from 'react';
import type { PlotMonth } from '#shared/contract/plots.ts';
import { fenSumSchema } from '#shared/domain/money.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { amounts, mainAmounts, spreads } from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import { categories, common, type Look, legend, lines, monthWords, usePlotSizes, values } from './look.ts';
import { Numbers, Panel } from './panel.tsx';
import { behind, monthsKnown, type PanelProps, sumOf, wholeOf } from './shown.ts';
import { SpreadDays } from './spread-days.tsx';

type Line = { readonly name: string; readonly of: (month: PlotMonth) => number | null };

/** Up to three lines over the months, told apart by stroke and symbol, each named at its end. */
function linesOver(
  look: Look,
  months: readonly PlotMonth[],
  drawn: readonly Line[],
  words: (value: number) => string,
): PlotOption {
  const { small } = look;
  return {
    ...common(look),
    legend: legend(look),
    tooltip: { ...common(look).tooltip, trigger: 'axis' },
    grid: { left: 54, right: small * 4.2, top: small * 2.6, bottom: small * 2.9, outerBoundsMode: 'none' },
    xAxis: {
      ...categories(look, monthWords(months)),
      axisLabel: { fontSize: small - 1, color: colours.ink },
    },
    yAxis: { ...values(look), splitNumber: 4 },
    series: drawn.map(({ name, of }, place) => {
      const line = lines[place % lines.length] ?? lines[0];
      return {
        type: 'line' as const,
        name,
        symbol: line.symbol,
        symbolSize: 7,
        showAllSymbol: true,
        itemStyle: { color: line.colour },
        lineStyle: { color: line.colour, type: line.type, width: 2 },
        emphasis: { disabled: true },
        endLabel: {
          show: true,
          fontSize: small - 1,
          color: line.colour,
          // Agreed and paid often end close together.
          offset: [0, (place - 1) * 6],
          formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? words(value) : ''),
        },
        tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? words(value) : '—') },
        data: months.map(of),
      };
    }),
  };
}

/** Median and 90th percentile of the days to closing, month by month. */
export function TimesByMonthPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const option = useMemo(
    () =>
      linesOver(
        look,
        monthsKnown(shown),
        [
          { name: spreads.median.label, of: ({ spread }) => spread.median },
          { name: spreads.ninetieth.label, of: ({ spread }) => spread.ninetieth },
        ],
        (value) => `${value} 天`,
      ),
    [shown, look],
  );
  const months = monthsKnown(shown);
  const last = months.findLast(({ closed }) => closed > 0);
  return (
    <Panel
      title="各月办结用时（天）"
      span={6}
      option={last === undefined ? null : option}
      height="15rem"
      open={open}
      says={
        last === undefined ? (
          `近 ${months.length} 个月没有结案。`
        ) : (
          <>
            {formatMonth(last.month)}结案的，一半在{' '}
            <SpreadDays shown={shown} name="median" days={last.spread.median} period={last.period} />{' '}
            天内办结，90%在{' '}
            <SpreadDays shown={shown} name="ninetieth" days={last.spread.ninetieth} period={last.period} />{' '}
            天内。
          </>
        )
      }
      label="各月结案的天数中位数和90%案件的天数"
      formula={`${spreads.median.label}：${spreads.median.formula}。${spreads.ninetieth.label}：${spreads.ninetieth.formula}。`}
    >
      <Numbers
        caption="各月办结用时"
        first="统计月"
        heads={['结案（件）', `${spreads.median.label}（天）`, `${spreads.ninetieth.label}（天）`]}
        rows={months.map((each) => ({
          key: each.month,
          head: formatMonth(each.month),
          cells: [
            <CaseCount key="closed" {...behind(shown, 'closed', [], each.period)} count={each.closed} />,
            <SpreadDays
              key="median"
              shown={shown}
              name="median"
              days={each.spread.median}
              period={each.period}
            />,
            <SpreadDays
              key="ninetieth"
              shown={shown}
              name="ninetieth"
              days={each.spread.ninetieth}
              period={each.period}
            />,
          ],
        }))}
      />
    </Panel>
  );
}

/** The three amounts by month, never mixed: claimed, agreed, paid. */
export function AmountsPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const option = useMemo(
    () =>
      linesOver(
        look,
        monthsKnown(shown),
        mainAmounts.map((name) => ({ name: amounts[name].label, of: (each) => each[name] / 1_000_000 })),
        (value) => value.toFixed(value < 100 ? 2 : 0),
      ),
    [shown, look],
  );
  const months = monthsKnown(shown);
  const closed = sumOf(months, (each) => each.closed);
  const whole = wholeOf(months);
  return (
    <Panel
      title="各月金额（万元）"
      span={6}
      option={closed === 0 ? null : option}
      height="15rem"
      open={open}
      says={
        closed === 0 || whole === null ? (
          `近 ${months.length} 个月没有结案。`
        ) : (
          <>
            近 {months.length} 个月：
            {mainAmounts.map((name, place) => (
              <Fragment key={name}>
                {place > 0 && '，'}
                {amounts[name].label}{' '}
                <AmountInWan
                  {...behind(shown, amounts[name].over, [], whole)}
                  summed={name}
                  amount={fenSumSchema.parse(sumOf(months, (each) => each[name]))}
                />{' '}
                万元
              </Fragment>
            ))}
            。
          </>
        )
      }
      label="各月诉争标的额、协议金额和到位金额"
      formula={`${mainAmounts.map((name) => `${amounts[name].label}：${amounts[name].formula}`).join('。')}。`}
    >
      <Numbers
        caption="各月金额（万元）"
        first="统计月"
        heads={mainAmounts.map((name) => `${amounts[name].label}（万元）`)}
        rows={months.map((each) => ({
          key: each.month,
          head: formatMonth(each.month),
          cells: mainAmounts.map((name) => (
            <AmountInWan
              key={name}
              {...behind(shown, amounts[name].over, [], each.period)}
              summed={name}
              amount={each[name]}
            />
          )),
        }))}
      />
    </Panel>
  );
}
