import { DateField } from '../fields/date-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import styles from './case-form.module.css';
import type { FactsChange } from './facts-change.ts';
import { type FactsDraft, letterDayLabel, wasTransferred } from './facts-draft.ts';

type TransferFieldsProps = {
  readonly draft: FactsDraft;
  readonly doubt: string | undefined;
  readonly onChange: FactsChange;
};

/** How a case came that no court sent: who transferred it and when, or the day of the application. */
export function TransferFields({ draft, doubt, onChange }: TransferFieldsProps) {
  return (
    <div className={styles.pair}>
      {wasTransferred(draft) && (
        <TextField
          name="transferredBy"
          label="移送单位"
          value={draft.transferredBy}
          maximum={100}
          placeholder="移送单位的全称"
          onType={(transferredBy) => onChange({ transferredBy })}
        />
      )}
      <DateField
        name="letterOn"
        label={letterDayLabel(draft)}
        hint="写进调解协议书"
        typed={draft.letterOn}
        doubt={doubt}
        onType={(letterOn) => onChange({ letterOn })}
      />
    </div>
  );
}
