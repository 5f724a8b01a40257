import { Checkbox, Input } from 'antd';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { readTypedAmount } from '../fields/amount-field.tsx';
import { Field } from '../fields/field.tsx';
import styles from './case-form.module.css';
import type { FactsDraft } from './facts-draft.ts';

type ClaimFieldProps = {
  readonly kind: FactsDraft['claimKind'];
  readonly typed: string;
  readonly onChange: (kind: FactsDraft['claimKind'], typed: string) => void;
};

/** 诉争标的额: a sum with its capital figures, 无财产内容, or left empty for 未载明. Never a zero that nobody wrote. */
export function ClaimField({ kind, typed, onChange }: ClaimFieldProps) {
  const read = readTypedAmount(typed);
  const unreadable = kind === 'amount' && read.kind === 'unreadable';
  return (
    <Field
      name="claim"
      label="标的额"
      filled={kind !== 'amount'}
      hint={sentence(kind, read)}
      warning={unreadable ? '看不出金额，请写成 120000 或 12万' : undefined}
    >
      {(control) => (
        <div className={styles.claim}>
          <Input
            {...control}
            value={kind === 'amount' ? typed : ''}
            disabled={kind === 'noProperty'}
            inputMode="decimal"
            autoComplete="off"
            suffix="元"
            placeholder={kind === 'noProperty' ? '' : '诉争标的额'}
            status={unreadable ? 'error' : ''}
            onChange={(event) => onChange('amount', event.target.value)}
          />
          <Checkbox
            checked={kind === 'noProperty'}
            onChange={(event) => onChange(event.target.checked ? 'noProperty' : 'amount', typed)}
          >
            无财产内容
          </Checkbox>
        </div>
      )}
    </Field>
  );
}

function sentence(kind: FactsDraft['claimKind'], read: ReturnType<typeof readTypedAmount>): string {
  if (kind === 'noProperty') {
    return '不涉及金钱或财物给付';
  }
  return read.kind === 'amount'
    ? `${formatYuan(read.fen)} 元 · ${capitalAmount(read.fen)}`
    : '空着即“未载明”';
}
