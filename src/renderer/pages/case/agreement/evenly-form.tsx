import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { readTypedAmount } from '../../../components/fields/amount-field.tsx';
import { readTypedDate } from '../../../components/fields/date-field.tsx';
import styles from './agreement.module.css';
import type { PaymentTermDraft } from './agreement-draft.ts';
import { evenInstalments } from './even-instalments.ts';

type EvenlyFormProps = {
  readonly term: PaymentTermDraft;
  readonly place: number;
  readonly onChange: (term: PaymentTermDraft) => void;
};

const most = 120;

/** 平均分 n 期: amounts that make up the sum to the fen; days only from a first day and a step that somebody types. */
export function EvenlyForm({ term, place, onChange }: EvenlyFormProps) {
  const id = useId();
  const [count, setCount] = useState('');
  const [first, setFirst] = useState('');
  const [step, setStep] = useState('1');
  const total = readTypedAmount(term.amount);
  const parts = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;
  const months = /^\d{1,2}$/.test(step.trim()) ? Number(step) : 0;
  const day = readTypedDate(first);
  const ready =
    total.kind === 'amount' && parts >= 2 && parts <= most && months >= 1 && day.kind !== 'unreadable';
  return (
    <fieldset className={styles.evenly} aria-label="平均分期">
      <label htmlFor={`${id}-count`}>平均分</label>
      <Input
        id={`${id}-count`}
        aria-label="期数"
        className={styles.short ?? ''}
        value={count}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => setCount(event.target.value)}
      />
      <span>期，首期</span>
      <Input
        aria-label="首期付款日期"
        className={styles.day ?? ''}
        value={first}
        placeholder="日期，可空"
        autoComplete="off"
        status={day.kind === 'unreadable' ? 'error' : ''}
        onChange={(event) => setFirst(event.target.value)}
      />
      <span>，每</span>
      <Input
        aria-label="每隔几个月"
        className={styles.short ?? ''}
        value={step}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => setStep(event.target.value)}
      />
      <span>个月一期</span>
      <Button
        size="small"
        disabled={!ready}
        data-evenly={place}
        title={total.kind === 'amount' ? undefined : '先填总金额'}
        onClick={() =>
          total.kind === 'amount' &&
          onChange({
            ...term,
            instalments: evenInstalments(total.fen, parts, day.kind === 'day' ? day.day : null, months),
          })
        }
      >
        生成
      </Button>
      {day.kind === 'empty' && parts >= 2 && (
        <span className={styles.said}>没有首期日期时只分金额，日期留空逐期填写</span>
      )}
    </fieldset>
  );
}
