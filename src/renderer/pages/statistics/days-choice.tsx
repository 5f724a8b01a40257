import { Button, Popover } from 'antd';
import { useState } from 'react';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { formatPeriod, periodRequestSchema } from '#shared/domain/reporting-period.ts';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import fields from '../../components/fields/fields.module.css';
import styles from './statistics.module.css';

/** From one day to another, both of them counted. */
export function DaysChoice(props: {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly onChoose: (from: LocalDate, to: LocalDate) => void;
}) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<string>(props.from);
  const [to, setTo] = useState<string>(props.to);
  const first = typedDay(from);
  const last = typedDay(to);
  const asked =
    first === null || last === null
      ? undefined
      : periodRequestSchema.safeParse({ kind: 'days', from: first, to: last });
  const doubt = asked?.success === false ? asked.error.issues[0]?.message : undefined;
  const choose = () => {
    if (asked?.success === true && asked.data.kind === 'days') {
      setOpen(false);
      props.onChoose(localDate(asked.data.from), localDate(asked.data.to));
    }
  };
  const content = (
    <form
      className={styles.days}
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <div className={fields.stacked}>
        <DateField name="from" label="起始日" typed={from} onType={setFrom} />
        <DateField name="to" label="截止日" typed={to} onType={setTo} doubt={doubt} />
      </div>
      <Button type="primary" htmlType="submit" disabled={asked?.success !== true}>
        按此期间统计
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button title={`起止日：${formatPeriod(props)}`}>
        {props.from} 至 {props.to}
      </Button>
    </Popover>
  );
}
