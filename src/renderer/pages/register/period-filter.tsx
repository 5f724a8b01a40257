import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { CaseFilter } from '#shared/contract/cases.ts';
import {
  type NamedPeriodKind,
  type Period,
  periodOf,
  previousRequest,
  requestCovering,
  requestHolding,
  type StatisticalCalendar,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './register.module.css';

type PeriodFilterProps = {
  readonly value: CaseFilter['listed'];
  readonly onChoose: (period: Period | null) => void;
};

/** By receipt day: this month, last month, this year, last year, or from one day to another. */
export function PeriodFilter({ value, onChoose }: PeriodFilterProps) {
  const { today, statistics } = useOverview();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(value?.from ?? '');
  const [to, setTo] = useState(value?.to ?? '');
  const of = (kind: NamedPeriodKind) => requestHolding(kind, today, statistics);
  const usual = [
    { what: '本月', request: of('month') },
    { what: '上月', request: previousRequest(of('month')) },
    { what: '今年', request: of('year') },
    { what: '去年', request: previousRequest(of('year')) },
  ];
  const choose = (period: Period | null) => {
    setOpen(false);
    onChoose(period);
  };
  const first = typedDay(from);
  const last = typedDay(to);
  const content = (
    <div className={styles.period}>
      <div className={styles.usual}>
        {usual.map(({ what, request }) => (
          <Button key={what} onClick={() => choose(periodOf(request, statistics))}>
            {`${what}（${request.kind === 'month' ? `${Number(request.month.slice(5))}月` : shortPeriodName(request)}）`}
          </Button>
        ))}
      </div>
      <div className={fields.stacked}>
        <DateField name="from" label="接收日从" typed={from} onType={setFrom} />
        <DateField name="to" label="到" typed={to} onType={setTo} />
      </div>
      <div className={styles.usual}>
        <Button
          type="primary"
          disabled={first === null || last === null || first > last}
          onClick={() => first !== null && last !== null && choose({ from: first, to: last })}
        >
          按此期间
        </Button>
        <Button disabled={value === null} onClick={() => choose(null)}>
          不限期间
        </Button>
      </div>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button>{value === null ? '接收日' : periodInWords(value, statistics)}</Button>
    </Popover>
  );
}

/** A whole month, quarter, half or year by its name, anything else from day to day. */
export function periodInWords(period: Period, calendar: StatisticalCalendar): string {
  const request = requestCovering(period, calendar);
  if (request.kind !== 'days') return shortPeriodName(request);
  return period.from === period.to ? period.from : `${period.from} 至 ${period.to}`;
}
