import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Tabs } from 'antd';
import { useState } from 'react';
import type { Report } from '#shared/contract/statistics.ts';
import { type PeriodRequest, shortPeriodName } from '#shared/domain/reporting-period.ts';
import { reportTableHeads } from '#shared/domain/statistics/tables.ts';
import { reportTitle, type Slice } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { FrozenNumbersContext } from '../../components/frozen-numbers.ts';
import { useKeptPlace } from '../../components/kept-place.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { NoCases } from '../../components/no-cases.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { PeriodLabel } from '../../components/period-label.tsx';
import { printPage } from '../../components/save-file.ts';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { dimensionIn, filterIn, putFilter } from './asked.ts';
import { Adjustments } from './closing/adjustments.tsx';
import { useFrozenNumbers } from './closing/frozen-numbers.ts';
import { MonthClosing } from './closing/month-closing.tsx';
import { WhoseNumbers } from './closing/whose-numbers.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FilterChoice, FilterTags, useSliceLabels } from './filter-bar.tsx';
import { Formulas } from './formulas.tsx';
import { PartLinks } from './part-links.tsx';
import { PeriodBar } from './period-bar.tsx';
import { neighbour, putRequest } from './periods.ts';
import { PivotPart } from './pivot/pivot-part.tsx';
import { ReportPart } from './report-part.tsx';
import { tablesWith } from './slice-tables.tsx';
import styles from './statistics.module.css';
import { TablesPart, tableIn, unitIn } from './tables/tables-part.tsx';
import { useAsked } from './use-asked.ts';

const tabs = { report: '概览和分列', tables: '报表', pivot: '自定义统计表' } as const;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];

