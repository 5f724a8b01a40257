import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ReferralFacts } from '#shared/contract/referrals.ts';
import { office } from '../../../api.ts';
import { DateField, readTypedDate, typedDay } from '../../../components/fields/date-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './related-section.module.css';

const empty = { unit: '', referredOn: '', number: '', result: '' };
const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** An earlier referral of the dispute; only who had it has to be known. */
export function ReferralForm(props: {
  readonly detail: CaseDetail;
  readonly shown: boolean;
  readonly onDone: () => void;
}) {
  const { detail, shown, onDone } = props;
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(empty);
  const change = (part: Partial<typeof empty>) => setDraft((now) => ({ ...now, ...part }));
  const record = useCommand({
    run: (referral: ReferralFacts) => office.referrals.record({ caseId: detail.id, referral }),
    onDone,
  });
  useUnsaved('此前的分流', JSON.stringify(draft) !== JSON.stringify(empty));
  useEffect(() => {
    focusField('referralUnit', form.current ?? document);
  }, []);
  const day = typedDay(draft.referredOn);
  const unreadable = readTypedDate(draft.referredOn).kind === 'unreadable';
  const why = draft.unit.trim() === '' ? '缺分流单位' : unreadable ? '分流日期看不出是哪一天' : undefined;
  return (
    <div ref={form} data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <TextField
          name="referralUnit"
          label="分流单位"
          required
          value={draft.unit}
          maximum={100}
          placeholder="如：东胜区综治中心"
          onType={(unit) => change({ unit })}
        />
        <DateField
          name="referralOn"
          label="分流日期"
          typed={draft.referredOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={(referredOn) => change({ referredOn })}
        />
        <TextField
          name="referralNumber"
          label="编号"
          value={draft.number}
          hint="按它也能查到本案"
          onType={(number) => change({ number })}
        />
        <TextField
          name="referralResult"
          label="结果"
          value={draft.result}
          maximum={500}
          placeholder="如：未达成协议"
          onType={(result) => change({ result })}
        />
      </div>
      <SaveBar
        shown={shown}
        label="记下分流"
        ready={why === undefined}
        why={why}
        pending={record.isPending}
        error={record.error}
        onSave={() =>
          record.mutate({
            unit: draft.unit.trim(),
            referredOn: day,
            number: orNull(draft.number),
            result: orNull(draft.result),
          })
        }
        onCancel={onDone}
      />
    </div>
  );
}
