import { useEffect, useRef, useState } from 'react';
import type { AfterStepFacts } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CourtId, PartyId } from '#shared/contract/ids.ts';
import {
  type AfterField,
  type MatterCode,
  type MatterProgress,
  matterOf,
  papersForm,
  type StepCode,
} from '#shared/domain/after-closing.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import { partyRoleLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { courtChoice } from '../../../components/case-form/court-choice.ts';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import outcome from '../outcome.module.css';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './after.module.css';
import { PapersField, papersOf, usualPapers } from './papers-field.tsx';

const fieldWords: Readonly<Record<AfterField, string>> = {
  party: '当事人',
  court: '法院',
  number: '文书号',
  papers: '材料清单',
  joint: '双方共同申请',
  remarks: '说明',
};

/** One step of a matter: its day, and whatever else the table says it records. */
export function StepForm(props: {
  readonly detail: CaseDetail;
  readonly matter: MatterCode;
  readonly step: StepCode;
  readonly progress: MatterProgress;
  /** What has to be explained for the step to be possible at all; null: nothing. */
  readonly reasonNeeded: string | null;
  readonly shown: boolean;
  readonly onDone: () => void;
}) {
  const { detail, matter, step, progress, reasonNeeded, shown, onDone } = props;
  const { courts, today } = useOverview();
  const rule = matterOf(matter).steps[step];
  if (rule === undefined) throw new RangeError(`${matter} has no step ${step}`);
  const form = useRef<HTMLDivElement>(null);
  const own = rule.to === 'same';
  const partyChoices = detail.parties.filter(({ id }) => !own || progress.outstanding.includes(id));
  const [typed, setTyped] = useState('');
  const [partyId, setPartyId] = useState<PartyId | null>(own ? (partyChoices[0]?.id ?? null) : null);
  // 民事诉讼法第205条: an agreement after the court's invitation is confirmed by the court that invited.
  const earlier = progress.steps.findLast(({ courtId: one }) => one !== null)?.courtId as CourtId | undefined;
  const [courtId, setCourtId] = useState(
    earlier ?? detail.agreement?.effectCourtId ?? detail.facts.courtId ?? null,
  );
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState<'both' | 'one' | null>(null);
  const joint = asked === 'both';
  const [remarks, setRemarks] = useState('');
  const listed = papersForm(matter, detail.facts.channel);
  const [papers, setPapers] = useState(() => usualPapers(listed));
  const record = useCommand({
    run: (facts: AfterStepFacts) => office.after.step({ caseId: detail.id, step: facts }),
    onDone,
  });
  useUnsaved('后续事项', typed !== '' || number !== '' || remarks !== '');
  useEffect(() => {
    focusField('on', form.current ?? document);
  }, []);
  const records = (field: AfterField) => rule.records.includes(field);
  const day = typedDay(typed);
  const before = progress.steps.at(-1)?.on ?? detail.closing?.closedOn ?? null;
  const official = parseCaseNumber(number);
  const reason = reasonNeeded !== null && step === 'apply';
  const needs = (field: AfterField) => rule.needs.includes(field) || (field === 'remarks' && reason);
  const given: Readonly<Record<AfterField, boolean>> = {
    party: partyId !== null,
    court: courtId !== null,
    number: number.trim() !== '',
    papers: papersOf(listed, papers).length > 0,
    joint,
    remarks: remarks.trim() !== '',
  };
  const words = { ...fieldWords, number: rule.number ?? '文书号', remarks: rule.remarks ?? '说明' };
  const lacking = [
    ...(day === null ? [rule.day] : []),
    ...rule.records.filter((field) => needs(field) && !given[field]).map((field) => words[field]),
  ];
  const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
  return (
    <div
      ref={form}
      data-form
      className={`${outcome.inset} ${styles.form}`}
      onKeyDownCapture={moveOnWithEnter}
    >
      <h3>
        {rule.label}
        <cite>{rule.source}</cite>
      </h3>
      <div className={fields.grid}>
        {records('party') && (
          <ListField
            name="partyId"
            label="当事人"
            value={partyId}
            choices={partyChoices.map((party) => ({
              value: party.id,
              label: party.name,
              detail: partyRoleLabels[party.role],
            }))}
            required={needs('party')}
            onChoose={setPartyId}
          />
        )}
        <DateField
          name="on"
          label={rule.day}
          typed={typed}
          doubt={
            day !== null && day > today
              ? '晚于今天'
              : day !== null && before !== null && day < before && !own
                ? `早于上一步（${formatLocalDate(before)}）`
                : undefined
          }
          onType={setTyped}
        />
        {records('court') && (
          <ListField
            name="courtId"
            label="法院"
            value={courtId}
            choices={courts.map(courtChoice)}
            from="courts"
            onChoose={setCourtId}
          />
        )}
        {records('number') && (
          <TextField
            name="number"
            label={words.number}
            maximum={100}
            value={number}
            hint={
              number.trim() === ''
                ? undefined
                : official === undefined
                  ? '不是标准案号，只记在这一步里'
                  : official === number
                    ? undefined
                    : `将登记为 ${official}`
            }
            onType={setNumber}
          />
        )}
        {records('joint') && (
          <FewField
            name="joint"
            label="由谁申请"
            wide
            value={asked}
            choices={[
              { value: 'both', label: '双方共同' },
              { value: 'one', label: '只有一方' },
            ]}
            hint="双方都在申请书上签名"
            warning={asked === 'one' ? '须由双方共同申请，一方申请的法院不予受理' : undefined}
            onChoose={setAsked}
            onUnchoose={() => setAsked(null)}
          />
        )}
        {records('remarks') && (
          <TextField
            name="remarks"
            label={words.remarks}
            wide
            maximum={1000}
            value={remarks}
            required={needs('remarks')}
            hint={reason ? `须写明：${reasonNeeded}` : undefined}
            onType={setRemarks}
          />
        )}
      </div>
      {records('papers') && <PapersField form={listed} draft={papers} onChange={setPapers} />}
      {rule.hint !== undefined && <p className={styles.hint}>{rule.hint}</p>}
      <SaveBar
        shown={shown}
        ready={lacking.length === 0}
        why={`还缺：${lacking.join('、')}`}
        label="登记"
        pending={record.isPending}
        error={record.error}
        onSave={() =>
          day !== null &&
          record.mutate({
            matter,
            step,
            on: day,
            partyId,
            courtId,
            number: orNull(number),
            papers: papersOf(listed, papers),
            joint,
            remarks: orNull(remarks),
          })
        }
        onCancel={onDone}
      />
    </div>
  );
}
