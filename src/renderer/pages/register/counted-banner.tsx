import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import { channelSchema } from '#shared/domain/channel.ts';
import { closingCodeSchema } from '#shared/domain/closing.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { formatMonth, monthOf, monthPeriod } from '#shared/domain/reporting-period.ts';
import { figures, sliceDimensions } from '#shared/domain/statistics.ts';
import { PeriodLabel } from '../../components/period-label.tsx';
import styles from './register.module.css';

/** Says which number's cases these are, by what rule they count, and leads back to the table. */
export function CountedBanner(props: { readonly counted: Counted; readonly onLeave: () => void }) {
  const { counted, onLeave } = props;
  const navigate = useNavigate();
  const figure = figures[counted.figure];
  const month = monthOf(counted.period.from);
  const whole = monthPeriod(month);
  const isMonth = whole.from === counted.period.from && whole.to === counted.period.to;
  return (
    <div className={styles.counted} role="status">
      <div>
        <strong>
          统计数字“{figure.label}”
          {counted.slice !== null &&
            `（${sliceDimensions[counted.slice.dimension].label}：${sliceLabel(counted.slice)}）`}{' '}
          {isMonth ? formatMonth(month) : <PeriodLabel period={counted.period} />} 背后的案件
        </strong>
        <span className={styles.formula}>{figure.formula}</span>
      </div>
      <div className={styles.countedActions}>
        <Button onClick={() => navigate(-1)}>返回统计</Button>
        <Button onClick={onLeave}>查看全部案件</Button>
      </div>
    </div>
  );
}

function sliceLabel(slice: NonNullable<Counted['slice']>): string {
  if (slice.key === '') {
    return '未填';
  }
  const channel = slice.dimension === 'channel' ? channelSchema.safeParse(slice.key).data : undefined;
  const code = slice.dimension === 'closing' ? closingCodeSchema.safeParse(slice.key).data : undefined;
  if (channel !== undefined) {
    return channelLabels[channel];
  }
  return code === undefined ? slice.key : closingLabels[code];
}
