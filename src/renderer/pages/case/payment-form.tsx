import { Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail, PaymentFacts } from '#shared/contract/cases.ts';
import { office } from '../../api.ts';
import { AmountField, readTypedAmount } from '../../components/fields/amount-field.tsx';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { ClosedMonthsNote } from './closed-months.tsx';
import styles from './outcome.module.css';
import { SaveBar } from './save-bar.tsx';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

type FormProps = {
  readonly detail: CaseDetail;
  /** The sum that is offered, as it would be typed; empty: none. */
  readonly amount: string;
  readonly shown: boolean;
  readonly onDone: () => void;
};

/** A sum that has arrived; where nobody knows the day, that is said and not guessed. */
export function PaymentForm({ detail, amount: offered, shown, onDone }: FormProps) {
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [paidOn, setPaidOn] = useState('');
  const [dayUnknown, setDayUnknown] = useState(false);
  const [amount, setAmount] = useState(offered);
  const [voucher, setVoucher] = useState('');
  const [remarks, setRemarks] = useState('');
  const record = useCommand({
    run: (payment: PaymentFacts) => office.cases.recordPayment({ caseId: detail.id, payment }),
    onDone,
  });
  useUnsaved('到位款项', amount !== offered || paidOn !== '');
  useEffect(() => {
    focusField('paidOn', form.current ?? document);
  }, []);
  const day = typedDay(paidOn);
  const sum = readTypedAmount(amount);
  const lacking = [
    ...(day === null && !dayUnknown ? ['到位日期（或勾选“日期不详”）'] : []),
    ...(sum.kind === 'amount' ? [] : ['金额']),
  ];
  return (
    <div ref={form} data-form className={styles.inset} onKeyDownCapture={moveOnWithEnter}>
      <ClosedMonthsNote caseId={detail.id} />
      <div className={fields.grid}>
        <DateField
          name="paidOn"
          label="到位日期"
          typed={dayUnknown ? '' : paidOn}
          disabled={dayUnknown}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={setPaidOn}
        />
        <div className={styles.unknownDay}>
          <Checkbox checked={dayUnknown} onChange={(event) => setDayUnknown(event.target.checked)}>
            日期不详
          </Checkbox>
        </div>
        <AmountField name="amount" label="金额" typed={amount} onType={setAmount} />
        <TextField
          name="voucher"
          label="凭证"
          value={voucher}
          placeholder="转账回单、收条"
          onType={setVoucher}
        />
        <TextField name="remarks" label="备注" wide maximum={500} value={remarks} onType={setRemarks} />
      </div>
      <SaveBar
        shown={shown}
        ready={lacking.length === 0}
        why={`还缺：${lacking.join('、')}`}
        pending={record.isPending}
        error={record.error}
        onSave={() =>
          sum.kind === 'amount' &&
          record.mutate({
            paidOn: dayUnknown ? null : day,
            amountFen: sum.fen,
            voucher: voucher.trim() === '' ? null : voucher.trim(),
            remarks: remarks.trim() === '' ? null : remarks.trim(),
          })
        }
        onCancel={onDone}
      />
    </div>
  );
}
