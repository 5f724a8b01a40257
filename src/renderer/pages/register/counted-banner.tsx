import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { periodName, requestCovering } from '#shared/domain/reporting-period.ts';
import { figures, sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { casesFrozen } from '../../components/case-filter.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './register.module.css';

/** Says which number's cases these are, by what rule they count, and leads back to the table. */
export function CountedBanner(props: { readonly counted: Counted; readonly onLeave: () => void }) {
  const { counted, onLeave } = props;
  const navigate = useNavigate();
  const sliceWords = useSliceWords(counted);
  const figure = figures[counted.figure];
  const { statistics } = useOverview();
  const request = requestCovering(counted.period, statistics);
  return (
    <div className={styles.counted} role="status">
      <div>
        <strong>
          统计数字“{figure.label}”{sliceWords} {periodName(request, statistics)} 背后的案件
        </strong>
        <span className={styles.formula}>{figure.formula}</span>
        {request.kind === 'month' && <SinceClosing month={request.month} counted={counted} />}
      </div>
      <div className={styles.countedActions}>
        <Button onClick={() => navigate(-1)}>返回统计</Button>
        <Button onClick={onLeave}>查看全部案件</Button>
      </div>
    </div>
  );
}

/** The list is always of today: where a closed month says something else, nobody should wonder. */
function SinceClosing({ month, counted }: { readonly month: Month; readonly counted: Counted }) {
  const difference = useQuery(query.months.difference.queryOptions({ input: { month } }));
  if ((difference.data?.parts.length ?? 0) === 0) {
    return null;
  }
  return (
    <span className={styles.formula}>
      这个月已经结账，结账以后又有改动：这里按今天的登记列出，与结账时的数可能相差，差别见之后月份的“上期调整”。
      <Link to={casesFrozen(month, counted)} className={styles.inText ?? ''}>
        查看结账时的案件
      </Link>
    </span>
  );
}

/** What tells the rows of the tables apart, by their names. */
function useSliceWords({ slices, anyOf = [] }: Counted): string {
  const named = [...slices, ...anyOf];
  const labels = useQuery({
    ...query.statistics.labels.queryOptions({ input: { slices: named } }),
    enabled: named.length > 0,
  });
  if (named.length === 0) return '';
  const words = named.map(
    ({ dimension }, place) => `${sliceDimensions[dimension].label}：${labels.data?.[place] ?? ''}`,
  );
  const either = words.slice(slices.length).join('或者');
  return `（${[...words.slice(0, slices.length), ...(either === '' ? [] : [either])].join('，')}）`;
}
