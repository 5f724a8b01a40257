import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { CaseFilter } from '#shared/contract/cases.ts';
import { dateParts, type Month } from '#shared/domain/local-date.ts';
import {
  formatMonth,
  monthOf,
  monthPeriod,
  type Period,
  previousMonth,
  yearPeriod,
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
  const { today } = useOverview();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(value?.from ?? '');
  const [to, setTo] = useState(value?.to ?? '');
  const month = monthOf(today);
  const { year } = dateParts(today);
  const usual = [
    { label: `本月（${monthNumber(month)}月）`, period: monthPeriod(month) },
    { label: `上月（${monthNumber(previousMonth(month))}月）`, period: monthPeriod(previousMonth(month)) },
    { label: `今年（${year}）`, period: yearPeriod(year) },
    { label: `去年（${year - 1}）`, period: yearPeriod(year - 1) },
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
        {usual.map(({ label, period }) => (
          <Button key={label} onClick={() => choose(period)}>
            {label}
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
      <Button>{value === null ? '接收日' : periodInWords(value)}</Button>
    </Popover>
  );
}

function monthNumber(month: Month): number {
  return Number(month.slice(5));
}

/** A whole month or year by its name, anything else from day to day. */
export function periodInWords(period: Period): string {
  const month = monthOf(period.from);
  const year = Number(period.from.slice(0, 4));
  if (isSame(period, monthPeriod(month))) {
    return formatMonth(month);
  }
  if (isSame(period, yearPeriod(year))) {
    return `${year}年`;
  }
  return period.from === period.to ? period.from : `${period.from} 至 ${period.to}`;
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}
