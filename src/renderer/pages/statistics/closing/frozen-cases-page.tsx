import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import { type Month, monthSchema } from '#shared/domain/local-date.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { type ComparedPeriod, comparedPeriodSchema } from '#shared/domain/statistics/tables.ts';
import { amounts, figures } from '#shared/domain/statistics.ts';
import { query } from '../../../api.ts';
import { casesBehind, countedIn } from '../../../components/case-filter.ts';
import { useCountedWords } from '../../../components/counted-words.ts';
import { formatInstant } from '../../../components/instant.ts';
import { useKeptPlace } from '../../../components/kept-place.ts';
import { Page, Section } from '../../../components/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../components/states.tsx';
import { sumInWords } from '../../../components/summed-words.ts';
import styles from './closing.module.css';
import { FrozenCaseTable, sumOfFrozen } from './frozen-case-table.tsx';

/** The cases behind a number of a closed month, as its closing froze them. */
export function FrozenCasesPage() {
  const [parameters] = useSearchParams();
  const month = monthSchema.safeParse(parameters.get('month')).data;
  const counted = countedIn(parameters);
  if (month === undefined || counted === null) {
    return <Navigate to="/statistics" replace />;
  }
  const of = comparedPeriodSchema.safeParse(parameters.get('of')).data ?? 'current';
  return <FrozenCases month={month} of={of} counted={counted} />;
}

const columns = {
  current: '的',
  previous: '“上期”一栏的',
  yearBefore: '“上年同期”一栏的',
  yearToDate: '“本年累计”一栏的',
  yearToDateBefore: '“上年同期累计”一栏的',
} as const satisfies Record<ComparedPeriod, string>;

function FrozenCases(props: {
  readonly month: Month;
  readonly of: ComparedPeriod;
  readonly counted: Counted;
}) {
  const { month, of, counted } = props;
  const navigate = useNavigate();
  const { figure } = counted;
  const { period: _period, summed, ...narrowed } = counted;
  const asked = useQuery(query.months.cases.queryOptions({ input: { month, of, ...narrowed } }));
  const changed = useQuery(query.months.changedCases.queryOptions({ input: { month } }));
  const closing = useQuery(query.months.of.queryOptions({ input: { month } })).data?.closing;
  const labels = useCountedWords(counted);
  const cases = asked.data;
  const place = useKeptPlace(cases !== undefined && changed.data !== undefined);
  const error = asked.error ?? changed.error;
  return (
    <Page
      title="锁定时的案件"
      note={cases === undefined ? undefined : <span role="status">共 {cases.length} 件</span>}
      actions={
        <>
          <Button onClick={() => navigate(-1)}>返回统计</Button>
          <Button onClick={() => navigate(casesBehind(counted))}>按今天的登记列出</Button>
        </>
      }
    >
      <section className={styles.strip} data-closed="true" aria-label="这个数字">
        <strong>
          {formatMonth(month)}锁定时{columns[of]}“
          {summed === undefined ? figures[figure].label : amounts[summed].label}”
          {summed !== undefined &&
            cases !== undefined &&
            ` ${sumInWords(summed, sumOfFrozen(cases, summed))}`}
          {labels.length > 0 && `（${labels.join('，')}）`}
        </strong>
        <span className={styles.same}>
          {summed === undefined ? figures[figure].formula : amounts[summed].formula}。
          {closing && `${closing.by}于 ${formatInstant(closing.at)} 锁定；`}
          这里是锁定时固定下来的案件，之后改动过的注明“上期调整”。
        </span>
      </section>
      <Section>
        {error !== null ? (
          <ErrorState
            error={error}
            onRetry={() => {
              void asked.refetch();
              void changed.refetch();
            }}
          />
        ) : cases === undefined || changed.data === undefined ? (
          <LoadingState label="正在读取锁定时的案件…" />
        ) : cases.length === 0 ? (
          <EmptyState title="这个数字背后没有案件" />
        ) : (
          <div ref={place}>
            <FrozenCaseTable
              figure={figure}
              summed={summed}
              cases={cases}
              changed={changed.data}
              countedIn={of === 'current' ? '本月' : '本栏'}
              caption={`${formatMonth(month)}锁定时的${figures[figure].label}`}
            />
          </div>
        )}
      </Section>
    </Page>
  );
}
