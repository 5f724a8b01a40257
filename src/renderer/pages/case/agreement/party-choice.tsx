import { Radio, Select } from 'antd';
import { useState } from 'react';
import type { PartyId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import { partyRoleLabels } from '#shared/domain/glossary.ts';
import { Field } from '../../../components/fields/field.tsx';
import styles from './agreement.module.css';

type PartyChoiceProps = {
  readonly name: string;
  readonly parties: readonly Party[];
  readonly payers: readonly PartyId[];
  readonly payees: readonly PartyId[];
  readonly onChange: (payers: readonly PartyId[], payees: readonly PartyId[]) => void;
};

type Direction = 'respondentsPay' | 'applicantsPay' | 'others';

/** Who pays whom: one side the other in one press, or any parties. Nobody pays until somebody says so. */
export function PartyChoice({ name, parties, payers, payees, onChange }: PartyChoiceProps) {
  const applicants = parties.filter(({ role }) => role === 'applicant').map(({ id }) => id);
  const respondents = parties.filter(({ role }) => role === 'respondent').map(({ id }) => id);
  const [asked, setAsked] = useState(false);
  const direction: Direction | null =
    payers.length === 0 && payees.length === 0 && !asked
      ? null
      : same(payers, respondents) && same(payees, applicants) && !asked
        ? 'respondentsPay'
        : same(payers, applicants) && same(payees, respondents) && !asked
          ? 'applicantsPay'
          : 'others';
  const options = parties.map((party) => ({
    value: party.id,
    label: `${partyRoleLabels[party.role]} ${party.name}`,
  }));
  return (
    <Field name={name} label="付款">
      {(control) => (
        <>
          <div data-choice>
            <Radio.Group
              {...control}
              aria-label="谁付给谁"
              optionType="button"
              buttonStyle="solid"
              value={direction}
              options={[
                { value: 'respondentsPay', label: '被申请人付给申请人' },
                { value: 'applicantsPay', label: '申请人付给被申请人' },
                { value: 'others', label: '另选' },
              ]}
              onChange={(event) => {
                const chosen: Direction = event.target.value;
                setAsked(chosen === 'others');
                if (chosen === 'respondentsPay') {
                  onChange(respondents, applicants);
                } else if (chosen === 'applicantsPay') {
                  onChange(applicants, respondents);
                }
              }}
            />
          </div>
          {direction === 'others' && (
            <div className={styles.others}>
              <Select
                aria-label="付款人"
                mode="multiple"
                placeholder="付款人"
                value={[...payers]}
                options={options}
                onChange={(ids) => onChange(ids, payees)}
              />
              <span>付给</span>
              <Select
                aria-label="收款人"
                mode="multiple"
                placeholder="收款人"
                value={[...payees]}
                options={options}
                onChange={(ids) => onChange(payers, ids)}
              />
            </div>
          )}
        </>
      )}
    </Field>
  );
}

function same(some: readonly PartyId[], others: readonly PartyId[]): boolean {
  return some.length > 0 && some.length === others.length && some.every((id) => others.includes(id));
}
