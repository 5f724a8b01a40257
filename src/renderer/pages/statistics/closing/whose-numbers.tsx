import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { shortFingerprint } from '#shared/domain/report-standing.ts';
import { formatMonth, type PeriodRequest, periodOf } from '#shared/domain/reporting-period.ts';
import { type CountedTodayReason, countedTodayWords } from '#shared/domain/statistics/tables.ts';
import { query } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import styles from './closing.module.css';

/** Which numbers of closed months stand on a page: those of the closing, or today's, and why. */
function useWhoseNumbers(props: {
  readonly request: PeriodRequest;
  readonly filtered: boolean;
  readonly ownTable: boolean;
}) {
  const { request, filtered, ownTable } = props;
  const { statistics } = useOverview();
  const { from, to } = periodOf(request, statistics);
  const known = useQuery(query.months.list.queryOptions()).data ?? [];
  const whole = request.kind === 'month' && !filtered && !ownTable;
  const closed = known.flatMap(({ month, closing, adjustedIn }) =>
    closing !== null && closing.period.from <= to && closing.period.to >= from
      ? [{ month, closing, adjustedIn }]
      : [],
  );
  const why: CountedTodayReason = ownTable ? 'ownTable' : filtered ? 'filtered' : 'longer';
  return { own: whole ? closed.find(({ month }) => month === request.month) : undefined, whole, closed, why };
}

/**
 * Says whether the numbers below are those of a closing or are counted today although months among them are closed;
 * nothing where no month is. It is printed too. `only`: nothing but the one of the two, where the other is told elsewhere.
 */
export function WhoseNumbers(props: {
  readonly request: PeriodRequest;
  readonly filtered: boolean;
  readonly ownTable?: boolean;
  readonly only?: 'frozen' | 'live';
}) {
  const { request, filtered, ownTable = false, only } = props;
  const { own, whole, closed, why } = useWhoseNumbers({ request, filtered, ownTable });
  if (own !== undefined) {
    const { sequence, by, at, contentSha256 } = own.closing;
    return only === 'live' ? null : (
      <p className={styles.whose} data-closed="true">
        {formatMonth(own.month)}已锁定（第{sequence}次：{by}，{formatInstant(at)}，校验值{' '}
        {shortFingerprint(contentSha256)}）：这里是锁定时的数，以后的改动不影响它。
      </p>
    );
  }
  if (whole || closed.length === 0 || only === 'frozen') {
    return null;
  }
  const adjustedIn = closed[0]?.adjustedIn;
  return (
    <p className={styles.whose}>
      {countedTodayWords(why, closed.map(({ month }) => month).toReversed())}
      {adjustedIn !== undefined && adjustedIn !== null && (
        <Link to={`/statistics?month=${adjustedIn}`} className={`${styles.inText} no-print`}>
          查看{formatMonth(adjustedIn)}的上期调整
        </Link>
      )}
    </p>
  );
}
