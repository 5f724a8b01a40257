import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import { channelSchema } from '#shared/domain/channel.ts';
import { closingCodeSchema } from '#shared/domain/closing.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { periodName, requestCovering } from '#shared/domain/reporting-period.ts';
import { figures, sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './register.module.css';

/** Says which number's cases these are, by what rule they count, and leads back to the table. */
export function CountedBanner(props: { readonly counted: Counted; readonly onLeave: () => void }) {
  const { counted, onLeave } = props;
  const navigate = useNavigate();
  const sliceLabel = useSliceLabel(counted.slice);
  const figure = figures[counted.figure];
  const { statistics } = useOverview();
  return (
    <div className={styles.counted} role="status">
      <div>
        <strong>
          统计数字“{figure.label}”
          {counted.slice !== null && `（${sliceDimensions[counted.slice.dimension].label}：${sliceLabel}）`}{' '}
          {periodName(requestCovering(counted.period, statistics), statistics)} 背后的案件
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

/** What tells the row of the table apart, by its name. */
function useSliceLabel(slice: Counted['slice']): string {
  const { courts } = useOverview();
  const mediators = useQuery({
    ...query.mediators.list.queryOptions(),
    enabled: slice?.dimension === 'mediator',
  });
  if (slice === null || slice.key === '') {
    return '未填';
  }
  switch (slice.dimension) {
    case 'channel': {
      const channel = channelSchema.safeParse(slice.key).data;
      return channel === undefined ? slice.key : channelLabels[channel];
    }
    case 'closing': {
      const code = closingCodeSchema.safeParse(slice.key).data;
      return code === undefined ? slice.key : closingLabels[code];
    }
    case 'court':
      return courts.find(({ id }) => String(id) === slice.key)?.shortName ?? slice.key;
    case 'mediator':
      return mediators.data?.find(({ id }) => String(id) === slice.key)?.name ?? '';
    case 'cause':
    case 'sector':
      return slice.key;
  }
}
