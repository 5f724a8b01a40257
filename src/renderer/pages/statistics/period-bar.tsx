import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PeriodKind, PeriodRequest } from '#shared/domain/reporting-period.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { DaysChoice } from './days-choice.tsx';
import { asKind, neighbour, partOf, partsOf, requestNamed, stepWords, yearOf } from './periods.ts';
import styles from './statistics.module.css';

const kinds: { readonly value: PeriodKind; readonly label: string }[] = [
  { value: 'month', label: '月' },
  { value: 'quarter', label: '季度' },
  { value: 'halfYear', label: '半年' },
  { value: 'year', label: '年' },
  { value: 'days', label: '任意起止' },
];

/** Which kind of period, which one, and the one before and after. */
export function PeriodBar(props: {
  readonly request: PeriodRequest;
  readonly covered: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly onChoose: (request: PeriodRequest) => void;
  /** No days of one's own: what is shown is made of months. */
  readonly wholeMonths?: boolean;
}) {
  const { request, onChoose } = props;
  const { today, statistics } = useOverview();
  const word = stepWords[request.kind];
  const step = (by: -1 | 1) => onChoose(neighbour(request, by));
  // The choice of a kind takes every arrow for itself, with Ctrl too: the period goes before it.
  const stepFirst = (event: KeyboardEvent) => {
    if (event.ctrlKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      event.stopPropagation();
      step(event.key === 'ArrowLeft' ? -1 : 1);
    }
  };
  return (
    <div className={styles.periodBar}>
      <div onKeyDownCapture={stepFirst}>
        <Segmented
          aria-label="统计期"
          value={request.kind}
          options={props.wholeMonths === true ? kinds.filter(({ value }) => value !== 'days') : kinds}
          onChange={(kind) => onChoose(asKind(request, kind, today, statistics))}
        />
      </div>
      <Button
        icon={<LeftOutlined />}
        aria-label={`上一${word}`}
        title={`上一${word}（Ctrl+←）`}
        onClick={() => step(-1)}
      />
      {request.kind === 'days' ? (
        <DaysChoice
          key={`${request.from} ${request.to}`}
          from={request.from}
          to={request.to}
          onChoose={(from, to) => onChoose({ kind: 'days', from, to })}
        />
      ) : (
        <NamedChoice {...props} request={request} />
      )}
      <Button
        icon={<RightOutlined />}
        aria-label={`下一${word}`}
        title={`下一${word}（Ctrl+→）`}
        onClick={() => step(1)}
      />
    </div>
  );
}

function NamedChoice(props: {
  readonly request: Exclude<PeriodRequest, { kind: 'days' }>;
  readonly covered: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly onChoose: (request: PeriodRequest) => void;
}) {
  const { request, onChoose } = props;
  const { today, statistics } = useOverview();
  const { kind } = request;
  const year = yearOf(request);
  const part = partOf(request);
  const thisYear = yearOf(asKind({ kind: 'days', from: today, to: today }, kind, today, statistics));
  const first = Math.min(year, Number((props.covered?.from ?? today).slice(0, 4)) - 1, thisYear - 3);
  const last = Math.max(year, thisYear);
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    value: last - index,
    label: `${last - index}年`,
  }));
  const choose = (chosenYear: number, chosenPart: number | null) => {
    const chosen = requestNamed(kind, chosenYear, chosenPart);
    if (chosen !== undefined) {
      onChoose(chosen);
    }
  };
  return (
    <>
      <Select
        aria-label="年份"
        value={year}
        options={years}
        popupMatchSelectWidth={false}
        onChange={(chosen) => choose(chosen, part)}
      />
      {kind !== 'year' && part !== null && (
        <Select
          aria-label={kind === 'month' ? '月份' : kind === 'quarter' ? '季度' : '上半年或下半年'}
          value={part}
          options={[...partsOf(kind)]}
          listHeight={420}
          popupMatchSelectWidth={false}
          onChange={(chosen) => choose(year, chosen)}
        />
      )}
    </>
  );
}
