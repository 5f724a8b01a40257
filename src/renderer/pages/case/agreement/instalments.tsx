import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { fen, formatYuan } from '#shared/domain/money.ts';
import { readTypedAmount } from '../../../components/fields/amount-field.tsx';
import { readTypedDate, typedDay } from '../../../components/fields/date-field.tsx';
import styles from './agreement.module.css';
import {
  emptyInstalment,
  type InstalmentDraft,
  instalmentSum,
  type PaymentTermDraft,
} from './agreement-draft.ts';
import { EvenlyForm } from './evenly-form.tsx';

type InstalmentsProps = {
  readonly term: PaymentTermDraft;
  readonly place: number;
  readonly onChange: (term: PaymentTermDraft) => void;
};

/** The instalments one under the other, with what they make up against the sum. */
export function Instalments({ term, place, onChange }: InstalmentsProps) {
  const change = (next: InstalmentDraft) =>
    onChange({ ...term, instalments: term.instalments.map((one) => (one.key === next.key ? next : one)) });
  return (
    <div className={styles.instalments} data-field={`term:${place}:instalments`}>
      <EvenlyForm term={term} place={place} onChange={onChange} />
      <table>
        <thead>
          <tr>
            <th scope="col">期</th>
            <th scope="col">付款日期</th>
            <th scope="col">金额（元）</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {term.instalments.map((instalment, at) => (
            <Row
              key={instalment.key}
              instalment={instalment}
              before={term.instalments[at - 1]}
              at={at}
              place={place}
              onChange={change}
              onRemove={() =>
                onChange({
                  ...term,
                  instalments: term.instalments.filter(({ key }) => key !== instalment.key),
                })
              }
            />
          ))}
        </tbody>
      </table>
      <div className={styles.instalmentFoot}>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange({ ...term, instalments: [...term.instalments, emptyInstalment()] })}
        >
          加一期
        </Button>
        <Sum term={term} />
      </div>
    </div>
  );
}

type RowProps = {
  readonly instalment: InstalmentDraft;
  readonly before: InstalmentDraft | undefined;
  readonly at: number;
  readonly place: number;
  readonly onChange: (instalment: InstalmentDraft) => void;
  readonly onRemove: () => void;
};

function Row({ instalment, before, at, place, onChange, onRemove }: RowProps) {
  const date = readTypedDate(instalment.dueOn);
  const amount = readTypedAmount(instalment.amount);
  const earlier = before === undefined ? null : typedDay(before.dueOn);
  const backwards = date.kind === 'day' && earlier !== null && date.day <= earlier;
  return (
    <tr>
      <th scope="row">第 {at + 1} 期</th>
      <td data-field={`term:${place}:instalment:${at}:dueOn`}>
        <Input
          aria-label={`第 ${at + 1} 期付款日期`}
          value={instalment.dueOn}
          placeholder="如 20240305"
          autoComplete="off"
          status={date.kind === 'unreadable' ? 'error' : backwards ? 'warning' : ''}
          onChange={(event) => onChange({ ...instalment, dueOn: event.target.value })}
          onBlur={() => date.kind === 'day' && onChange({ ...instalment, dueOn: formatLocalDate(date.day) })}
        />
        <span className={styles.saidWarning}>
          {date.kind === 'unreadable' ? '看不出是哪一天' : backwards ? '不晚于上一期' : ''}
        </span>
      </td>
      <td data-field={`term:${place}:instalment:${at}:amount`}>
        <Input
          aria-label={`第 ${at + 1} 期金额`}
          value={instalment.amount}
          autoComplete="off"
          status={amount.kind === 'unreadable' ? 'error' : ''}
          onChange={(event) => onChange({ ...instalment, amount: event.target.value })}
          onBlur={() =>
            amount.kind === 'amount' && onChange({ ...instalment, amount: formatYuan(amount.fen) })
          }
        />
        <span className={styles.saidWarning}>{amount.kind === 'unreadable' ? '看不出金额' : ''}</span>
      </td>
      <td>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`删去第 ${at + 1} 期`}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}

function Sum({ term }: { readonly term: PaymentTermDraft }) {
  const { sum, total } = instalmentSum(term);
  const right = total !== null && sum === total;
  return (
    <div className={styles.sum} data-right={right} role="status">
      合计 {formatYuan(sum)} 元（{capitalAmount(sum)}）
      {total !== null && !right && (
        <strong>
          ，与总额{sum > total ? '多' : '差'} {formatYuan(fen(Math.abs(total - sum)))} 元
        </strong>
      )}
      {right && '，与总额相符 ✓'}
    </div>
  );
}
