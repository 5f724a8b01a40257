import fields from '../fields/fields.module.css';
import { TextField } from '../fields/text-field.tsx';
import { IdNumberField } from './id-number-field.tsx';
import type { PartyDraft } from './party-draft.ts';
import styles from './party-form.module.css';
import type { PartyWarnings } from './party-warnings.ts';
import { addressLabel, representativeTitle } from './party-words.ts';

type OrganisationFieldsProps = {
  readonly party: PartyDraft;
  readonly onChange: (party: PartyDraft) => void;
  readonly warnings: PartyWarnings;
};

/** What documents say of a party that is no natural person; who speaks for it has the title of its kind. */
export function OrganisationFields({ party, onChange, warnings }: OrganisationFieldsProps) {
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
      <TextField
        name={field('representativeName')}
        label={representativeTitle(party.kind)}
        value={party.representativeName}
        warning={warnings.representativeName}
        onType={(representativeName) => onChange({ ...party, representativeName })}
      />
      <TextField
        name={field('representativePosition')}
        label="职务"
        value={party.representativePosition}
        onType={(representativePosition) => onChange({ ...party, representativePosition })}
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
