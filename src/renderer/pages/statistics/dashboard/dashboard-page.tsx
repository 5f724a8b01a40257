import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Dashboard } from '#shared/contract/plots.ts';
import { nameOfPeriod, type PeriodRequest, shortPeriodName } from '#shared/domain/reporting-period.ts';
import { amounts, type Slice } from '#shared/domain/statistics.ts';
import { query } from '../../../api.ts';
import { AmountInWan, CaseCount, CaseRate } from '../../../components/figure-links.tsx';
import { FrozenNumbersContext } from '../../../components/frozen-numbers.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { NoCases } from '../../../components/no-cases.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { PeriodLabel } from '../../../components/period-label.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { usePrint } from '../../../components/use-print.ts';
import { filterIn, putFilter } from '../asked.ts';
import { WhoseNumbers } from '../closing/whose-numbers.tsx';
import { FilterChoice, FilterTags, useSliceLabels } from '../filter-bar.tsx';
import { PartLinks } from '../part-links.tsx';
import { PeriodBar } from '../period-bar.tsx';
import { neighbour, putRequest, requestIn } from '../periods.ts';
import { ClosingTimesPanel, PendingPanel } from './band-panels.tsx';
import styles from './dashboard.module.css';
import { FlowPanel } from './flow-panel.tsx';
import { Headline } from './headline.tsx';
import { AmountsPanel, TimesByMonthPanel } from './month-lines.tsx';
import { CausesPanel, CourtsPanel, MediatorsPanel } from './ranked-panels.tsx';
import { behind, frozenIn } from './shown.ts';
import { TrendPanel } from './trend-panel.tsx';

/** 工作概览: what the office did in a period, for somebody who has ten seconds. */
export function DashboardPage() {
  const { today, statistics: calendar, profile, cases } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const request = requestIn(parameters, today, calendar);
  const filter = filterIn(parameters);
  const labels = useSliceLabels(filter);
  const [open, setOpen] = useState(false);
  const plots = useQuery(
    query.plots.dashboard.queryOptions({
      input: { request, filter: [...filter] },
      placeholderData: keepPreviousData,
    }),
  );
  const ask = (change: (address: URLSearchParams) => void) => {
    // From the address itself: keys come faster than pages are drawn.
    const address = new URLSearchParams(window.location.hash.split('?')[1]);
    change(address);
    setParameters(address, { replace: true });
  };
  const choose = (chosen: PeriodRequest) => ask((address) => putRequest(address, chosen));
  const step = (by: -1 | 1) =>
    ask((address) => putRequest(address, neighbour(requestIn(address, today, calendar), by)));
  const print = usePrint();
  usePageKeys({ previous: () => step(-1), next: () => step(1), print: () => void print() });
  const shown = plots.data;
  return (
    <Page
      title="工作概览"
      paperHead={
        shown !== undefined && (
          <PaperHead shown={shown} unit={profile.reportingUnit ?? profile.name} filter={labels} />
        )
      }
      note={shown !== undefined && <PeriodLabel period={shown.current.period} />}
      actions={
        <>
          <PeriodBar request={request} covered={shown?.covered ?? null} onChoose={choose} />
          <Button onClick={() => void print()} title="打印（Ctrl+P）">
            打印 <KeyHint keys="Ctrl+P" />
          </Button>
        </>
      }
    >
      <PartLinks />
      {cases === 0 ? (
        <Section>
          <NoCases>
            登记或导入案件之后，这里用图画出收结案、成功率、用时、金额和未结案件，不用另外填表。
          </NoCases>
        </Section>
      ) : (
        <>
          <FilterRow filter={filter} ask={ask} open={open} onOpen={setOpen} />
          {plots.isError ? (
            <Section>
              <ErrorState error={plots.error} onRetry={() => void plots.refetch()} />
            </Section>
          ) : shown === undefined ? (
            <LoadingState label="正在统计…" />
          ) : (
            <div aria-busy={plots.isPlaceholderData} className={styles.body}>
              <FrozenNumbersContext value={frozenIn(shown)}>
                <WhoseNumbers request={shown.request} filtered={shown.filter.length > 0} />
                <Lead shown={shown} />
                <Headline shown={shown} />
                <div className={styles.grid}>
                  <TrendPanel shown={shown} open={open} />
                  <PendingPanel shown={shown} open={open} />
                  <FlowPanel shown={shown} open={open} />
                  <CausesPanel shown={shown} open={open} />
                  <ClosingTimesPanel shown={shown} open={open} />
                  <TimesByMonthPanel shown={shown} open={open} />
                  <MediatorsPanel shown={shown} open={open} />
                  <div className={styles.stack}>
                    <AmountsPanel shown={shown} open={open} />
                    <CourtsPanel shown={shown} open={open} />
                  </div>
                </div>
              </FrozenNumbersContext>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function FilterRow(props: {
  readonly filter: readonly Slice[];
  readonly ask: (change: (address: URLSearchParams) => void) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const choose = (chosen: readonly Slice[]) => props.ask((address) => putFilter(address, chosen));
  return (
    <div className={`${styles.row} no-print`}>
      <FilterChoice filter={props.filter} onChange={choose} />
      <FilterTags filter={props.filter} onChange={choose} />
      <Button aria-pressed={props.open} onClick={() => props.onOpen(!props.open)}>
        {props.open ? '收起全部数字' : '展开全部数字'}
      </Button>
    </div>
  );
}

/** The period in one sentence. */
function Lead({ shown }: { readonly shown: Dashboard }) {
  const { figures } = shown.current;
  const { today } = useOverview();
  const { from, to } = shown.current.period;
  const running = from <= today && today < to;
  const count = (figure: 'received' | 'closed' | 'succeeded' | 'closing' | 'overdue') => (
    <strong>
      <CaseCount {...behind(shown, figure)} count={figures[figure]} />
    </strong>
  );
  return (
    <p className={styles.lead}>
      <strong>{nameOfPeriod(shown.request, shown.current.period)}</strong>
      {running && '（尚未结束）'}新收 {count('received')} 件，结案 {count('closed')} 件，调解成功{' '}
      {count('succeeded')} 件，成功率{' '}
      <strong>
        <CaseRate
          {...behind(shown, 'succeeded')}
          value={{ numerator: figures.succeeded, denominator: figures.closed }}
        />
      </strong>
      ，协议金额{' '}
      <strong>
        <AmountInWan
          {...behind(shown, amounts.agreedFen.over)}
          summed="agreedFen"
          amount={figures.agreedFen}
        />
      </strong>{' '}
      万元；期末未结 {count('closing')} 件
      {figures.overdue === 0 ? (
        '，没有超期。'
      ) : (
        <>
          ，<span className={styles.late}>其中 {count('overdue')} 件超期</span>。
        </>
      )}
    </p>
  );
}

function PaperHead(props: {
  readonly shown: Dashboard;
  readonly unit: string | null;
  readonly filter: readonly string[];
}) {
  const { shown, filter } = props;
  return (
    <>
      <h1 className={styles.paperTitle}>{shortPeriodName(shown.request)}“政协+法院”联动调解情况工作概览</h1>
      <p className={styles.paperUnit}>
        <span>单位：{props.unit}</span>
        {filter.length > 0 && <span>只含：{filter.join('，')}</span>}
        <span>
          统计期：
          <PeriodLabel period={shown.current.period} />
        </span>
      </p>
    </>
  );
}
