import type { CaseDetail } from '#shared/contract/cases.ts';
import { consentForms } from '#shared/domain/case-move.ts';
import { DateField } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { ExtensionPreview } from './extension-preview.tsx';
import { choicesOf, Line } from './line.tsx';
import type { MoveDraft } from './move-draft.ts';

type FieldsProps = {
  readonly detail: CaseDetail;
  readonly draft: MoveDraft;
  readonly onChange: (part: Partial<MoveDraft>) => void;
};

/** How long, and when each side consented (法释〔2016〕14号 第27条第2款). */
export function ExtensionFields(props: FieldsProps) {
  const { detail, draft, onChange } = props;
  return (
    <>
      <TextField
        name="days"
        label="延长天数"
        required
        maximum={4}
        value={draft.days}
        onType={(days) => onChange({ days: days.replace(/\D/g, '') })}
      />
      <DateField
        name="applicantsOn"
        label="申请人一方同意"
        required
        hint="最后一名申请人同意的那一天"
        typed={draft.applicantsOn}
        onType={(applicantsOn) => onChange({ applicantsOn })}
      />
      <DateField
        name="respondentsOn"
        label="被申请人一方同意"
        required
        hint="最后一名被申请人同意的那一天"
        typed={draft.respondentsOn}
        onType={(respondentsOn) => onChange({ respondentsOn })}
      />
      <FewField
        name="form"
        label="同意的形式"
        value={draft.form}
        choices={choicesOf(consentForms)}
        onChoose={(form) => onChange({ form })}
        onUnchoose={() => onChange({ form: null })}
        required
      />
      <Line name="requestedBy" label="提出延期的人" {...props} />
      <TextField
        name="voucher"
        label="凭证"
        placeholder="延期同意书、笔录第几页"
        value={draft.voucher}
        onType={(voucher) => onChange({ voucher })}
      />
      <ExtensionPreview detail={detail} draft={draft} />
    </>
  );
}
