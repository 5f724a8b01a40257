import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatPeriod, type PeriodRequest, shortPeriodName } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { EmptyState, ErrorState, LoadingState } from '../../../components/states.tsx';
import { usePrint } from '../../../components/use-print.ts';
import { PartLinks } from '../part-links.tsx';
import { PeriodBar } from '../period-bar.tsx';
import { asKind, neighbour, putRequest, requestIn } from '../periods.ts';
import { ExportPackageDialog } from './export-package-dialog.tsx';
import { PackagesPart } from './packages-part.tsx';
import { ReceivePart } from './receive-part.tsx';
import styles from './rollup.module.css';
import { SaveSumsButton } from './save-sums-button.tsx';
import { SliceSums } from './slice-sums.tsx';
import { UnitListDrawer } from './unit-list-drawer.tsx';
import { UnitsTable } from './units-table.tsx';

/** 单位汇总: the months of other offices, received as files and summed up, with everything that lacks. */
export function RollupPage() {
  const { today, statistics } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const [handing, setHanding] = useState(false);
  const [listing, setListing] = useState(false);
  const asked = requestIn(parameters, today, statistics);
  const request = asked.kind === 'days' ? asKind(asked, 'month', today, statistics) : asked;
  const report = useQuery(
    query.rollups.report.queryOptions({ input: { request }, placeholderData: keepPreviousData }),
  );
  const choose = (chosen: PeriodRequest) => {
    const next = new URLSearchParams(parameters);
    putRequest(next, chosen);
    setParameters(next, { replace: true });
  };
  const print = usePrint();
  usePageKeys({
    previous: () => choose(neighbour(request, -1)),
    next: () => choose(neighbour(request, 1)),
    print: () => void print(),
  });
  return (
    <Page
      title="单位汇总"
      note={report.data === undefined ? undefined : formatPeriod(report.data.period)}
      paperHead={
        <div className={styles.paperHead}>
          <h1>{shortPeriodName(request)}各单位“政协+法院”联动调解情况汇总表</h1>
          {report.data !== undefined && <p>统计期间：{formatPeriod(report.data.period)}　单位：件、万元</p>}
        </div>
      }
      actions={
        <>
          <Button onClick={() => setHanding(true)}>出报送包</Button>
          <Button onClick={() => setListing(true)}>报送单位</Button>
          <SaveSumsButton request={request} />
          <Button onClick={() => void print()}>打印</Button>
        </>
      }
    >
      <PartLinks />
      <div className={`${styles.bar} no-print`}>
        <PeriodBar request={request} covered={null} onChoose={choose} wholeMonths />
      </div>
      <Section>
        {report.isError ? (
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        ) : report.data === undefined ? (
          <LoadingState />
        ) : report.data.rows.length === 0 ? (
          <EmptyState title={`${shortPeriodName(request)}还没有收到报送包`}>
            在“报送单位”里列出应报的单位，缺了哪家就看得见；收到的文件在下面接收。
          </EmptyState>
        ) : (
          <div className={styles.sums}>
            <UnitsTable report={report.data} />
            <ul className={styles.notes}>
              {report.data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
            <SliceSums report={report.data} />
          </div>
        )}
      </Section>
      <ReceivePart />
      <PackagesPart request={request} />
      {handing && <ExportPackageDialog request={request} onClose={() => setHanding(false)} />}
      {listing && <UnitListDrawer request={request} onClose={() => setListing(false)} />}
    </Page>
  );
}
