import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router';
import { type TodayGroup, todayGroupSchema, todayGroups } from '#shared/domain/case-dates.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { query, queryClient } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { NoCases } from '../../components/no-cases.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { usePrint } from '../../components/use-print.ts';
import { type Chosen, GroupBar, timeGroups } from './group-bar.tsx';
import { MatterTable } from './matter-table.tsx';
import { type Listed, PaperList } from './paper-list.tsx';
import { ReportsDue } from './reports-due.tsx';
import { useRowKeys } from './row-keys.ts';
import styles from './today.module.css';
import { useWhose, WhoseField } from './whose.tsx';

/** Rows of each group where several are shown, of one that is shown alone, and on paper. */
const rowsOfEach = 15;
/** Of what is overdue, where other groups stand below it: a backlog must not bury what is due today. */
const rowsOfOverdue = 6;
const rowsOfOne = 100;
const rowsAtMost = 1000;

/** 今日: what is overdue, due and waiting, for one mediator or for the whole office. */
export function TodayPage() {
  const { today, profile, cases } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const chosen: Chosen = todayGroupSchema.safeParse(parameters.get('group')).data ?? null;
  const [more, setMore] = useState<Chosen>(null);
  const whose = useWhose();
  const printSheet = usePrint();
  const groups = chosen === null ? timeGroups : [chosen];
  const asked = { mediatorId: whose.mediatorId, groups: [...groups] };
  const limit = chosen === null ? rowsOfEach : more === chosen ? rowsAtMost : rowsOfOne;
  const list = useQuery(
    query.today.list.queryOptions({ input: { ...asked, limit }, placeholderData: keepPreviousData }),
  );
  const [printed, setPrinted] = useState<readonly Listed[]>([]);
  const choose = (group: Chosen) => setParameters(group === null ? {} : { group }, { replace: true });
  const print = async () => {
    const whole = query.today.list.queryOptions({ input: { ...asked, limit: rowsAtMost } });
    const { groups: found, counts } = await queryClient.fetchQuery(whole);
    flushSync(() => setPrinted(listsOf(found, counts)));
    await printSheet();
    setPrinted([]);
  };
  useRowKeys();
  usePageKeys({ print: () => void print() });
  const shown = list.data;
  const lists = shown === undefined ? [] : listsOf(shown.groups, shown.counts);
  return (
    <div className={styles.sheet}>
      <Page
        title="今日"
        note={formatLocalDate(today)}
        paperHead={<PaperHead office={profile.name} whose={whose.name} chosen={chosen} today={today} />}
        actions={
          <>
            <WhoseField whose={whose} />
            <Button onClick={() => void print()} title="打印清单（Ctrl+P）">
              打印清单 <KeyHint keys="Ctrl+P" />
            </Button>
          </>
        }
      >
        <div className="no-print">
          <ReportsDue />
        </div>
        {cases === 0 ? (
          <Section>
            <NoCases>登记以后，这里按日期列出要办的事：快到期的、逾期的、等着接收和签署的。</NoCases>
          </Section>
        ) : list.isError ? (
          <Section>
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          </Section>
        ) : shown === undefined ? (
          <LoadingState />
        ) : (
          <div className="no-print" aria-busy={list.isPlaceholderData}>
            <GroupBar counts={shown.counts} chosen={chosen} onChoose={choose} />
            <Lists
              lists={lists}
              today={today}
              chosen={chosen}
              name={whose.name}
              onGroup={choose}
              onMore={() => setMore(chosen)}
            />
          </div>
        )}
        <PaperList lists={printed.length > 0 ? printed : lists} today={today} />
      </Page>
    </div>
  );
}

function listsOf(
  groups: readonly Omit<Listed, 'count'>[],
  counts: Readonly<Record<TodayGroup, number>>,
): readonly Listed[] {
  return groups.map(({ group, rows }) => ({ group, rows, count: counts[group] }));
}

function shortened(list: Listed, chosen: Chosen): Listed {
  return chosen === null && list.group === 'overdue'
    ? { ...list, rows: list.rows.slice(0, rowsOfOverdue) }
    : list;
}

function Lists(props: {
  readonly lists: readonly Listed[];
  readonly today: LocalDate;
  readonly chosen: Chosen;
  readonly name: string | null;
  readonly onGroup: (group: Chosen) => void;
  readonly onMore: () => void;
}) {
  const filled = props.lists
    .filter(({ rows }) => rows.length > 0)
    .map((list) => shortened(list, props.chosen));
  if (filled.length === 0) {
    return <NothingDue chosen={props.chosen} name={props.name} onAll={() => props.onGroup(null)} />;
  }
  const atMost = filled.every(({ rows }) => rows.length >= rowsAtMost);
  return (
    <Section>
      <MatterTable
        lists={filled}
        today={props.today}
        onMore={props.chosen === null ? props.onGroup : atMost ? null : props.onMore}
      />
    </Section>
  );
}

function NothingDue(props: {
  readonly chosen: Chosen;
  readonly name: string | null;
  readonly onAll: () => void;
}) {
  const whose = props.name === null ? '' : `${props.name}名下`;
  return (
    <Section>
      {props.chosen === null ? (
        <EmptyState title={`${whose}今天没有到期的事项`}>
          没有逾期的，7 天内也没有到期的，没有等着接收、签署或者恢复的。
        </EmptyState>
      ) : (
        <EmptyState
          title={`${whose}没有“${todayGroups[props.chosen].label}”的事项`}
          action={<Button onClick={props.onAll}>看全部</Button>}
        />
      )}
    </Section>
  );
}

function PaperHead(props: {
  readonly office: string | null;
  readonly whose: string | null;
  readonly chosen: Chosen;
  readonly today: LocalDate;
}) {
  const what = props.chosen === null ? '' : `（${todayGroups[props.chosen].label}）`;
  return (
    <>
      <p className={styles.paperTitle}>今日事项{what}</p>
      <p className={styles.paperUnit}>
        <span>{props.office ?? ''}</span>
        <span>{props.whose === null ? '全部调解员' : `调解员：${props.whose}`}</span>
        <span>{formatLocalDate(props.today)}</span>
      </p>
    </>
  );
}
