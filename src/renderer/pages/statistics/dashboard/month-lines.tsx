import { Fragment, useMemo } from 'react';
import type { PlotMonth } from '#shared/contract/plots.ts';
import { fenSumSchema, formatWan } from '#shared/domain/money.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { amounts, isSpreadTold, mainAmounts, spreads, tooFewWords } from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import {
  categories,
  closedMonthsWords,
  common,
  type Look,
  legend,
  lines,
  monthLabel,
  monthWords,
  usePlotSizes,
  values,
} from './look.ts';
import { MonthHead, monthsInWords, SumOfMonths } from './months-told.tsx';
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
      axisLabel: { fontSize: small - 1, color: colours.ink, ...monthLabel },
    },
    yAxis: { ...values(look), splitNumber: 4 },
    series: drawn.map(({ name, of }, place) => {
      const line = lines[place % lines.length] ?? lines[0];
      const data = months.map(of);
      const end = data.at(-1);
      // One label says it for all lines that end at the same place.
      const said = drawn.slice(0, place).some((other) => months.map(other.of).at(-1) === end);
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
          show: !said,
          fontSize: small - 1,
          color: line.colour,
          // Agreed and paid often end close together.
          offset: [0, (place - 1) * 6],
          formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? words(value) : ''),
        },
        tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? words(value) : '—') },
        data,
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
          {
            name: spreads.median.label,
            of: ({ spread, closed }) => (isSpreadTold(closed) ? spread.median : null),
          },
          {
            name: spreads.ninetieth.label,
            of: ({ spread, closed }) => (isSpreadTold(closed) ? spread.ninetieth : null),
          },
        ],
        (value) => `${value} 天`,
      ),
    [shown, look],
  );
  const months = monthsKnown(shown);
  const last = months.findLast(({ closed }) => isSpreadTold(closed));
  return (
    <Panel
      title="各月办结用时（天）"
      span={6}
      option={last === undefined ? null : option}
      height="15rem"
      open={open}
      says={
        last === undefined ? (
          months.some(({ closed }) => closed > 0) ? (
            `${monthsInWords(months)}${tooFewWords}。`
          ) : (
            `${monthsInWords(months)}没有结案。`
          )
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
      formula={`${spreads.median.label}：${spreads.median.formula}。${spreads.ninetieth.label}：${spreads.ninetieth.formula}。结案不足 5 件的月份不作分布。${closedMonthsWords(months)}`}
    >
      <Numbers
        caption="各月办结用时"
        first="统计月"
        heads={['结案（件）', `${spreads.median.label}（天）`, `${spreads.ninetieth.label}（天）`]}
        rows={months.map((each) => ({
          key: each.month,
          head: <MonthHead month={each} />,
          cells: [
            <CaseCount key="closed" {...behind(shown, 'closed', [], each.period)} count={each.closed} />,
            <SpreadDays
              key="median"
              shown={shown}
              name="median"
              days={isSpreadTold(each.closed) ? each.spread.median : null}
              period={each.period}
            />,
            <SpreadDays
              key="ninetieth"
              shown={shown}
              name="ninetieth"
              days={isSpreadTold(each.closed) ? each.spread.ninetieth : null}
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
        (value) => value.toFixed(2),
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
          `${monthsInWords(months)}没有结案。`
        ) : (
          <>
            {monthsInWords(months)}：
            {mainAmounts.map((name, place) => (
              <Fragment key={name}>
                {place > 0 && '，'}
                {amounts[name].label}{' '}
                <SumOfMonths
                  months={months}
                  sum={formatWan(fenSumSchema.parse(sumOf(months, (each) => each[name])))}
                >
                  <AmountInWan
                    {...behind(shown, amounts[name].over, [], whole)}
                    summed={name}
                    amount={fenSumSchema.parse(sumOf(months, (each) => each[name]))}
                  />
                </SumOfMonths>{' '}
                万元
              </Fragment>
            ))}
            。
          </>
        )
      }
      label="各月诉争标的额、协议金额和到位金额"
      formula={`${mainAmounts.map((name) => `${amounts[name].label}：${amounts[name].formula}`).join('。')}。${closedMonthsWords(months)}`}
    >
      <Numbers
        caption="各月金额（万元）"
        first="统计月"
        heads={mainAmounts.map((name) => `${amounts[name].label}（万元）`)}
        rows={months.map((each) => ({
          key: each.month,
          head: <MonthHead month={each} />,
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
