import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { PeriodFigures, Report } from '#shared/contract/statistics.ts';
import {
  formatMonth,
  monthOfDay,
  type PeriodRequest,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { PeriodLabel } from '../../components/period-label.tsx';
import { CausesPanel } from './causes-panel.tsx';
import { MainTable, UnderTable } from './main-table.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { addressOf, putRequest, statisticalYearOf } from './periods.ts';
import { SliceTables } from './slice-tables.tsx';
import styles from './statistics.module.css';

function nothingMoved(current: PeriodFigures): boolean {
  const { received, closed, returned, confirmed, beforeReceipt } = current.figures;
  return received + closed + returned + confirmed + beforeReceipt === 0;
}

/** The table by mediators of the same period and filter. */
function peopleAt(parameters: URLSearchParams): string {
  const next = new URLSearchParams(parameters);
  next.set('tab', 'tables');
  next.set('table', 'mediators');
  return `/statistics?${next}`;
}

/** 统计表: the period with its comparisons, the months around it, and the period told apart by a dimension. */
export function ReportPart(props: {
  readonly report: Report;
  readonly parameters: URLSearchParams;
  readonly by: SliceDimension;
  readonly onShowBy: (by: SliceDimension) => void;
}) {
  const { report, parameters } = props;
  const { statistics } = useOverview();
  const year = statisticalYearOf(report.request, statistics);
  const addressWith = (request: PeriodRequest) => {
    const next = new URLSearchParams(parameters);
    putRequest(next, request);
    return `/statistics?${next}`;
  };
  return (
    <>
      {nothingMoved(report.current) && report.covered !== null && report.filter.length === 0 && (
        <NothingThen report={report} covered={report.covered} />
      )}
      <div className={styles.overview}>
        <Section>
          <MainTable report={report} />
          <UnderTable report={report} peopleAt={peopleAt(parameters)} />
        </Section>
        <Section title={`${year}年收结案`}>
          <div className={styles.months}>
            <MonthsPanel
              year={year}
              chosen={report.request.kind === 'month' ? report.request.month : null}
              filter={report.filter}
              covered={report.covered}
              addressOf={(month) => addressWith({ kind: 'month', month })}
            />
            <CausesPanel report={report} />
          </div>
        </Section>
      </div>
      <Section>
        <SliceTables report={report} shown={props.by} onShow={props.onShowBy} />
      </Section>
    </>
  );
}

function NothingThen(props: { readonly report: Report; readonly covered: NonNullable<Report['covered']> }) {
  const navigate = useNavigate();
  const { statistics } = useOverview();
  const last = monthOfDay(props.covered.to, statistics);
  return (
    <div className={`${styles.nothing} no-print`} role="status">
      <span>
        {shortPeriodName(props.report.request)}没有新收，也没有结案。登记簿里的收案、结案在{' '}
        <PeriodLabel period={props.covered} />。
      </span>
      <Button
        size="small"
        onClick={() => navigate(`/statistics?${addressOf({ kind: 'month', month: last })}`)}
      >
        转到{formatMonth(last)}
      </Button>
    </div>
  );
}
