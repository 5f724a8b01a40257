import { Button, Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ConsentFacts } from '#shared/contract/consents.ts';
import type { PartyId } from '#shared/contract/ids.ts';
import { consentFormSchema } from '#shared/domain/case-move.ts';
import { consentFormLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { office } from '../../../api.ts';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import {
  type Answer,
  type ConsentsDraft,
  emptyConsents,
  isBlankConsents,
  readConsents,
} from './consents-draft.ts';
import styles from './process.module.css';

const answers = [
  { value: 'agreed', label: '同意调解' },
  { value: 'declined', label: '不同意' },
] as const;

/** What the parties answered, several at once: the day and the form are typed once. */
export function ConsentsForm(props: {
  readonly detail: CaseDetail;
  readonly shown: boolean;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}) {
  const { detail, shown, onTyped, onDone } = props;
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<ConsentsDraft>(emptyConsents);
  const read = readConsents(draft);
  const record = useCommand({
    run: (consents: ConsentFacts[]) => office.consents.recordAll({ caseId: detail.id, consents }),
    onDone,
  });
  const typed = !isBlankConsents(draft);
  useUnsaved('调解意愿', typed);
  useEffect(() => onTyped(typed), [onTyped, typed]);
  useEffect(() => {
    focusField('givenOn', form.current ?? document);
  }, []);
  const change = (part: Partial<ConsentsDraft>) => setDraft({ ...draft, ...part });
  const answer = (party: PartyId, given: Answer | null) => {
    const all = new Map(draft.answers);
    if (given === null) {
      all.delete(party);
    } else {
      all.set(party, given);
    }
    change({ answers: all });
  };
  const day = typedDay(draft.givenOn);
  return (
    <div ref={form} data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <DateField
          name="givenOn"
          label="表态日期"
          typed={draft.givenOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={(givenOn) => change({ givenOn })}
        />
        <FewField
          name="consentForm"
          label="形式"
          value={draft.form}
          choices={consentFormSchema.options.map((value) => ({ value, label: consentFormLabels[value] }))}
          onChoose={(chosen) => change({ form: chosen })}
          onUnchoose={() => change({ form: null })}
        />
      </div>
      <div className={styles.all}>
        <Button
          size="small"
          onClick={() => change({ answers: new Map(detail.parties.map(({ id }) => [id, 'agreed'])) })}
        >
          各方都同意
        </Button>
        {detail.facts.channel !== 'C' && (
          <Checkbox
            checked={draft.beforeReferral}
            onChange={(event) => change({ beforeReferral: event.target.checked })}
          >
            法院移交前已取得（书面的可以不再征询）
          </Checkbox>
        )}
      </div>
      <div className={`${fields.stacked} ${styles.answers}`}>
        {detail.parties.map((party) => (
          <FewField
            key={party.id}
            name={`consent:${party.id}`}
            label={`${partyRoleLabels[party.role]} ${party.name}`}
            value={draft.answers.get(party.id) ?? null}
            choices={answers}
            onChoose={(chosen) => answer(party.id, chosen)}
            onUnchoose={() => answer(party.id, null)}
          />
        ))}
      </div>
      <TextField
        name="remarks"
        label="备注"
        maximum={500}
        value={draft.remarks}
        placeholder="不同意的理由、凭证等"
        onType={(remarks) => change({ remarks })}
      />
      <SaveBar
        shown={shown}
        ready={read.kind === 'consents'}
        why={read.kind === 'obstacles' ? read.words : undefined}
        pending={record.isPending}
        error={record.error}
        onSave={() => read.kind === 'consents' && record.mutate(read.consents)}
        onCancel={onDone}
      />
    </div>
  );
}
