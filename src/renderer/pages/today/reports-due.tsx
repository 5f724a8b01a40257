import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReportLine } from '#shared/contract/reports.ts';
import { daysBetween, formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { shortPeriodName } from '#shared/domain/reporting-period.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './reports-due.module.css';

/** Named one by one; more of them are only counted. */
const mostNamed = 4;

/** A line of its own for reports that are overdue or due within three working days; nothing where there are none. */
export function ReportsDue() {
  const { today } = useOverview();
  const due = useQuery(query.reports.due.queryOptions()).data ?? [];
  if (due.length === 0) return null;
  const late = due.some(({ state }) => state === 'overdue');
  return (
    <div className={styles.due} role="status" data-late={late}>
      <strong>报送</strong>
      <ul>
        {due.slice(0, mostNamed).map((line) => (
          <li key={`${line.duty} ${line.period.to}`} data-late={line.state === 'overdue'}>
            {inWords(line, today)}
          </li>
        ))}
        {due.length > mostNamed && <li>另有 {due.length - mostNamed} 项</li>}
      </ul>
      <Link to="/statistics/calendar" className={styles.link ?? ''}>
        到报送日历办理
      </Link>
    </div>
  );
}

function inWords({ name, request, recipients, dueOn, restDay }: ReportLine, today: LocalDate): string {
  const left = daysBetween(today, dueOn);
  const when =
    left < 0
      ? `逾期 ${-left} 天`
      : left === 0
        ? '今天到期'
        : `${formatLocalDate(dueOn)}到期，还有 ${left} 天`;
  const rest =
    restDay === null || left < 0
      ? ''
      : `（休息日，前一个工作日是${formatLocalDate(restDay.workingDayBefore)}）`;
  return `${shortPeriodName(request)}${name}（${recipients}）：${when}${rest}`;
}
