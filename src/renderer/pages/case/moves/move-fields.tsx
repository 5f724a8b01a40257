import { Checkbox } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { appointmentWays, consentForms, moves, retentions } from '#shared/domain/case-move.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { suspensionGrounds } from '#shared/domain/period.ts';
import { AssistingMediatorsField } from '../../../components/case-form/mediator-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import { Field } from '../../../components/fields/field.tsx';
import { LongTextField, TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { AppointChoice } from '../appoint/appoint-choice.tsx';
import { ExtensionFields } from './extension-fields.tsx';
import { choicesOf, Line } from './line.tsx';
import { type DialogMove, type MoveDraft, usualPapers } from './move-draft.ts';
import styles from './moves.module.css';

type FieldsProps = {
  readonly code: DialogMove;
  readonly detail: CaseDetail;
  readonly draft: MoveDraft;
  readonly onChange: (part: Partial<MoveDraft>) => void;
};

/** What the dialog of a move asks for: its day first, then what the table says it records. */
export function MoveFields(props: FieldsProps) {
  const { code, draft, onChange } = props;
  const { today } = useOverview();
  const day = typedDay(draft.on);
  return (
    <>
      {code !== 'extend' && (
        <DateField
          name="on"
          label={moves[code].day}
          required
          typed={draft.on}
          doubt={
            day !== null && day > today ? `晚于今天（${formatLocalDate(today)}），还没有发生` : undefined
          }
          onType={(on) => onChange({ on })}
        />
      )}
      <Rest {...props} />
    </>
  );
}

function Rest(props: FieldsProps) {
  const { code, detail, draft, onChange } = props;
  switch (code) {
    case 'dispatch':
      return <Papers draft={draft} onChange={onChange} />;
    case 'decline':
    case 'reopen':
      return (
        <LongTextField
          name="reason"
          label={code === 'decline' ? '不接收或逾期未确认的原因' : '没有签成的原因'}
          required
          rows={3}
          maximum={500}
          value={draft.reason}
          onType={(reason) => onChange({ reason })}
        />
      );
    case 'accept':
      return (
        <>
          <TextField
            name="receivedBy"
            label="接收人"
            maximum={50}
            value={draft.receivedBy}
            onType={(receivedBy) => onChange({ receivedBy })}
          />
          <Tick
            name="online"
            label="平台确认"
            checked={draft.online}
            onChange={(online) => onChange({ online })}
          >
            在调解平台上确认接受（从平台确认之日起算，法释〔2021〕23号 第24条）
          </Tick>
        </>
      );
    case 'appoint':
      return (
        <>
          <AppointChoice
            detail={detail}
            value={draft.mediatorId}
            onChange={(mediatorId, way) => onChange({ mediatorId, way })}
          />
          <FewField
            name="way"
            label="产生方式"
            value={draft.way}
            choices={choicesOf(appointmentWays)}
            onChoose={(way) => onChange({ way })}
            onUnchoose={() => onChange({ way: null })}
            required
          />
          <Appointed draft={draft} onChange={onChange} />
        </>
      );
    case 'replace':
      return (
        <>
          <AppointChoice
            detail={detail}
            value={draft.mediatorId}
            onChange={(mediatorId) => onChange({ mediatorId })}
          />
          <Line name="requestedBy" label="申请人" {...props} required />
          <Line name="reason" label="理由" {...props} required />
          <Line name="decidedBy" label="决定人" {...props} required />
          <Appointed draft={draft} onChange={onChange} />
        </>
      );
    case 'inform':
      return (
        <FewField
          name="form"
          label="告知形式"
          value={draft.form}
          choices={choicesOf(consentForms)}
          onChoose={(form) => onChange({ form })}
          onUnchoose={() => onChange({ form: null })}
          required
        />
      );
    case 'suspend':
      return (
        <>
          <FewField
            name="ground"
            label="中止原因"
            value={draft.ground}
            choices={choicesOf(suspensionGrounds)}
            onChoose={(ground) => onChange({ ground })}
            onUnchoose={() => onChange({ ground: null })}
            required
          />
          {draft.ground !== null && <p className={styles.source}>{suspensionGrounds[draft.ground].source}</p>}
          <Line name="reportedTo" label="报告对象" {...props} />
          <Line name="note" label="说明" {...props} />
        </>
      );
    case 'resume':
      return <Line name="note" label="说明" {...props} />;
    case 'extend':
      return <ExtensionFields {...props} />;
    case 'archive':
      return (
        <>
          <Line name="volumeNumber" label="卷号" {...props} required />
          <Line name="pages" label="页数" {...props} />
          <FewField
            name="retention"
            label="保管期限"
            value={draft.retention}
            choices={choicesOf(retentions)}
            onChoose={(retention) => onChange({ retention })}
            onUnchoose={() => onChange({ retention: null })}
          />
          <Line name="place" label="存放处" {...props} />
        </>
      );
    case 'seekConsent':
    case 'mediate':
    case 'agree':
      return null;
  }
}

function Tick(props: {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: string;
}) {
  return (
    <Field name={props.name} label={props.label}>
      {(control) => (
        <Checkbox
          {...control}
          checked={props.checked}
          onChange={(event) => props.onChange(event.target.checked)}
        >
          {props.children}
        </Checkbox>
      )}
    </Field>
  );
}

function Papers({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <Field name="papers" label="移交材料">
        {(control) => (
          <Checkbox.Group
            {...control}
            value={[...draft.papers]}
            options={[...usualPapers]}
            onChange={(papers) => onChange({ papers: papers.map(String) })}
          />
        )}
      </Field>
      <TextField
        name="otherPapers"
        label="其他材料"
        placeholder="几份之间用顿号隔开"
        maximum={500}
        value={draft.otherPapers}
        onType={(otherPapers) => onChange({ otherPapers })}
      />
    </>
  );
}

function Appointed({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  return (
    <>
      <AssistingMediatorsField value={draft.assisting} onChoose={(assisting) => onChange({ assisting })} />
      <LongTextField
        name="recusalNote"
        label="回避核查"
        rows={2}
        maximum={1000}
        placeholder="有应当回避或披露的情形时，写明怎样处理；没有则不填"
        value={draft.recusalNote}
        onType={(recusalNote) => onChange({ recusalNote })}
      />
    </>
  );
}
