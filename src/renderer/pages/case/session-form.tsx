import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { sessionFormSchema, sessionResultSchema } from '#shared/contract/sessions.ts';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import { FewField } from '../../components/fields/few-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../components/fields/move-on.ts';
import { SuggestField } from '../../components/fields/suggest-field.tsx';
import { LongTextField, TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { SaveBar } from './save-bar.tsx';
import { parseClockTime, readSession, type SessionDraft } from './session-draft.ts';
import { sessionFormLabels, sessionResultLabels } from './session-words.ts';
import styles from './sessions.module.css';

type SessionFormProps = {
  readonly detail: CaseDetail;
  readonly draft: SessionDraft;
  /** Where the cursor goes when the form opens. */
  readonly firstField: string;
  readonly shown: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onChange: (draft: SessionDraft) => void;
  readonly onSave: (session: Extract<ReturnType<typeof readSession>, { kind: 'session' }>['session']) => void;
  readonly onCancel: () => void;
};

/** One session: when, how, who came, what was said, and apart from it what no paper is to show. */
export function SessionForm(props: SessionFormProps) {
  const { detail, draft, firstField, shown, pending, error, onChange, onSave, onCancel } = props;
  const { today, studios } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const read = readSession(draft);
  const change = (part: Partial<SessionDraft>) => onChange({ ...draft, ...part });
  const held = typedDay(draft.heldOn);
  const received = detail.facts.receivedOn;
  useEffect(() => {
    focusField(firstField, form.current ?? document);
  }, [firstField]);
  const places = [
    ...new Set([
      ...detail.sessions.map((session) => session.place),
      ...studios.map((studio) => studio.place ?? studio.name),
    ]),
  ].filter((place) => place !== null);
  const people = detail.parties.flatMap((party) => [party.name, ...party.agents.map((agent) => agent.name)]);
  const timeWarning = (typed: string) =>
    typed.trim() !== '' && parseClockTime(typed) === undefined ? '写成 9:30 或 0930' : undefined;
  return (
    <div ref={form} data-form className={styles.sessionForm} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <DateField
          name="heldOn"
          label="日期"
          typed={draft.heldOn}
          doubt={
            held !== null && held > today
              ? '晚于今天'
              : held !== null && received !== null && held < received
                ? '早于接收日'
                : undefined
          }
          onType={(heldOn) => change({ heldOn })}
        />
        <div className={styles.times}>
          <TextField
            name="startedAt"
            label="时间"
            value={draft.startedAt}
            placeholder="9:30"
            warning={timeWarning(draft.startedAt)}
            onType={(startedAt) => change({ startedAt })}
          />
          <TextField
            name="endedAt"
            label="至"
            value={draft.endedAt}
            placeholder="11:00"
            warning={timeWarning(draft.endedAt)}
            onType={(endedAt) => change({ endedAt })}
          />
        </div>
        <FewField
          name="form"
          label="方式"
          value={draft.form}
          choices={sessionFormSchema.options.map((value) => ({ value, label: sessionFormLabels[value] }))}
          onChoose={(chosen) => change({ form: chosen })}
          onUnchoose={() => change({ form: null })}
        />
        <SuggestField
          name="place"
          label="地点"
          value={draft.place}
          suggestions={places}
          onType={(place) => change({ place })}
        />
        <TextField
          name="attendance"
          label="到场人员"
          wide
          maximum={1000}
          value={draft.attendance}
          onType={(attendance) => change({ attendance })}
        />
        <div className={styles.people}>
          {people
            .filter((name) => !draft.attendance.includes(name))
            .map((name) => (
              <Button
                key={name}
                size="small"
                onClick={() =>
                  change({ attendance: draft.attendance === '' ? name : `${draft.attendance}、${name}` })
                }
              >
                + {name}
              </Button>
            ))}
        </div>
      </div>
      <div className={styles.notes}>
        <div className={`${fields.stacked} ${styles.publicNotes}`}>
          <LongTextField
            name="notes"
            label="调解经过"
            hint="可写入笔录和文书"
            rows={6}
            maximum={50000}
            value={draft.notes}
            onType={(notes) => change({ notes })}
          />
        </div>
        <div className={`${fields.stacked} ${styles.privateNotes} no-print`}>
          <LongTextField
            name="privateNotes"
            label="调解员私记"
            hint="不会写入任何文书和导出，但能打开本案的人都能看到"
            rows={6}
            maximum={50000}
            value={draft.privateNotes}
            onType={(privateNotes) => change({ privateNotes })}
          />
        </div>
      </div>
      <SessionMatters draft={draft} onChange={change} />
      <div className={fields.grid}>
        <FewField
          name="result"
          label="结果"
          value={draft.result}
          choices={sessionResultSchema.options.map((value) => ({ value, label: sessionResultLabels[value] }))}
          onChoose={(result) => change({ result })}
          onUnchoose={() => change({ result: null })}
        />
        <DateField
          name="nextOn"
          label="下次日期"
          typed={draft.nextOn}
          onType={(nextOn) => change({ nextOn })}
        />
      </div>
      <SaveBar
        shown={shown}
        ready={read.kind === 'session'}
        why={read.kind === 'obstacles' ? read.words : undefined}
        pending={pending}
        error={error}
        onSave={() => read.kind === 'session' && onSave(read.session)}
        onCancel={onCancel}
      />
    </div>
  );
}

/** What the court wants to know where it comes to nothing: what both sides hold to be so, and about what they differ. */
function SessionMatters(props: {
  readonly draft: SessionDraft;
  readonly onChange: (part: Partial<SessionDraft>) => void;
}) {
  const { draft, onChange } = props;
  return (
    <div className={`${fields.stacked} ${styles.matters}`}>
      <LongTextField
        name="undisputed"
        label="无争议事实"
        hint="只写双方都认可的事实；为了达成协议作出的让步不写在这里（法释〔2016〕14号 第22条；法释〔2021〕23号 第18条）"
        rows={3}
        value={draft.undisputed}
        onType={(undisputed) => onChange({ undisputed })}
      />
      <LongTextField
        name="disputed"
        label="争议焦点"
        rows={3}
        value={draft.disputed}
        onType={(disputed) => onChange({ disputed })}
      />
      <LongTextField
        name="proposals"
        label="调解方案"
        hint="各方和调解员提出的方案（法释〔2016〕14号 第17条）"
        rows={3}
        value={draft.proposals}
        onType={(proposals) => onChange({ proposals })}
      />
    </div>
  );
}