/** 统计: what the office did in a period, told so that every number can be opened. */
export function StatisticsPage() {
  const { today, profile, cases } = useOverview();
  const { parameters, request, change, requestNow } = useAsked();
  const filter = filterIn(parameters);
  const tab = tabNames.find((name) => name === parameters.get('tab')) ?? 'report';
  const by = dimensionIn(parameters.get('by')) ?? 'court';
  const report = useQuery(
    query.statistics.report.queryOptions({
      input: { request, filter: [...filter], tables: tablesWith(by) },
      placeholderData: keepPreviousData,
    }),
  );
  const frozen = useFrozenNumbers(report.data);
  const [pressed, setPressed] = useState(false);
  // 报送日历 leads here with the dialog open.
  const exporting = cases > 0 && (pressed || parameters.get('do') === 'export');
  const setExporting = (open: boolean) => {
    setPressed(open);
    if (!open && parameters.has('do')) change((next) => next.delete('do'));
  };
  const { message } = App.useApp();
  const choose = (chosen: PeriodRequest) => change((next) => putRequest(next, chosen));
  const step = (by: -1 | 1) => choose(neighbour(requestNow(), by));
  const print = async () => {
    const failure = await printPage();
    if (failure !== null) {
      message.warning(`没有打印：${failure}`);
    }
  };
  usePageKeys({
    previous: () => step(-1),
    next: () => step(1),
    save: () => setExporting(true),
    print: () => cases > 0 && void print(),
  });
  const setFilter = (slices: readonly Slice[]) => change((next) => putFilter(next, slices));
  const shown = report.data;
  const place = useKeptPlace(shown !== undefined);
  return (
    <Page
      title="统计"
      paperHead={
        shown !== undefined && (
          <PaperHead
            report={shown}
            title={paperTitle(tab, shown.request, parameters)}
            unit={profile.reportingUnit ?? profile.name}
            ownTable={tab === 'pivot'}
          />
        )
      }
      note={shown === undefined ? undefined : <Covers report={shown} today={today} />}
      actions={
        <>
          <PeriodBar request={request} covered={shown?.covered ?? null} onChoose={choose} />
          <Button disabled={cases === 0} onClick={() => void print()} title="打印（Ctrl+P）">
            打印 <KeyHint keys="Ctrl+P" />
          </Button>
          <Button
            type="primary"
            disabled={cases === 0}
            onClick={() => setExporting(true)}
            title="导出报表（Ctrl+S）"
          >
            导出报表
          </Button>
        </>
      }
    >
      <PartLinks />
      {report.isError ? (
        <Section>
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        </Section>
      ) : shown === undefined ? (
        <LoadingState label="正在统计…" />
      ) : cases === 0 ? (
        <Section>
          <NoCases>登记或导入案件之后，这里按接收日、终结日自动统计，不用另外填表。</NoCases>
        </Section>
      ) : (
        <div ref={place} data-busy={report.isPlaceholderData} aria-busy={report.isPlaceholderData}>
          {request.kind === 'month' && (
            <MonthClosing month={request.month} frozen={filter.length === 0 && tab !== 'pivot'} />
          )}
          <WhoseNumbers
            request={request}
            filtered={filter.length > 0}
            ownTable={tab === 'pivot'}
            only="live"
          />
          <FilterTags filter={filter} onChange={setFilter} />
          <div className={styles.body}>
            <div className={styles.choice}>
              <FilterChoice filter={filter} onChange={setFilter} />
            </div>
            <Tabs
              activeKey={tab}
              destroyOnHidden
              className={styles.tabs ?? ''}
              onChange={(key) =>
                change((next) => (key === 'report' ? next.delete('tab') : next.set('tab', key)))
              }
              items={[
                {
                  key: 'report',
                  label: tabs.report,
                  children: (
                    <FrozenNumbersContext value={frozen}>
                      <ReportPart
                        report={shown}
                        parameters={parameters}
                        by={by}
                        onShowBy={(dimension) => change((next) => next.set('by', dimension))}
                      />
                    </FrozenNumbersContext>
                  ),
                },
                {
                  key: 'tables',
                  label: tabs.tables,
                  children: (
                    <FrozenNumbersContext value={frozen}>
                      <TablesPart
                        request={request}
                        filter={filter}
                        parameters={parameters}
                        onChange={change}
                      />
                    </FrozenNumbersContext>
                  ),
                },
                {
                  key: 'pivot',
                  label: tabs.pivot,
                  children: (
                    <PivotPart
                      request={request}
                      filter={filter}
                      parameters={parameters}
                      covered={shown.covered}
                      onChange={change}
                    />
                  ),
                },
              ]}
            />
            {request.kind === 'month' && tab === 'report' && <Adjustments month={request.month} />}
          </div>
          {tab === 'report' && <Formulas />}
        </div>
      )}
      <ExportDialog
        request={request}
        filter={filter}
        unit={unitIn(parameters)}
        open={exporting}
        onClose={() => setExporting(false)}
      />
    </Page>
  );
}

function paperTitle(tab: Tab, request: PeriodRequest, parameters: URLSearchParams): string {
  switch (tab) {
    case 'report':
      return reportTitle(request);
    case 'tables':
      return `${shortPeriodName(request)}${reportTableHeads[tableIn(parameters)].title}`;
    case 'pivot':
      return tabs.pivot;
  }
}

function PaperHead(props: {
  readonly report: Report;
  readonly title: string;
  readonly unit: string | null;
  readonly ownTable: boolean;
}) {
  const { report, ownTable } = props;
  return (
    <>
      <h1 className={styles.paperTitle}>{props.title}</h1>
      <p className={styles.paperUnit}>
        <span>填报单位：{props.unit}</span>
        <FilterWords filter={report.filter} />
        <span>
          统计期：
          <PeriodLabel period={report.current.period} />
        </span>
      </p>
      <WhoseNumbers
        request={report.request}
        filtered={report.filter.length > 0}
        ownTable={ownTable}
        only="frozen"
      />
    </>
  );
}

function FilterWords(props: { readonly filter: readonly Slice[] }) {
  const labels = useSliceLabels(props.filter);
  return labels.length === 0 ? null : <span>范围：{labels.join('；')}</span>;
}

function Covers(props: { readonly report: Report; readonly today: string }) {
  const { period } = props.report.current;
  return (
    <>
      <PeriodLabel period={period} />
      {period.from <= props.today && props.today < period.to && '（尚未结束）'}
    </>
  );
}
