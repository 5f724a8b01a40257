import { useMemo } from 'react';
import type { Counted } from '#shared/contract/cases.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import {
  closingTimeBands,
  daysOfBand,
  figures,
  isSpreadTold,
  pendingAgeBands,
  spreads,
  tooFewWords,
} from '#shared/domain/statistics.ts';
import { CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import {
  atEnds,
  bar,
  barSeries,
  bars,
  categories,
  common,
  legend,
  lying,
  usePlotSizes,
  values,
} from './look.ts';
import { Numbers, Panel } from './panel.tsx';
import { addressOf, behind, type PanelProps } from './shown.ts';
import { SpreadDays } from './spread-days.tsx';

type Shown = PanelProps['shown'];

function closedWithin(shown: Shown, place: number): Counted {
  const days = daysOfBand(closingTimeBands, place);
  return behind(shown, 'closed', [], shown.current.period, { days });
}

function pendingWithin(shown: Shown, figure: 'closing' | 'overdue', place: number): Counted {
  const days = daysOfBand(pendingAgeBands, place);
  return behind(shown, figure, [], shown.current.period, { days });
}

/** How long all cases closed in the period had taken, as a histogram. */
export function ClosingTimesPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { bands, spread } = shown.closingTimes;
  const { closed } = shown.current.figures;
  const option = useMemo(
    (): PlotOption => ({
      ...common(look),
      grid: {
        left: 46,
        right: 8,
        top: look.small * 2.2,
        bottom: look.small * 2.2,
        outerBoundsMode: 'none',
      },
      xAxis: {
        ...categories(
          look,
          closingTimeBands.map(({ label }) => label),
        ),
        axisLabel: { fontSize: look.small - 1, color: colours.ink, interval: 0 },
      },
      yAxis: { ...values(look), splitNumber: 3 },
      series: {
        ...barSeries(figures.closed.label, bars.closed, 54),
        label: { show: true, position: 'top', fontSize: look.small, color: colours.ink },
        data: bands.map((cases, place) => bar(cases, addressOf(shown, closedWithin(shown, place)))),
      },
    }),
    [shown, bands, look],
  );
  return (
    <Panel
      title="本期结案用了多少天（件）"
      span={6}
      option={isSpreadTold(closed) ? option : null}
      height="15rem"
      open={open}
      says={
        closed === 0 ? (
          '本期没有结案。'
        ) : !isSpreadTold(closed) ? (
          <>
            本期结案 <CaseCount {...behind(shown, 'closed')} count={closed} /> 件，{tooFewWords}。
          </>
        ) : (
          <>
            一半在 <SpreadDays shown={shown} name="median" days={spread.median} /> 天内办结，90%在{' '}
            <SpreadDays shown={shown} name="ninetieth" days={spread.ninetieth} /> 天内。
          </>
        )
      }
      label={`本期结案的天数：${closingTimeBands.map(({ label }, place) => `${label}${bands[place]}件`).join('，')}`}
      formula={`接收日至终结日的自然日，当日结案记 0 天。${spreads.median.label}：${spreads.median.formula}。`}
    >
      <Numbers
        caption="本期结案的天数分布"
        first="天数"
        heads={['结案（件）', '占结案']}
        rows={closingTimeBands.map(({ label }, place) => ({
          key: label,
          head: label,
          cells: [
            <CaseCount key="closed" {...closedWithin(shown, place)} count={bands[place] ?? 0} />,
            <CaseRate
              key="share"
              {...closedWithin(shown, place)}
              value={{ numerator: bands[place] ?? 0, denominator: closed }}
            />,
          ],
        }))}
        total={[
          <CaseCount key="closed" {...behind(shown, 'closed')} count={closed} />,
          <CaseRate
            key="share"
            {...behind(shown, 'closed')}
            value={{ numerator: closed, denominator: closed }}
          />,
        ]}
      />
    </Panel>
  );
}

/** How long the pending cases have waited at the end of the period; what is overdue is said in words. */
export function PendingPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { pendingAges } = shown;
  const { closing, overdue } = shown.current.figures;
  const option = useMemo((): PlotOption => {
    const words = pendingAges.map(({ cases, overdue: late }) =>
      late === 0 ? `${cases} 件` : `${cases} 件，超期 ${late}`,
    );
    return {
      ...lying(
        look,
        pendingAgeBands.map(({ label }) => label),
        { above: 2.4, ends: 8 },
      ),
      legend: legend(look),
      series: [
        {
          ...barSeries('未超期', bars.closing, 26),
          stack: 'age',
          // The words beside it say how many of all: these open.
          data: pendingAges.map(({ cases, overdue: late }, place) =>
            bar(cases - late, addressOf(shown, pendingWithin(shown, 'closing', place))),
          ),
        },
        {
          ...barSeries('超期', bars.overdue, 26),
          stack: 'age',
          label: atEnds(look.small, (place) => words[place] ?? ''),
          data: pendingAges.map(({ overdue: late }, place) =>
            bar(late, addressOf(shown, pendingWithin(shown, 'overdue', place))),
          ),
        },
      ],
    };
  }, [shown, pendingAges, look]);
  return (
    <Panel
      title="未结案件等了多久"
      span={4}
      option={closing === 0 ? null : option}
      height="18rem"
      open={open}
      says={
        closing === 0 ? (
          '期末没有未结案件。'
        ) : (
          <>
            {formatLocalDate(shown.current.period.to)}期末未结{' '}
            <CaseCount {...behind(shown, 'closing')} count={closing} /> 件，其中超期{' '}
            <CaseCount {...behind(shown, 'overdue')} count={overdue} /> 件。
          </>
        )
      }
      label={`期末未结案件自接收日起的天数：${pendingAgeBands
        .map(({ label }, place) => `${label}${pendingAges[place]?.cases}件`)
        .join('，')}；超期${overdue}件`}
      formula={`自接收日至期末的自然日。超期未结：${figures.overdue.formula}。`}
    >
      <Numbers
        caption="期末未结案件自接收日起的天数"
        first="天数"
        heads={['未结（件）', '其中超期']}
        rows={pendingAgeBands.map(({ label }, place) => ({
          key: label,
          head: label,
          cells: [
            <CaseCount
              key="closing"
              {...pendingWithin(shown, 'closing', place)}
              count={pendingAges[place]?.cases ?? 0}
            />,
            <CaseCount
              key="overdue"
              {...pendingWithin(shown, 'overdue', place)}
              count={pendingAges[place]?.overdue ?? 0}
            />,
          ],
        }))}
        total={[
          <CaseCount key="closing" {...behind(shown, 'closing')} count={closing} />,
          <CaseCount key="overdue" {...behind(shown, 'overdue')} count={overdue} />,
        ]}
      />
    </Panel>
  );
}
