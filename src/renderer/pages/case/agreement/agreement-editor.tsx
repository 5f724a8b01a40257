import type { CaseDetail } from '#shared/contract/cases.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { AmountField, readTypedAmount } from '../../../components/fields/amount-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { LongTextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { ClosedMonthsNote } from '../closed-months.tsx';
import { SaveBar } from '../save-bar.tsx';
import styles from './agreement.module.css';
import { type AgreementDraft, type ReadAgreement, sumOfPayments } from './agreement-draft.ts';
import { Clauses } from './clauses.tsx';
import { TermsEditor } from './terms-editor.tsx';

type AgreementEditorProps = {
  readonly detail: CaseDetail;
  readonly draft: AgreementDraft;
  readonly read: ReadAgreement;
  readonly changed: boolean;
  readonly shown: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onChange: (part: Partial<AgreementDraft>) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
};

/** The agreement, part by part in the order of the paper. */
export function AgreementEditor(props: AgreementEditorProps) {
  const { detail, draft, read, changed, shown, pending, error, onChange, onSave, onCancel } = props;
  const { today } = useOverview();
  const signed = typedDay(draft.signedOn);
  const sum = sumOfPayments(draft.terms);
  const typed = readTypedAmount(draft.agreed);
  return (
    <div data-form className={styles.editor} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <FewField
          name="form"
          label="形式"
          value={draft.form}
          choices={[
            { value: 'written', label: '书面协议' },
            { value: 'oral', label: '口头协议' },
          ]}
          onChoose={(form) => onChange({ form })}
        />
        <DateField
          name="signedOn"
          label="签订日期"
          hint="没签之前空着，文书上留空手填"
          typed={draft.signedOn}
          doubt={signed !== null && signed > today ? '晚于今天' : undefined}
          onType={(signedOn) => onChange({ signedOn })}
        />
      </div>
      <LongTextField
        name="mainFacts"
        label="主要事实"
        rows={2}
        value={draft.mainFacts}
        placeholder={detail.facts.facts === null ? '纠纷的主要事实' : '不填则用“简要案情”'}
        onType={(mainFacts) => onChange({ mainFacts })}
      />
      <LongTextField
        name="disputedMatters"
        label="争议事项"
        rows={2}
        value={draft.disputedMatters}
        placeholder={detail.facts.claims === null ? '双方争议的事项' : '不填则用“请求事项”'}
        onType={(disputedMatters) => onChange({ disputedMatters })}
      />
      <TermsEditor
        terms={draft.terms}
        parties={detail.parties}
        signedOn={draft.signedOn}
        onChange={(terms) => onChange({ terms })}
      />
      <AmountField
        name="agreed"
        label="协议金额"
        typed={draft.agreed}
        placeholder={sum === null ? '没有给付内容就空着' : `${formatYuan(sum)}（各给付条款之和）`}
        hint={
          sum === null
            ? '计入统计的协议金额；口头协议没有给付条款，在这里填'
            : '计入统计的协议金额；条款之间有重复时另填'
        }
        warning={
          sum !== null && typed.kind === 'amount' && typed.fen !== sum
            ? `各给付条款合计 ${formatYuan(sum)} 元`
            : undefined
        }
        onType={(agreed) => onChange({ agreed })}
      />
      <Clauses detail={detail} draft={draft} onChange={onChange} />
      {changed && <ClosedMonthsNote caseId={detail.id} />}
      {changed && (
        <SaveBar
          shown={shown}
          label="保存协议"
          ready={read.kind === 'agreement'}
          why={read.kind === 'obstacles' ? read.words.join('；') : undefined}
          pending={pending}
          error={error}
          onSave={onSave}
          onCancel={onCancel}
        />
      )}
    </div>
  );
}
