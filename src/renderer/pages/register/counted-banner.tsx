import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { periodName, requestCovering } from '#shared/domain/reporting-period.ts';
import { figures } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { casesFrozen } from '../../components/case-filter.ts';
import { useCountedWords } from '../../components/counted-words.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './register.module.css';

/** Says which number's cases these are, by what rule they count, and leads back to the table. */
export function CountedBanner(props: { readonly counted: Counted; readonly onLeave: () => void }) {
  const { counted, onLeave } = props;
  const navigate = useNavigate();
  const words = useCountedWords(counted);
  const figure = figures[counted.figure];
  const { statistics } = useOverview();
  const request = requestCovering(counted.period, statistics);
  return (
    <div className={styles.counted} role="status">
      <div>
        <strong>
          统计数字“{figure.label}”{words.length > 0 && `（${words.join('，')}）`}{' '}
          {periodName(request, statistics)} 背后的案件
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
