import { Input } from 'antd';
import { idKindLabels } from '#shared/domain/glossary.ts';
import { useWithin } from '../fields/after-press.ts';
import { Field } from '../fields/field.tsx';
import { idKindOf, type PartyDraft } from './party-draft.ts';
import { fillFromIdNumber } from './party-filling.ts';
import { isHalfTyped } from './party-warnings.ts';

type IdNumberFieldProps = {
  readonly party: PartyDraft;
  readonly onChange: (party: PartyDraft) => void;
  readonly warning: string | undefined;
};

/** The number of the ID document; its label says which document is meant. */
export function IdNumberField({ party, onChange, warning }: IdNumberFieldProps) {
  const { within, ...leaving } = useWithin();
  const kind = idKindOf(party);
  // A number that is still being typed is not wrong yet.
  const said = within && isHalfTyped(party.idNumber) ? undefined : warning;
  return (
    <Field
      name={`party:${party.key}:idNumber`}
      label={kind === 'residentId' ? '身份证号' : kind === 'creditCode' ? '信用代码' : '证件号码'}
      hint={kind === 'residentId' || kind === 'creditCode' ? undefined : idKindLabels[kind]}
      warning={said}
    >
      {(control) => (
        <Input
          {...control}
          value={party.idNumber}
          autoComplete="off"
          spellCheck={false}
          maxLength={50}
          status={said === undefined ? '' : 'warning'}
          {...leaving}
          onChange={(event) => onChange(fillFromIdNumber({ ...party, idNumber: event.target.value }))}
        />
      )}
    </Field>
  );
}
