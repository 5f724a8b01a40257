import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PeriodFigures, Report } from '#shared/contract/statistics.ts';
import {
  formatMonth,
  monthOf,
  type PeriodRequest,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { amounts, figures, ratios, reportTitle } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { PeriodLabel } from '../../components/period-label.tsx';
import { printPage } from '../../components/save-file.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { CausesPanel } from './causes-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { MainTable, UnderTable } from './main-table.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { PartLinks } from './part-links.tsx';
import { PeriodBar } from './period-bar.tsx';
import { addressOf, neighbour, requestIn, yearOf } from './periods.ts';
import { SliceTables, shownTables } from './slice-tables.tsx';
import styles from './statistics.module.css';

/** 统计: what the office did in a month or a year, told so that every number can be opened. */
export function StatisticsPage() {
  const { today, profile } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const request = requestIn(parameters, today);
  const report = useQuery(
    query.statistics.report.queryOptions({
      input: { request, tables: shownTables },
      placeholderData: keepPreviousData,
    }),
  );
  const [exporting, setExporting] = useState(false);
  const { message } = App.useApp();
  const choose = (chosen: PeriodRequest) => setParameters(addressOf(chosen), { replace: true });
  // From the address itself: keys come faster than pages are drawn.
  const step = (by: -1 | 1) => {
    const shownNow = new URLSearchParams(window.location.hash.split('?')[1]);
    choose(neighbour(requestIn(shownNow, today), by));
  };
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
    print: () => void print(),
  });
  const shown = report.data;
  return (
    <Page
      title="统计"
      paperHead={
        shown !== undefined && <PaperHead report={shown} unit={profile.reportingUnit ?? profile.name} />
      }
      note={shown === undefined ? undefined : <Covers report={shown} today={today} />}
      actions={
        <>
          <PeriodBar request={request} today={today} covered={shown?.covered ?? null} onChoose={choose} />
          <Button onClick={() => void print()} title="打印（Ctrl+P）">
            打印 <KeyHint keys="Ctrl+P" />
          </Button>
          <Button type="primary" onClick={() => setExporting(true)} title="导出报表（Ctrl+S）">
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
      ) : (
        <div data-busy={report.isPlaceholderData} aria-busy={report.isPlaceholderData}>
          <ReportBody report={shown} />
        </div>
      )}
      <ExportDialog request={request} open={exporting} onClose={() => setExporting(false)} />
    </Page>
  );
}

function PaperHead(props: { readonly report: Report; readonly unit: string | null }) {
  return (
    <>
      <h1 className={styles.paperTitle}>{reportTitle(props.report.request)}</h1>
      <p className={styles.paperUnit}>
        <span>填报单位：{props.unit}</span>
        <span>
          统计期：
          <PeriodLabel period={props.report.current.period} />
        </span>
      </p>
    </>
  );
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

function nothingMoved(current: PeriodFigures): boolean {
  const { received, closed, returned, confirmed, beforeReceipt } = current.figures;
  return received + closed + returned + confirmed + beforeReceipt === 0;
}

function ReportBody(props: { readonly report: Report }) {
  const { report } = props;
  const { today, cases } = useOverview();
  const chosen = report.request.kind === 'month' ? report.request.month : null;
  if (cases === 0) {
    return <NoCases />;
  }
  return (
    <>
      {nothingMoved(report.current) && report.covered !== null && (
        <NothingThen report={report} covered={report.covered} />
      )}
      <div className={styles.overview}>
        <Section>
          <MainTable report={report} />
          <UnderTable report={report} />
        </Section>
        <Section title={`${yearOf(report.request)}年收结案`}>
          <MonthsPanel year={yearOf(report.request)} today={today} chosen={chosen} />
          <CausesPanel report={report} />
        </Section>
      </div>
      <Section>
        <SliceTables report={report} />
      </Section>
      <Formulas />
    </>
  );
}

function NoCases() {
  const navigate = useNavigate();
  return (
    <Section>
      <EmptyState
        title="登记簿里还没有案件"
        action={
          <>
            <Button type="primary" onClick={() => navigate('/cases/new')}>
              登记第一件案件
            </Button>
            <Button onClick={() => navigate('/import')}>导入以前的台账</Button>
          </>
        }
      >
        登记或导入案件之后，这里按接收日、终结日自动统计，不用另外填表。
      </EmptyState>
    </Section>
  );
}

function NothingThen(props: { readonly report: Report; readonly covered: NonNullable<Report['covered']> }) {
  const navigate = useNavigate();
  const last = monthOf(props.covered.to);
  return (
    <div className={`${styles.nothing} no-print`} role="status">
      <span>
        {shortPeriodName(props.report.request)}没有新收，也没有结案。登记簿里的收案、结案在{' '}
        <PeriodLabel period={props.covered} />。
      </span>
      <Button size="small" onClick={() => navigate(`/statistics?month=${last}`)}>
        转到{formatMonth(last)}
      </Button>
    </div>
  );
}

function Formulas() {
  return (
    <section className={styles.formulas}>
      <h3>口径说明</h3>
      <dl>
        {Object.entries(figures).map(([name, figure]) => (
          <div key={name}>
            <dt>{figure.label}</dt>
            <dd>{figure.formula}</dd>
          </div>
        ))}
        {[...Object.values(ratios), ...Object.values(amounts)].map((entry) => (
          <div key={entry.label}>
            <dt>{entry.label}</dt>
            <dd>{entry.formula}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
