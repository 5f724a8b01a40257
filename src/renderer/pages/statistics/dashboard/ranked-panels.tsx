import { useMemo } from 'react';
import { figures, rates } from '#shared/domain/statistics.ts';
import { CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import type { PlotOption } from '../../../components/plot/plot.tsx';
import { atEnds, barSeries, bars, legend, lying, usePlotSizes } from './look.ts';
import { Panel } from './panel.tsx';
import { behindRow, dataOf, RankedNumbers, type Row, rateOf, rowsOf } from './ranked-rows.tsx';
import type { PanelProps } from './shown.ts';

const labelsOf = (rows: readonly Row[]) => rows.map(({ label }) => label);

function rem(rows: number, each: number): string {
  return `${Math.max(6, rows * each + 2.4)}rem`;
}

/** The causes that most cases came in with, and all others together. */
export function CausesPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { causes } = shown;
  const { received } = shown.current.figures;
  const all = useMemo(
    () => rowsOf(causes, (others) => `其余 ${others} 种案由`).filter((row) => row.received > 0),
    [causes],
  );
  // What is summed up of others is no cause beside the others: it is told in words.
  const rows = useMemo(() => all.filter(({ key }) => key !== null), [all]);
  const others = all.find(({ key }) => key === null);
  const option = useMemo(
    (): PlotOption => ({
      ...lying(look, labelsOf(rows), { above: 0, ends: 3.4 }),
      series: {
        ...barSeries(figures.received.label, bars.received, 20),
        label: atEnds(look.small, (place) => `${rows[place]?.received}`),
        data: dataOf(shown, causes, rows, 'received'),
      },
    }),
    [shown, causes, rows, look],
  );
  const [first] = rows;
  return (
    <Panel
      title="新收案件的案由（件）"
      span={5}
      option={rows.length === 0 ? null : option}
      height="24rem"
      open={open}
      says={
        first === undefined ? (
          '本期没有新收。'
        ) : (
          <>
            最多的是{first.label === '未填' ? '案由未填的' : first.label}，
            <CaseCount {...behindRow(shown, causes, first, 'received')} count={first.received} /> 件，占{' '}
            <CaseRate
              {...behindRow(shown, causes, first, 'received')}
              value={{ numerator: first.received, denominator: received }}
            />
            。
            {others !== undefined && (
              <>
                {others.label}共{' '}
                <CaseCount {...behindRow(shown, causes, others, 'received')} count={others.received} />{' '}
                件，未画出。
              </>
            )}
          </>
        )
      }
      label={`新收案件的案由：${rows.map((row) => `${row.label}${row.received}件`).join('，')}`}
      formula="按新收从多到少，画出前 10 种；表中其余合为一行。"
    >
      <RankedNumbers
        shown={shown}
        ranked={causes}
        rows={rowsOf(causes, (rest) => `其余 ${rest} 种案由`)}
        names={['received', 'closed', 'succeeded']}
        caption="新收案件的案由"
      />
    </Panel>
  );
}

/** What lies with each mediator and what each has closed. */
export function MediatorsPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { mediators } = shown;
  const all = useMemo(() => rowsOf(mediators, (others) => `其余 ${others} 人`), [mediators]);
  const rows = useMemo(() => all.filter(({ key }) => key !== null), [all]);
  const option = useMemo((): PlotOption => {
    const series = (figure: 'closing' | 'closed') => ({
      ...barSeries(figures[figure].label, bars[figure], 18),
      stack: 'load',
      data: dataOf(shown, mediators, rows, figure),
    });
    return {
      ...lying(look, labelsOf(rows), { above: 2.2, ends: 8.4 }),
      legend: legend(look),
      series: [
        series('closing'),
        {
          ...series('closed'),
          label: atEnds(look.small - 1, (place) => {
            const row = rows[place];
            return row === undefined ? '' : `未结 ${row.closing}，结案 ${row.closed}`;
          }),
        },
      ],
    };
  }, [shown, mediators, rows, look]);
  const { rest } = mediators;
  const others = all.find(({ key }) => key === null);
  return (
    <Panel
      title="调解员手上的和办结的（件）"
      span={6}
      option={rows.length === 0 ? null : option}
      height={rem(rows.length, 1.55)}
      open={open}
      says={
        <>
          {rows.length === 0 ? '本期没有案件。' : '按未结与结案之和从多到少。'}
          {others !== undefined && rest !== null && (
            <>
              另有 {rest.rows} 人共未结{' '}
              <CaseCount {...behindRow(shown, mediators, others, 'closing')} count={rest.closing} /> 件、结案{' '}
              <CaseCount {...behindRow(shown, mediators, others, 'closed')} count={rest.closed} />{' '}
              件，未画出。
            </>
          )}
        </>
      }
      label={`调解员的未结和结案：${rows
        .map((row) => `${row.label}未结${row.closing}件结案${row.closed}件`)
        .join('，')}`}
      formula="主持调解的记 1 件，协助的不重复计件。"
    >
      <RankedNumbers
        shown={shown}
        ranked={mediators}
        rows={all}
        names={['closing', 'overdue', 'closed', 'succeeded']}
        caption="调解员的未结和结案"
      />
    </Panel>
  );
}

/** Courts beside each other: what came in, what was closed, and with which rate. */
export function CourtsPanel({ shown, open }: PanelProps) {
  const look = usePlotSizes();
  const { courts } = shown;
  const rows = useMemo(() => rowsOf(courts, (others) => `其余 ${others} 家`), [courts]);
  const option = useMemo((): PlotOption => {
    const series = (figure: 'received' | 'closed', words: (row: Row) => string) => ({
      ...barSeries(figures[figure].label, bars[figure], 14),
      barGap: '0%',
      data: dataOf(shown, courts, rows, figure),
      label: atEnds(look.small - 1, (place) => {
        const row = rows[place];
        return row === undefined ? '' : words(row);
      }),
    });
    return {
      ...lying(look, labelsOf(rows), { above: 2.2, ends: 8.4 }),
      legend: legend(look),
      series: [
        series('received', (row) => `${row.received}`),
        series('closed', (row) => `${row.closed}，成功率 ${rateOf(row)}`),
      ],
    };
  }, [shown, courts, rows, look]);
  return (
    <Panel
      title="各法院（件）"
      span={6}
      option={rows.length === 0 ? null : option}
      height={rem(rows.length, 2.7)}
      open={open}
      says={rows.length === 0 ? '本期没有案件。' : `成功率＝${rates.ofClosed.formula}。`}
      label={`各法院新收、结案和成功率：${rows
        .map((row) => `${row.label}新收${row.received}件结案${row.closed}件成功率${rateOf(row)}`)
        .join('，')}`}
    >
      <RankedNumbers
        shown={shown}
        ranked={courts}
        rows={rows}
        names={['received', 'closed', 'succeeded', 'closing', 'overdue']}
        caption="各法院新收、结案和成功率"
      />
    </Panel>
  );
}
