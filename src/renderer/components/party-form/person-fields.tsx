import { useQuery } from '@tanstack/react-query';
import { sexLabels } from '#shared/domain/glossary.ts';
import { sexes } from '#shared/domain/party.ts';
import { query } from '../../api.ts';
import { DateField } from '../fields/date-field.tsx';
import { FewField } from '../fields/few-field.tsx';
import fields from '../fields/fields.module.css';
import { SuggestField } from '../fields/suggest-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { IdNumberField } from './id-number-field.tsx';
import type { PartyDraft } from './party-draft.ts';
import styles from './party-form.module.css';
import type { PartyWarnings } from './party-warnings.ts';
import { addressLabel } from './party-words.ts';

type PersonFieldsProps = {
  readonly party: PartyDraft;
  readonly onChange: (party: PartyDraft) => void;
  readonly warnings: PartyWarnings;
};

/** What documents say of a natural person (domain: 民事诉讼法 第124条). */
export function PersonFields({ party, onChange, warnings }: PersonFieldsProps) {
  const reference = useQuery(query.reference.all.queryOptions());
  const field = (name: string) => `party:${party.key}:${name}`;
  return (
    <div className={`${fields.grid} ${styles.partyFields}`}>
      <IdNumberField party={party} onChange={onChange} warning={warnings.idNumber} />
      <TextField
        name={field('phones')}
        label="电话"
        value={party.phones}
        placeholder="多个用顿号隔开"
        warning={warnings.phones}
        onType={(phones) => onChange({ ...party, phones })}
      />
      <div className={styles.partySex}>
        <FewField
          name={field('sex')}
          label="性别"
          value={party.sex}
          choices={sexes.map((sex) => ({ value: sex, label: sexLabels[sex] }))}
          warning={warnings.sex}
          onChoose={(sex) => onChange({ ...party, sex })}
          onUnchoose={() => onChange({ ...party, sex: null })}
        />
        <SuggestField
          name={field('ethnicity')}
          label="民族"
          value={party.ethnicity}
          suggestions={reference.data?.ethnicGroups ?? []}
          onType={(ethnicity) => onChange({ ...party, ethnicity })}
        />
      </div>
      <DateField
        name={field('birth')}
        label="出生日期"
        typed={party.birth}
        doubt={warnings.birth}
        weekday={false}
        onType={(birth) => onChange({ ...party, birth })}
      />
      <TextField
        name={field('address')}
        label={addressLabel(party.kind)}
        wide
        value={party.address}
        onType={(address) => onChange({ ...party, address })}
      />
    </div>
  );
}
