import { Checkbox } from 'antd';
import type { Party } from '#shared/contract/parties.ts';
import { AmountField } from '../../../components/fields/amount-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import { Field } from '../../../components/fields/field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { SuggestField } from '../../../components/fields/suggest-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import styles from './agreement.module.css';
import { emptyInstalment, type PaymentTermDraft } from './agreement-draft.ts';
import { Instalments } from './instalments.tsx';
import { PartyChoice } from './party-choice.tsx';
import { VagueWords } from './vague-words.tsx';

type PaymentTermProps = {
  readonly term: PaymentTermDraft;
  readonly place: number;
  readonly parties: readonly Party[];
  readonly signedOn: string;
  readonly onChange: (term: PaymentTermDraft) => void;
};

const purposes = [
  '借款本金',
  '借款本息',
  '货款',
  '物业费',
  '劳动报酬',
  '劳务费',
  '赔偿款',
  '租金',
  '工程款',
  '抚养费',
];
const methods = ['银行转账', '微信转账', '现金', '现金当面交付'];

/** A term of money: who pays whom, what for, how much, when and how. */
export function PaymentTerm({ term, place, parties, signedOn, onChange }: PaymentTermProps) {
  const name = (field: string) => `term:${place}:${field}`;
  const due = typedDay(term.dueOn);
  const signed = typedDay(signedOn);
  return (
    <div className={fields.grid}>
      <div className={fields.wide}>
        <PartyChoice
          name={name('payers')}
          parties={parties}
          payers={term.payers}
          payees={term.payees}
          onChange={(payers, payees) => onChange({ ...term, payers, payees })}
        />
      </div>
      {term.payers.length > 1 && (
        <div className={fields.wide}>
          <FewField
            name={name('liability')}
            label="责任"
            value={term.liability}
            choices={[
              { value: 'shares', label: '按份', title: '各付各的份额（民法典 第517条）' },
              { value: 'joint', label: '连带', title: '每人都对全部款项负责（民法典 第518条）' },
            ]}
            hint="几个付款人之间按份还是连带，由当事人约定"
            onChoose={(liability) => onChange({ ...term, liability })}
            onUnchoose={() => onChange({ ...term, liability: null })}
          />
        </div>
      )}
      <AmountField
        name={name('amount')}
        label="金额"
        typed={term.amount}
        onType={(amount) => onChange({ ...term, amount })}
      />
      <SuggestField
        name={name('purpose')}
        label="款项"
        value={term.purpose}
        suggestions={purposes}
        placeholder="如：货款"
        onType={(purpose) => onChange({ ...term, purpose })}
      />
      <FewField
        name={name('schedule')}
        label="履行"
        value={term.schedule}
        choices={[
          { value: 'once', label: '一次付清' },
          { value: 'instalments', label: '分期' },
        ]}
        onChoose={(schedule) =>
          onChange({
            ...term,
            schedule,
            instalments:
              schedule === 'instalments' && term.instalments.length === 0
                ? [emptyInstalment(), emptyInstalment()]
                : term.instalments,
          })
        }
      />
      {term.schedule === 'once' && (
        <Field name={name('onSigning')} label="当场">
          {(control) => (
            <div className={styles.checked}>
              <Checkbox
                {...control}
                checked={term.onSigning}
                onChange={(event) => onChange({ ...term, onSigning: event.target.checked })}
              >
                签订时付清
              </Checkbox>
            </div>
          )}
        </Field>
      )}
      {term.schedule === 'once' && !term.onSigning && (
        <DateField
          name={name('dueOn')}
          label="付款日期"
          typed={term.dueOn}
          doubt={due !== null && signed !== null && due < signed ? '早于签订日期' : undefined}
          onType={(dueOn) => onChange({ ...term, dueOn })}
        />
      )}
      {term.schedule === 'instalments' && (
        <div className={fields.wide}>
          <Instalments term={term} place={place} onChange={onChange} />
        </div>
      )}
      <SuggestField
        name={name('method')}
        label="方式"
        value={term.method}
        suggestions={methods}
        placeholder="如：银行转账"
        onType={(method) => onChange({ ...term, method })}
      />
      <TextField
        name={name('account')}
        label="收款账户"
        value={term.account}
        placeholder="户名、开户行、账号"
        onType={(account) => onChange({ ...term, account })}
      />
      <div className={fields.wide}>
        <VagueWords text={[term.purpose, term.method].join('；')} />
      </div>
    </div>
  );
}
