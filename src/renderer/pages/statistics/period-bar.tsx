import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { type LocalDate, month } from '#shared/domain/local-date.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { neighbour, yearOf } from './periods.ts';
import styles from './statistics.module.css';

const monthsOfYear = Array.from({ length: 12 }, (_, index) => ({
  value: index + 1,
  label: `${index + 1}月`,
}));

function monthIn(year: number, monthOfYear: number): PeriodRequest {
  return { kind: 'month', month: month(`${year}-${String(monthOfYear).padStart(2, '0')}`) };
}

/** Month or year, which one, and the one before and after. */
export function PeriodBar(props: {
  readonly request: PeriodRequest;
  readonly today: LocalDate;
  readonly covered: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly onChoose: (request: PeriodRequest) => void;
}) {
  const { request, onChoose } = props;
  const year = yearOf(request);
  const thisYear = Number(props.today.slice(0, 4));
  const first = Math.min(year, Number((props.covered?.from ?? props.today).slice(0, 4)) - 1, thisYear - 3);
  const last = Math.max(year, thisYear);
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    value: last - index,
    label: `${last - index}年`,
  }));
  const monthOfYear = request.kind === 'month' ? Number(request.month.slice(5)) : null;
  const word = request.kind === 'month' ? '月' : '年';
  return (
    <div className={styles.periodBar}>
      <Segmented
        aria-label="统计期"
        value={request.kind}
        options={[
          { value: 'month', label: '按月' },
          { value: 'year', label: '按年' },
        ]}
        onChange={(kind) =>
          onChoose(
            kind === 'year'
              ? { kind: 'year', year }
              : monthIn(year, year === thisYear ? Number(props.today.slice(5, 7)) : 12),
          )
        }
      />
      <Button
        icon={<LeftOutlined />}
        aria-label={`上一${word}`}
        title={`上一${word}（Ctrl+←）`}
        onClick={() => onChoose(neighbour(request, -1))}
      />
      <Select
        aria-label="年份"
        value={year}
        options={years}
        popupMatchSelectWidth={false}
        onChange={(chosen) =>
          onChoose(monthOfYear === null ? { kind: 'year', year: chosen } : monthIn(chosen, monthOfYear))
        }
      />
      {monthOfYear !== null && (
        <Select
          aria-label="月份"
          value={monthOfYear}
          options={monthsOfYear}
          listHeight={420}
          popupMatchSelectWidth={false}
          onChange={(chosen) => onChoose(monthIn(year, chosen))}
        />
      )}
      <Button
        icon={<RightOutlined />}
        aria-label={`下一${word}`}
        title={`下一${word}（Ctrl+→）`}
        onClick={() => onChoose(neighbour(request, 1))}
      />
    </div>
  );
}
