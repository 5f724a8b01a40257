import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { periodName, requestCovering } from '#shared/domain/reporting-period.ts';
import { amounts, figures, formatRatio } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { casesFrozen } from '../../components/case-filter.ts';
import { useCountedWords } from '../../components/counted-words.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { sumInWords } from '../../components/summed-words.ts';
import styles from './register.module.css';
import type { SummedTotal } from './summed-columns.ts';

/** Says which number's cases these are, by what rule they count, and leads back to the table. */
export function CountedBanner(props: {
  readonly counted: Counted;
  /** What a sum comes to; null while it is read, and of what counts cases. */
  readonly total: SummedTotal | null;
  readonly onLeave: () => void;
}) {
  const { counted, total, onLeave } = props;
  const navigate = useNavigate();
  const words = useCountedWords(counted);
  const { label, formula } = figures[counted.figure];
  const { summed } = counted;
  const { statistics } = useOverview();
  const request = requestCovering(counted.period, statistics);
  return (
    <div className={styles.counted} role="status">
      <div>
        <strong>
          {summed === undefined
            ? `统计数字“${label}”`
            : `“${amounts[summed].label}”${total === null ? '' : ` ${sumInWords(summed, total.sum)}`}`}
          {words.length > 0 && `（${words.join('，')}）`} {periodName(request, statistics)} 背后的案件
        </strong>
        <span className={styles.formula}>{summed === undefined ? formula : amounts[summed].formula}</span>
        {summed === 'daysToClose' && total !== null && <Mean total={total} />}
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
      这个月已经锁定，锁定以后又有改动：这里按今天的登记列出，与锁定时的数可能相差，差别见之后月份的“上期调整”。
      <Link to={casesFrozen(month, counted)} className={styles.inText ?? ''}>
        查看锁定时的案件
      </Link>
    </span>
  );
}

/** Days are looked at for their mean: the sum and the number of cases give it. */
function Mean({ total }: { readonly total: SummedTotal }) {
  const { sum, cases } = total;
  return (
    <span className={styles.formula}>
      平均 {formatRatio('averageDays', { numerator: sum, denominator: cases })} 天＝{sum} 天÷{cases} 件
    </span>
  );
}
