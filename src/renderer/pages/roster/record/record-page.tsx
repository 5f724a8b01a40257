import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { type MediatorId, mediatorIdSchema } from '#shared/contract/ids.ts';
import type { MediatorRecord } from '#shared/contract/mediators.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import {
  monthOfDay,
  periodOf,
  type StatisticalCalendar,
  yearOfMonth,
} from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { PeriodLabel } from '../../../components/period-label.tsx';
import { ProposalDrawer } from '../../../components/proposals/proposal-drawer.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { usePrint } from '../../../components/use-print.ts';
import { YearChoice } from '../../../components/year-choice.tsx';
import { standingLabels } from '../mediator-draft.ts';
import { MediatorDrawer } from '../mediator-drawer.tsx';
import styles from './record.module.css';
import { CausesTable, FiguresTable } from './record-figures.tsx';
import { Beside, PointsPart } from './record-parts.tsx';
import { TrainingDrawer } from './training-drawer.tsx';

const firstYear = 1990;
const lastYear = 2199;

/** 履职档案: what one mediator did in a year, counted as the statistics count, with the sentence that is published of it. */
export function RecordPage() {
  const { id } = useParams();
  const mediatorId = mediatorIdSchema.safeParse(Number(id)).data;
  return mediatorId === undefined ? (
    <Navigate to="/roster" replace />
  ) : (
    <RecordOf key={mediatorId} id={mediatorId} />
  );
}

function yearOf(today: LocalDate, calendar: StatisticalCalendar): number {
  return yearOfMonth(monthOfDay(today, calendar), calendar);
}

function yearIn(parameters: URLSearchParams, thisYear: number): number {
  const asked = Number(parameters.get('year'));
  return Number.isInteger(asked) && asked >= firstYear && asked <= lastYear ? asked : thisYear;
}

type Opened = 'training' | 'proposal' | 'facts' | null;

function RecordOf({ id }: { readonly id: MediatorId }) {
  const { today, profile, statistics } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const thisYear = yearOf(today, statistics);
  const year = yearIn(parameters, thisYear);
  const record = useQuery(
    query.mediators.record.queryOptions({
      input: { id, period: periodOf({ kind: 'year', year }, statistics) },
      placeholderData: keepPreviousData,
    }),
  );
  const [opened, setOpened] = useState<Opened>(null);
  const choose = (chosen: number) =>
    setParameters({ year: String(Math.min(lastYear, Math.max(firstYear, chosen))) }, { replace: true });
  const print = usePrint();
  usePageKeys({
    previous: () => choose(year - 1),
    next: () => choose(year + 1),
    print: () => void print(),
  });
  const shown = record.data;
  return (
    <Page
      title={shown === undefined ? '履职档案' : `履职档案：${shown.mediator.name}`}
      note={shown === undefined ? undefined : <Who record={shown} />}
      paperHead={
        shown === undefined ? undefined : (
          <PaperHead record={shown} unit={profile.reportingUnit ?? profile.name} />
        )
      }
      actions={
        <>
          <YearChoice year={year} first={thisYear - 9} last={thisYear} onChoose={choose} />
          <Button disabled={shown === undefined} onClick={() => setOpened('training')}>
            记培训
          </Button>
          <Button disabled={shown === undefined} onClick={() => setOpened('proposal')}>
            记提案、社情民意
          </Button>
          <Button disabled={shown === undefined} onClick={() => setOpened('facts')}>
            名册资料
          </Button>
          <Button type="primary" onClick={() => void print()} title="打印（Ctrl+P）">
            打印 <KeyHint keys="Ctrl+P" />
          </Button>
        </>
      }
    >
      {record.isError ? (
        <Section>
          <ErrorState error={record.error} onRetry={() => void record.refetch()} />
        </Section>
      ) : shown === undefined ? (
        <LoadingState label="正在统计…" />
      ) : (
        <div aria-busy={record.isPlaceholderData}>
          <RecordBody record={shown} />
        </div>
      )}
      {opened === 'training' && <TrainingDrawer mediatorId={id} onClose={() => setOpened(null)} />}
      {opened === 'proposal' && <ProposalDrawer from={{ mediator: id }} onClose={() => setOpened(null)} />}
      {opened === 'facts' && shown !== undefined && (
        <MediatorDrawer mediator={shown.mediator} onClose={() => setOpened(null)} />
      )}
    </Page>
  );
}

function termInWords({ mediator }: MediatorRecord): string {
  const { termFrom, termTo } = mediator;
  if (termFrom === null && termTo === null) {
    return '聘期未填';
  }
  const from = termFrom === null ? '' : formatLocalDate(termFrom);
  return `聘期${from}至${termTo === null ? '（未填）' : formatLocalDate(termTo)}`;
}

function wordsOf(record: MediatorRecord): readonly string[] {
  const { mediator } = record;
  return [
    ...(mediator.sector === null ? [] : [`界别：${mediator.sector}`]),
    ...(mediator.courtShortName === null ? [] : [`入册法院：${mediator.courtShortName}`]),
    termInWords(record),
    standingLabels[mediator.standing],
  ];
}

function Who({ record }: { readonly record: MediatorRecord }) {
  return <>{wordsOf(record).join('　')}</>;
}

function PaperHead(props: { readonly record: MediatorRecord; readonly unit: string | null }): ReactNode {
  const { record } = props;
  return (
    <>
      <h1 className={styles.paperTitle}>特邀调解员履职档案（{record.periodName}）</h1>
      <p className={styles.who}>
        <span>姓名：{record.mediator.name}</span>
        {wordsOf(record).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      <p className={styles.who}>
        <span>填报单位：{props.unit}</span>
        <span>
          统计期：
          <PeriodLabel period={record.period} />
        </span>
      </p>
    </>
  );
}

function RecordBody({ record }: { readonly record: MediatorRecord }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(record.sentence);
    message.success('已复制');
  };
  return (
    <>
      <Section>
        <div className={styles.sentence}>
          <p data-sentence>{record.sentence}</p>
          <Button className="no-print" onClick={() => void copy()}>
            复制
          </Button>
        </div>
      </Section>
      <div className={styles.body}>
        <Section title="统计">
          <FiguresTable record={record} />
        </Section>
        <Section
          title="按案由"
          note={
            <>
              单位：件、万元<span className="no-print">；点数字看案件</span>
            </>
          }
        >
          <CausesTable record={record} />
        </Section>
      </div>
      <Beside record={record} />
      <PointsPart record={record} />
      <p className={styles.signed}>
        <span>调解员签名：</span>
        <span>填报单位（盖章）：</span>
        <span>　　　　年　　月　　日</span>
      </p>
    </>
  );
}
