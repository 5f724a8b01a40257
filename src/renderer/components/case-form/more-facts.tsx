import { Checkbox } from 'antd';
import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { caseMarkLabels } from '#shared/domain/glossary.ts';
import { ListField } from '../fields/choice-field.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Field } from '../fields/field.tsx';
import { LongTextField, TextField } from '../fields/text-field.tsx';
import { useOverview } from '../office-facts.tsx';
import styles from './case-form.module.css';
import type { FactsChange } from './facts-change.ts';
import { type FactsDraft, letterDayLabel } from './facts-draft.ts';
import { factsWarnings } from './facts-warnings.ts';
import { AssistingMediatorsField } from './mediator-field.tsx';

/** What the letter and the court tell besides, and how the office files the case. */
export function MoreFacts({
  draft,
  onChange,
}: {
  readonly draft: FactsDraft;
  readonly onChange: FactsChange;
}) {
  const { today, studios, organisations } = useOverview();
  const warnings = factsWarnings(draft, today);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          name="letterNumber"
          label="函号"
          value={draft.letterNumber}
          placeholder={draft.channel === 'C' ? '移送函的文号' : '委派函、委托函的文号'}
          onType={(letterNumber) => onChange({ letterNumber })}
        />
        {draft.channel !== 'C' && (
          <DateField
            name="letterOn"
            label={letterDayLabel(draft)}
            typed={draft.letterOn}
            doubt={warnings.letterOn}
            onType={(letterOn) => onChange({ letterOn })}
          />
        )}
        <TextField
          name="tribunal"
          label="法庭"
          value={draft.tribunal}
          maximum={50}
          onType={(tribunal) => onChange({ tribunal })}
        />
        <TextField
          name="judge"
          label="承办法官"
          value={draft.judge}
          maximum={50}
          onType={(judge) => onChange({ judge })}
        />
        <TextField
          name="clerk"
          label="书记员"
          value={draft.clerk}
          maximum={50}
          onType={(clerk) => onChange({ clerk })}
        />
        <TextField
          name="platformNumber"
          label="平台编号"
          value={draft.platformNumber}
          maximum={50}
          placeholder="调解平台的编号"
          onType={(platformNumber) => onChange({ platformNumber })}
        />
        <TextField
          name="district"
          label="旗区"
          value={draft.district}
          maximum={50}
          onType={(district) => onChange({ district })}
        />
        <ListField
          name="studioId"
          from="studios"
          label="工作室"
          value={draft.studioId}
          choices={studios
            .filter((one) => one.active || one.id === draft.studioId)
            .map((one) => ({ value: one.id, label: one.name }))}
          onChoose={(studioId) => onChange({ studioId })}
        />
        <ListField
          name="organisationId"
          from="organisations"
          label="调解组织"
          value={draft.organisationId}
          choices={organisations
            .filter((one) => one.active || one.id === draft.organisationId)
            .map((one) => ({ value: one.id, label: one.name }))}
          onChoose={(organisationId) => onChange({ organisationId })}
        />
        <AssistingMediatorsField
          value={draft.assistingMediatorIds}
          onChoose={(assistingMediatorIds) => onChange({ assistingMediatorIds })}
        />
      </div>
      <Field name="marks" label="标记">
        {(control) => (
          <fieldset {...control} aria-label="标记" className={styles.marks}>
            {caseMarkCodes.map((code) => (
              <Checkbox
                key={code}
                checked={draft.marks.includes(code)}
                onChange={(event) =>
                  onChange({
                    marks: event.target.checked
                      ? [...draft.marks, code]
                      : draft.marks.filter((mark) => mark !== code),
                  })
                }
              >
                {caseMarkLabels[code]}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Field>
      <LongTextField
        name="remarks"
        label="备注"
        rows={2}
        value={draft.remarks}
        onType={(remarks) => onChange({ remarks })}
      />
    </>
  );
}
