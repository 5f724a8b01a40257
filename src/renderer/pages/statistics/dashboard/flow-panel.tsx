import { useMemo } from 'react';
import type { FlowCell } from '#shared/contract/plots.ts';
import { type Channel, channelCodes } from '#shared/domain/channel.ts';
import { type ClosingCode, closingCodes, closings } from '#shared/domain/closing.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { figures } from '#shared/domain/statistics.ts';
import { CaseCount } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { colours } from '../../../theme.ts';
import { common, usePlotSizes } from './look.ts';
import { Numbers, Panel } from './panel.tsx';
import { behind, opening, type PanelProps, sumOf } from './shown.ts';

type Outcome = 'succeeded' | 'failed' | 'returned' | 'closing';
const outcomes: readonly Outcome[] = ['succeeded', 'failed', 'returned', 'closing'];
const colourOf: Readonly<Record<Outcome, string>> = {
  succeeded: colours.blue,
  failed: colours.inkFaint,
  returned: colours.attention,
  closing: colours.blueLine,
};

function outcomeOf(state: FlowCell['state']): Outcome {
  if (state === '') return 'closing';
  const { outcome } = closings[state];
  return outcome === 'success' ? 'succeeded' : outcome === 'failure' ? 'failed' : 'returned';
}

type Origin = { readonly from: FlowCell['from']; readonly channel: Channel; readonly name: string };

/** 旧存 and 新收 by channel, those that have cases. */
function originsOf(flow: readonly FlowCell[]): readonly Origin[] {
  return (['opening', 'received'] as const)
    .flatMap((from) =>
      channelCodes.map((channel) => ({
        from,
        channel,
        name: `${figures[from].label}·${channelLabels[channel]}`,
      })),
    )
    .filter(({ from, channel }) => flow.some((cell) => cell.from === from && cell.channel === channel));
}

function codeName(code: ClosingCode): string {
  return `${code} ${closingLabels[code]}`;
}

const late = '超期未结';
const inTime = '期限内未结';

/** The Sankey of the period: where the cases came from, how it ended, and by which code. */
function flowOption(
  shown: PanelProps['shown'],
  look: { readonly small: number; readonly base: number },
): PlotOption {
  const { flow } = shown;
  const { overdue } = shown.current.figures;
  const origins = originsOf(flow);
  const count = (holds: (cell: FlowCell) => boolean) => sumOf(flow.filter(holds), ({ cases }) => cases);
  const byOutcome = (outcome: Outcome) => count(({ state }) => outcomeOf(state) === outcome);
  const reached = outcomes.filter((outcome) => byOutcome(outcome) > 0);
  const codes = closingCodes.filter((code) => count(({ state }) => state === code) > 0);
  const pending = byOutcome('closing');
  const ends = [
    ...codes.map((code) => ({
      name: codeName(code),
      from: outcomeOf(code),
      value: count(({ state }) => state === code),
      colour: colourOf[outcomeOf(code)],
      opens: opening(shown, 'accepted', [{ dimension: 'closing', key: code }]),
    })),
    {
      name: inTime,
      from: 'closing' as const,
      value: pending - overdue,
      colour: colourOf.closing,
      opens: null,
    },
    {
      name: late,
      from: 'closing' as const,
      value: overdue,
      colour: colours.overdue,
      opens: opening(shown, 'overdue'),
    },
  ].filter(({ value }) => value > 0);
  const names: Readonly<Record<Outcome, string>> = {
    succeeded: figures.succeeded.label,
    failed: figures.failed.label,
    returned: figures.returned.label,
    closing: figures.closing.label,
  };
  const label = (position: 'left' | 'right') => ({
    position,
    fontSize: look.small,
    color: colours.ink,
    formatter: ({ name, value }: { name: string; value?: unknown }) => `${name} ${String(value)}`,
  });
  const border = { borderColor: colours.ink, borderWidth: 1 };
  return {
    ...common(look),
    series: {
      type: 'sankey',
      left: look.base * 9.4,
      right: look.base * 17,
      top: 6,
      bottom: 6,
      nodeWidth: 16,
      nodeGap: 13,
      nodeAlign: 'left',
      layoutIterations: 0,
      draggable: false,
      emphasis: { disabled: true },
      lineStyle: { color: 'source', opacity: 0.34, curveness: 0.5 },
      data: [
        ...origins.map(({ from, channel, name }) => ({
          name,
          opens: opening(shown, from, [{ dimension: 'channel', key: channel }]),
          depth: 0,
          itemStyle: { color: from === 'opening' ? colours.blueLine : colours.blueDark, ...border },
          label: label('left'),
        })),
        ...reached.map((outcome) => ({
          name: names[outcome],
          opens: opening(shown, outcome),
          depth: 1,
          itemStyle: { color: colourOf[outcome], ...border },
          label: label('right'),
        })),
        ...ends.map(({ name, colour, opens }) => ({
          name,
          // Those that are pending in time are told in words: the list has no such figure.
          ...(opens === null ? {} : { opens }),
          depth: 2,
          itemStyle: { color: colour, ...border },
          label: label('right'),
        })),
      ],
      links: [
        ...origins.flatMap(({ from, channel, name }) =>
          reached
            .map((outcome) => ({
              source: name,
              target: names[outcome],
              value: count(
                (cell) => cell.from === from && cell.channel === channel && outcomeOf(cell.state) === outcome,
              ),
            }))
            .filter(({ value }) => value > 0),
        ),
        ...ends.map(({ name, from, value }) => ({ source: names[from], target: name, value })),
      ],
    },
  };
}

