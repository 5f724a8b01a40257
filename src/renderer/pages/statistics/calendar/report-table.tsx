import { Button } from 'antd';
import { Link } from 'react-router';
import type { ReportLine } from '#shared/contract/reports.ts';
import { daysBetween, formatLocalDate, type LocalDate, type Month } from '#shared/domain/local-date.ts';
import { reportStates } from '#shared/domain/report-duty.ts';
import { formatMonth, formatPeriod, shortPeriodName } from '#shared/domain/reporting-period.ts';
import { formatInstant } from '../../../components/instant.ts';
import { addressOf } from '../periods.ts';
import styles from './calendar.module.css';
import { type OpenMonths, openInWords } from './open-months.ts';

type Doing = {
  readonly today: LocalDate;
  readonly busy: boolean;
  readonly open: OpenMonths;
  readonly onToday: (line: ReportLine) => void;
  readonly onHandIn: (line: ReportLine) => void;
  readonly onTakeBack: (line: ReportLine) => void;
};

/** The reports by their due days. */
export function ReportTable(props: Doing & { readonly lines: readonly ReportLine[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">报送日</th>
          <th scope="col">报表</th>
          <th scope="col">统计期</th>
          <th scope="col">报送给</th>
          <th scope="col">情况</th>
          <th scope="col">锁定</th>
          <th scope="col">
            <span className="visually-hidden">办理</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <Line key={`${line.duty} ${line.period.from} ${line.period.to}`} line={line} {...props} />
        ))}
      </tbody>
    </table>
  );
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

function withWeekday(day: LocalDate): string {
  return `${formatLocalDate(day)}（周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`;
}

function Line({
  line,
  today,
  busy,
  open,
  onToday,
  onHandIn,
  onTakeBack,
}: Doing & { readonly line: ReportLine }) {
  const { dueOn, restDay, period, handedIn, state } = line;
  const name = shortPeriodName(line.request);
  const which = `${name}${line.name}`;
  return (
    <tr data-state={state}>
      <td>
        {withWeekday(dueOn)}
        {restDay !== null && (
          <small className={styles.rest}>
            休息日{restDay.name.startsWith('周') ? '' : `（${restDay.name}）`}，前一个工作日是
            {withWeekday(restDay.workingDayBefore)}
          </small>
        )}
      </td>
      <td>{line.name}</td>
      <td>
        <Link to={`/statistics?${addressOf(line.request)}`}>{name}</Link>
        {line.periodName !== name && <small>{formatPeriod(period)}</small>}
      </td>
      <td>{line.recipients}</td>
      <td>
        <span className={styles.state}>{reportStates[state].label}</span>
        {handedIn === null ? (
          <small>{waitInWords(line, today)}</small>
        ) : (
          <small title={`登记于 ${formatInstant(handedIn.at)}`}>
            {formatLocalDate(handedIn.on)}，{handedIn.by}登记
            {handedIn.remarks !== null && `；${handedIn.remarks}`}
          </small>
        )}
      </td>
      <td>{period.from <= today && <Closed line={line} open={open(line)} over={period.to < today} />}</td>
      <td className={styles.buttons}>
        {period.to < today && handedIn === null && (
          <Link
            to={`/statistics?${addressOf(line.request)}&do=export`}
            className={styles.export ?? ''}
            aria-label={`导出：${which}`}
          >
            导出
          </Link>
        )}
        {handedIn === null ? (
          <>
            {period.to < today && (
              <Button
                size="small"
                disabled={busy}
                aria-label={`今天已报：${which}`}
                onClick={() => onToday(line)}
              >
                今天已报
              </Button>
            )}
            {period.from <= today && (
              <Button
                size="small"
                type="text"
                aria-label={`登记报送：${which}`}
                onClick={() => onHandIn(line)}
              >
                登记报送
              </Button>
            )}
          </>
        ) : (
          <Button size="small" type="text" aria-label={`撤回：${which}`} onClick={() => onTakeBack(line)}>
            撤回
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Whether the months of a report are closed, and where the first that is not can be. */
function Closed(props: {
  readonly line: ReportLine;
  readonly open: readonly Month[] | null;
  readonly over: boolean;
}) {
  const { line, open, over } = props;
  if (open === null) {
    return null;
  }
  const [first] = open;
  if (first === undefined) {
    return '已锁定';
  }
  return (
    <>
      {line.request.kind === 'month' ? '未锁定' : openInWords(open)}
      {over && (
        <small>
          <Link
            to={`/statistics?month=${first}`}
            aria-label={`去锁定：${formatMonth(first)}（${shortPeriodName(line.request)}${line.name}）`}
          >
            {line.request.kind === 'month' ? '去锁定' : `去结${formatMonth(first)}的账`}
          </Link>
        </small>
      )}
    </>
  );
}

function waitInWords({ dueOn, period }: ReportLine, today: LocalDate): string {
  if (today < period.from) return '统计期还没有开始';
  const left = daysBetween(today, dueOn);
  if (left < 0) return `逾期 ${-left} 天`;
  if (left === 0) return '今天到期';
  return `还有 ${left} 天${today <= period.to ? '，统计期还没有结束' : ''}`;
}
