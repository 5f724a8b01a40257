import { useEffect, useRef, useState } from 'react';
import type { Subsidy } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { office } from '../../../api.ts';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import outcome from '../outcome.module.css';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './after.module.css';

export type Grantee = { readonly id: MediatorId; readonly name: string };

/** A subsidy by a line of the table; where there is one line and one mediator, nothing has to be chosen. */
export function GrantForm(props: {
  readonly detail: CaseDetail;
  readonly grantees: readonly Grantee[];
  readonly shown: boolean;
  readonly onDone: () => void;
}) {
  const { detail, grantees, shown, onDone } = props;
  const { today } = useOverview();
  const { subsidyRules } = detail.after;
  const form = useRef<HTMLDivElement>(null);
  const [mediatorId, setMediatorId] = useState<MediatorId | null>(grantees[0]?.id ?? null);
  const [rule, setRule] = useState<string | null>(
    subsidyRules.length === 1 ? (subsidyRules[0]?.name ?? null) : null,
  );
  const [grantedOn, setGrantedOn] = useState('');
  const grant = useCommand({
    run: (facts: { mediatorId: MediatorId; rule: string; grantedOn: LocalDate }) =>
      office.after.grantSubsidy({ caseId: detail.id, ...facts }),
    onDone,
  });
  useUnsaved('以案定补', grantedOn !== '');
  useEffect(() => {
    focusField('grantedOn', form.current ?? document);
  }, []);
  const day = typedDay(grantedOn);
  const lacking = [
    ...(mediatorId === null ? ['调解员'] : []),
    ...(rule === null ? ['补贴标准'] : []),
    ...(day === null ? ['登记日期'] : []),
  ];
  return (
    <div
      ref={form}
      data-form
      className={`${outcome.inset} ${styles.form}`}
      onKeyDownCapture={moveOnWithEnter}
    >
      <div className={fields.grid}>
        <ListField
          name="mediatorId"
          label="调解员"
          value={mediatorId}
          choices={grantees.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={setMediatorId}
        />
        <ListField
          name="rule"
          label="补贴标准"
          value={rule}
          choices={subsidyRules.map(({ name, amountFen }) => ({
            value: name,
            label: name,
            detail: `${formatYuan(amountFen)} 元`,
          }))}
          hint={subsidyRules.find(({ name }) => name === rule)?.source}
          onChoose={setRule}
        />
        <DateField
          name="grantedOn"
          label="登记日期"
          typed={grantedOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={setGrantedOn}
        />
      </div>
      <SaveBar
        shown={shown}
        ready={lacking.length === 0}
        why={`还缺：${lacking.join('、')}`}
        label="登记补贴"
        pending={grant.isPending}
        error={grant.error}
        onSave={() =>
          mediatorId !== null &&
          rule !== null &&
          day !== null &&
          grant.mutate({ mediatorId, rule, grantedOn: day })
        }
        onCancel={onDone}
      />
    </div>
  );
}

/** That a subsidy was paid, with its voucher. */
export function PayForm(props: {
  readonly subsidy: Subsidy;
  readonly shown: boolean;
  readonly onDone: () => void;
}) {
  const { subsidy, shown, onDone } = props;
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [paidOn, setPaidOn] = useState('');
  const [voucher, setVoucher] = useState('');
  const pay = useCommand({
    run: (payment: { paidOn: LocalDate; voucher: string | null }) =>
      office.after.paySubsidy({ id: subsidy.id, ...payment }),
    onDone,
  });
  useUnsaved('以案定补', paidOn !== '');
  useEffect(() => {
    focusField('paidOn', form.current ?? document);
  }, []);
  const day = typedDay(paidOn);
  return (
    <div
      ref={form}
      data-form
      className={`${outcome.inset} ${styles.form}`}
      onKeyDownCapture={moveOnWithEnter}
    >
      <h3>
        发给{subsidy.mediatorName}：{formatYuan(subsidy.amountFen)} 元
      </h3>
      <div className={fields.grid}>
        <DateField
          name="paidOn"
          label="发放日期"
          typed={paidOn}
          doubt={
            day !== null && day > today
              ? '晚于今天'
              : day !== null && day < subsidy.grantedOn
                ? '早于登记日期'
                : undefined
          }
          onType={setPaidOn}
        />
        <TextField name="voucher" label="凭证" value={voucher} onType={setVoucher} />
      </div>
      <SaveBar
        shown={shown}
        ready={day !== null}
        why="还缺：发放日期"
        label="记发放"
        pending={pay.isPending}
        error={pay.error}
        onSave={() =>
          day !== null && pay.mutate({ paidOn: day, voucher: voucher.trim() === '' ? null : voucher.trim() })
        }
        onCancel={onDone}
      />
    </div>
  );
}