/** 旧存 and 新收 by channel → 成功, 未成, 退回, 未结 → the closing codes. */
export function FlowPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { flow } = shown;
  const { opening, received, closed, returned, closing } = shown.current.figures;
  const option = useMemo(() => flowOption(shown, look), [shown, look]);
  const origins = originsOf(flow);
  const states = [...closingCodes, '' as const].filter((state) => flow.some((cell) => cell.state === state));
  const cases = (holds: (cell: FlowCell) => boolean) => sumOf(flow.filter(holds), (cell) => cell.cases);
  return (
    <Panel
      title="案件从哪里来，怎样结的（件）"
      span={7}
      option={flow.length === 0 ? null : option}
      height="24rem"
      open={open}
      says={
        flow.length === 0 ? (
          '本期没有案件。'
        ) : (
          <>
            旧存 <CaseCount {...behind(shown, 'opening')} count={opening} />
            ＋新收 <CaseCount {...behind(shown, 'received')} count={received} />
            ＝结案 <CaseCount {...behind(shown, 'closed')} count={closed} />
            ＋退回 <CaseCount {...behind(shown, 'returned')} count={returned} />
            ＋未结 <CaseCount {...behind(shown, 'closing')} count={closing} />
            （件）。
          </>
        )
      }
      label={`旧存和新收的案件按通道到终结方式：${states
        .map(
          (state) =>
            `${state === '' ? figures.closing.label : codeName(state)}${cases((cell) => cell.state === state)}件`,
        )
        .join('，')}`}
      formula={`${figures.succeeded.label}：${figures.succeeded.formula}。${figures.failed.label}：${figures.failed.formula}。`}
    >
      <Numbers
        caption="旧存和新收的案件按通道到终结方式（件）"
        first="期末状态"
        heads={[...origins.map(({ name }) => name), '合计']}
        rows={states.map((state) => ({
          key: state,
          head: state === '' ? figures.closing.label : codeName(state),
          cells: [
            ...origins.map(({ from, channel, name }) => (
              <CaseCount
                key={name}
                {...behind(shown, from, [
                  { dimension: 'channel', key: channel },
                  { dimension: 'closing', key: state },
                ])}
                count={cases(
                  (cell) => cell.from === from && cell.channel === channel && cell.state === state,
                )}
              />
            )),
            <CaseCount
              key="all"
              {...behind(shown, 'accepted', [{ dimension: 'closing', key: state }])}
              count={cases((cell) => cell.state === state)}
            />,
          ],
        }))}
        total={[
          ...origins.map(({ from, channel, name }) => (
            <CaseCount
              key={name}
              {...behind(shown, from, [{ dimension: 'channel', key: channel }])}
              count={cases((cell) => cell.from === from && cell.channel === channel)}
            />
          )),
          <CaseCount key="all" {...behind(shown, 'accepted')} count={opening + received} />,
        ]}
      />
    </Panel>
  );
}
