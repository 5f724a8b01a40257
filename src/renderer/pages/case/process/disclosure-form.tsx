import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Disclosure, DisclosureFacts } from '#shared/contract/disclosures.ts';
import { consentFormSchema } from '#shared/domain/case-move.ts';
import { lackingForDisclosure, recusalDecisionSchema } from '#shared/domain/disclosure.ts';
import { consentFormLabels, recusalDecisionLabels } from '#shared/domain/glossary.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { MediatorField } from '../../../components/case-form/mediator-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { SuggestField } from '../../../components/fields/suggest-field.tsx';
import { LongTextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import {
  type DisclosureDraft,
  disclosureDraftOf,
  newDisclosure,
  readDisclosure,
} from './disclosure-draft.ts';
import { Lacks } from './lacks.tsx';
import styles from './process.module.css';

/** What a mediator disclosed; the parties' answers and the decision may come later. */
export function DisclosureForm(props: {
  readonly detail: CaseDetail;
  readonly disclosure: Disclosure | null;
  readonly shown: boolean;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}) {
  const { detail, disclosure, shown, onTyped, onDone } = props;
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [opened] = useState<DisclosureDraft>(
    disclosure === null ? newDisclosure(detail) : disclosureDraftOf(disclosure),
  );
  const [draft, setDraft] = useState(opened);
  const read = readDisclosure(draft);
  const save = useCommand({
    run: async (facts: DisclosureFacts) =>
      disclosure === null
        ? void (await office.disclosures.record({ caseId: detail.id, disclosure: facts }))
        : void (await office.disclosures.amend({
            id: disclosure.id,
            version: disclosure.version,
            disclosure: facts,
          })),
    onDone,
  });
  const typed = JSON.stringify(draft) !== JSON.stringify(opened);
  useUnsaved('披露与回避', typed);
  useEffect(() => onTyped(typed), [onTyped, typed]);
  useEffect(() => {
    focusField(opened.mediatorId === null ? 'mediatorId' : 'matter', form.current ?? document);
  }, [opened.mediatorId]);
  const change = (part: Partial<DisclosureDraft>) => setDraft({ ...draft, ...part });
  const ahead = (typed: string) => (isAfter(typedDay(typed), today) ? '晚于今天' : undefined);
  const { mediatorId, assistingMediatorIds } = detail.facts;
  return (
    <div ref={form} data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <MediatorField value={draft.mediatorId} onChoose={(chosen) => change({ mediatorId: chosen })} />
        <DateField
          name="disclosedOn"
          label="披露日期"
          typed={draft.disclosedOn}
          doubt={ahead(draft.disclosedOn)}
          onType={(disclosedOn) => change({ disclosedOn })}
        />
        <LongTextField
          name="matter"
          label="披露事项"
          wide
          rows={2}
          maximum={1000}
          placeholder="与当事人或代理人的亲属、利害或其他关系"
          value={draft.matter}
          onType={(matter) => change({ matter })}
        />
        <FewField
          name="decision"
          label="决定"
          value={draft.decision}
          choices={recusalDecisionSchema.options.map((value) => ({
            value,
            label: recusalDecisionLabels[value],
          }))}
          onChoose={(decision) => change({ decision })}
          onUnchoose={() => change({ decision: null })}
        />
        <SuggestField
          name="decidedBy"
          label="决定人"
          value={draft.decidedBy}
          placeholder="特邀调解组织或者法院"
          suggestions={[detail.organisationName, detail.courtName].filter((name) => name !== null)}
          onType={(decidedBy) => change({ decidedBy })}
        />
      </div>
      <div className={`${fields.grid} ${styles.sides}`}>
        <DateField
          name="applicantsConsentedOn"
          label="申请人同意"
          typed={draft.applicantsConsentedOn}
          doubt={ahead(draft.applicantsConsentedOn)}
          onType={(applicantsConsentedOn) => change({ applicantsConsentedOn })}
        />
        <DateField
          name="respondentsConsentedOn"
          label="被申请人同意"
          typed={draft.respondentsConsentedOn}
          doubt={ahead(draft.respondentsConsentedOn)}
          onType={(respondentsConsentedOn) => change({ respondentsConsentedOn })}
        />
        <FewField
          name="consentForm"
          label="同意形式"
          value={draft.consentForm}
          choices={consentFormSchema.options.map((value) => ({ value, label: consentFormLabels[value] }))}
          onChoose={(consentForm) => change({ consentForm })}
          onUnchoose={() => change({ consentForm: null })}
        />
      </div>
      {read.kind === 'disclosure' && draft.decision !== null && (
        <Lacks
          lacks={lackingForDisclosure(
            read.disclosure,
            mediatorId === null ? assistingMediatorIds : [mediatorId, ...assistingMediatorIds],
          )}
        />
      )}
      <SaveBar
        shown={shown}
        ready={read.kind === 'disclosure'}
        why={read.kind === 'obstacles' ? read.words : undefined}
        pending={save.isPending}
        error={save.error}
        onSave={() => read.kind === 'disclosure' && save.mutate(read.disclosure)}
        onCancel={onDone}
      />
    </div>
  );
}

function isAfter(day: LocalDate | null, today: LocalDate): boolean {
  return day !== null && day > today;
}
