import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ReportLine } from '#shared/contract/reports.ts';
import { dateParts, type LocalDate } from '#shared/domain/local-date.ts';
import { periodKey, shortPeriodName, yearPeriod } from '#shared/domain/reporting-period.ts';
import { missingCalendarSentence } from '#shared/domain/rest-days.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { EmptyState, ErrorLine, ErrorState, LoadingState } from '../../../components/states.tsx';
import { YearChoice } from '../../../components/year-choice.tsx';
import { PartLinks } from '../part-links.tsx';
import { anyYear, withYear, yearOf, yearShown } from '../periods.ts';
import styles from './calendar.module.css';
import { HandInDrawer } from './hand-in-drawer.tsx';
import { unusualOf, useOpenMonths } from './open-months.ts';
import { ReportTable } from './report-table.tsx';

/**
 * 报送日历: what is due in a year, each with its day, and whether it was handed in. With this year stands all that waits,
 * though its day lies in another.
 */
export function CalendarPage() {
  const { today } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const { year: thisYear } = dateParts(today);
  const year = yearShown(parameters, anyYear, yearOf) ?? thisYear;
  const lines = useQuery(
    query.reports.calendar.queryOptions({ input: yearPeriod(year), placeholderData: keepPreviousData }),
  );
  const waiting = useQuery(query.reports.due.queryOptions()).data ?? [];
  const choose = (chosen: number) => setParameters(withYear(parameters, chosen, anyYear), { replace: true });
  usePageKeys({ previous: () => choose(year - 1), next: () => choose(year + 1) });
  return (
    <Page
      title="报送日历"
      note={`${year}年要报送的，按报送日先后`}
      actions={<YearChoice year={year} first={thisYear - 4} last={thisYear + 1} onChoose={choose} />}
    >
      <PartLinks />
      <Section>
        {lines.isError ? (
          <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />
        ) : lines.data === undefined ? (
          <LoadingState />
        ) : (
          <Reports
            year={year}
            lines={year === thisYear ? withWaiting(lines.data, waiting) : lines.data}
            today={today}
          />
        )}
      </Section>
    </Page>
  );
}

/** What is overdue from earlier years comes before the year's own, what is due early in the next one after. */
function withWaiting(lines: readonly ReportLine[], waiting: readonly ReportLine[]): readonly ReportLine[] {
  const keyOf = ({ duty, request }: ReportLine) => `${duty} ${periodKey(request)}`;
  const own = new Set(lines.map(keyOf));
  const [first] = lines;
  const others = waiting.filter((line) => !own.has(keyOf(line)));
  const earlier = others.filter(({ dueOn }) => first !== undefined && dueOn < first.dueOn);
  return [...earlier, ...lines, ...others.filter((line) => !earlier.includes(line))];
}

function Reports(props: {
  readonly year: number;
  readonly lines: readonly ReportLine[];
  readonly today: LocalDate;
}) {
  const { lines, today } = props;
  const { message, modal } = App.useApp();
  const open = useOpenMonths();
  const [handing, setHanding] = useState<ReportLine | null>(null);
  const [taking, setTaking] = useState<ReportLine | null>(null);
  const handIn = useMutation({
    ...query.reports.handIn.mutationOptions(),
    onSuccess: () => {
      setHanding(null);
      message.success('已登记报送');
    },
  });
  const takeBack = useMutation({
    ...query.reports.takeBack.mutationOptions(),
    onSuccess: () => {
      setTaking(null);
      message.success('已撤回');
    },
  });
  const register = (line: ReportLine, on: LocalDate, remarks: string | null) => {
    const { duty, request } = line;
    const save = () => handIn.mutate({ duty, request, on, remarks });
    const unusual = unusualOf(line, on, open(line));
    if (unusual.length === 0) {
      save();
      return;
    }
    modal.confirm({
      title: `仍然登记${shortPeriodName(request)}${line.name}已报？`,
      content: (
        <ul className={styles.unusual}>
          {unusual.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ),
      okText: '登记已报',
      cancelText: '先不登记',
      onOk: save,
    });
  };
  if (lines.length === 0) {
    return (
      <EmptyState title={`${props.year}年没有要报送的报表`}>
        报送事项、从哪个月起报，在<Link to="/settings?part=reports">设置—报送事项</Link>里定。
      </EmptyState>
    );
  }
  const missing = missingCalendarSentence(lines.flatMap(({ restDay }) => restDay?.uncertainYears ?? []));
  return (
    <div className={styles.reports}>
      <Summary lines={lines} />
      <ReportTable
        lines={lines}
        today={today}
        busy={handIn.isPending}
        open={open}
        onToday={(line) => register(line, today, null)}
        onHandIn={(line) => {
          handIn.reset();
          setHanding(line);
        }}
        onTakeBack={(line) => {
          takeBack.reset();
          setTaking(line);
        }}
      />
      {handing === null && <ErrorLine error={handIn.error} />}
      {missing !== undefined && <p className={styles.caution}>{missing}</p>}
      <p className={styles.hint}>
        休息日不顺延，要提前报还是可以顺延，按收表单位的要求。报送事项在
        <Link to="/settings?part=reports">设置—报送事项</Link>里改。
      </p>
      {handing !== null && (
        <HandInDrawer
          line={handing}
          today={today}
          saving={handIn.isPending}
          error={handIn.error}
          onSave={(on, remarks) => register(handing, on, remarks)}
          onClose={() => setHanding(null)}
        />
      )}
      {taking?.handedIn != null && (
        <TakeBack
          line={taking}
          saving={takeBack.isPending}
          error={takeBack.error}
          onGive={(reason) => taking.handedIn !== null && takeBack.mutate({ id: taking.handedIn.id, reason })}
          onClose={() => setTaking(null)}
        />
      )}
    </div>
  );
}

function TakeBack(props: {
  readonly line: ReportLine;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { line, ...dialog } = props;
  return (
    <ReasonDialog {...dialog} title={`撤回报送：${line.name}（${line.periodName}）`} okText="撤回">
      <p>这一期会回到未报送。原来的登记留在办理记录里。</p>
    </ReasonDialog>
  );
}

function Summary({ lines }: { readonly lines: readonly ReportLine[] }) {
  const done = lines.filter(({ handedIn }) => handedIn !== null).length;
  const overdue = lines.filter(({ state }) => state === 'overdue').length;
  return (
    <p role="status">
      共 {lines.length} 项，已报 {done} 项
      {overdue > 0 && (
        <>
          ，<strong className={styles.overdue}>逾期未报 {overdue} 项</strong>
        </>
      )}
      。
    </p>
  );
}
