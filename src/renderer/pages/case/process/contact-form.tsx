import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ContactFacts } from '#shared/contract/contacts.ts';
import type { PartyId } from '#shared/contract/ids.ts';
import { contactMeansSchema, contactResultSchema } from '#shared/domain/contact.ts';
import { contactMeansLabels, contactResultLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { office } from '../../../api.ts';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { maskedIfPhone, type PersonalNumbers } from '../personal-numbers.tsx';
import { SaveBar } from '../save-bar.tsx';
import { parseClockTime } from '../session-draft.ts';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import {
  type ContactDraft,
  emptyContact,
  isBlankContact,
  otherPerson,
  readContact,
} from './contact-draft.ts';
import styles from './process.module.css';

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Where a party can be reached: phones, the party's agents' phones, and the addresses. */
function placesOf({ parties }: CaseDetail, who: ContactDraft['who']): readonly string[] {
  const party = parties.find(({ id }) => id === who);
  if (party === undefined) {
    return [];
  }
  const agents = party.agents.map(({ phone }) => phone);
  const all = [...party.phones, ...agents, party.electronicServiceTo, party.serviceAddress, party.address];
  return [...new Set(all)].filter((place) => place !== null);
}

type ContactFormProps = {
  readonly detail: CaseDetail;
  readonly shown: boolean;
  readonly numbers: PersonalNumbers;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
};

/** A try to reach somebody, in one line; when it is saved the next can be typed, because they come in rows. */
export function ContactForm({ detail, shown, numbers, onTyped, onDone }: ContactFormProps) {
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<ContactDraft>(emptyContact);
  const read = readContact(draft);
  const record = useCommand({
    run: (contact: ContactFacts) => office.contacts.record({ caseId: detail.id, contact }),
    onDone: () => {
      setDraft(emptyContact);
      focusField('who', form.current ?? document);
    },
  });
  const typed = !isBlankContact(draft);
  useUnsaved('联系记录', typed);
  useEffect(() => onTyped(typed), [onTyped, typed]);
  useEffect(() => {
    focusField('who', form.current ?? document);
  }, []);
  const change = (part: Partial<ContactDraft>) => setDraft((before) => ({ ...before, ...part }));
  const day = typedDay(draft.contactedOn);
  const received = detail.facts.receivedOn;
  const places = placesOf(detail, draft.who).filter((place) => place !== draft.reachedAt);
  const other = draft.who === otherPerson;
  const person = (
    <TextField
      name="person"
      label={other ? '姓名、关系' : '接听人'}
      maximum={50}
      value={draft.person}
      placeholder={other ? '如 丁某（哥哥）' : '不是本人的'}
      onType={(name) => change({ person: name })}
    />
  );
  return (
    <div ref={form} data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
      <div data-other={other} className={`${fields.stacked} ${styles.line}`}>
        <ListField<PartyId | typeof otherPerson>
          name="who"
          label="联系谁"
          value={draft.who}
          choices={[
            ...detail.parties.map(({ id, name, role }) => ({
              value: id,
              label: name,
              detail: partyRoleLabels[role],
            })),
            { value: otherPerson, label: '其他人' },
          ]}
          onChoose={(who) => change({ who, reachedAt: '' })}
        />
        {other && person}
        <DateField
          name="contactedOn"
          label="日期"
          typed={draft.contactedOn}
          doubt={
            day !== null && day > today
              ? '晚于今天'
              : day !== null && received !== null && day < received
                ? '早于接收日'
                : undefined
          }
          onType={(contactedOn) => change({ contactedOn })}
        />
        <TextField
          name="contactedAt"
          label="时间"
          value={draft.contactedAt}
          placeholder="9:30"
          warning={
            draft.contactedAt.trim() !== '' && parseClockTime(draft.contactedAt) === undefined
              ? '写成 9:30 或 0930'
              : undefined
          }
          onType={(contactedAt) => change({ contactedAt })}
        />
        <ListField
          name="means"
          label="方式"
          value={draft.means}
          choices={contactMeansSchema.options.map((value) => ({ value, label: contactMeansLabels[value] }))}
          onChoose={(means) => change({ means })}
        />
        <TextField
          name="reachedAt"
          label="号码、地址"
          value={draft.reachedAt}
          onType={(reachedAt) => change({ reachedAt })}
        />
        <FewField
          name="result"
          label="结果"
          value={draft.result}
          choices={contactResultSchema.options.map((value) => ({ value, label: contactResultLabels[value] }))}
          onChoose={(result) => change({ result })}
          onUnchoose={() => change({ result: null })}
        />
        {!other && person}
        <TextField
          name="remarks"
          label="备注"
          maximum={500}
          value={draft.remarks}
          onType={(remarks) => change({ remarks })}
        />
      </div>
      <div className={styles.offered}>
        {draft.contactedOn === '' && (
          <Button
            size="small"
            onClick={() => change({ contactedOn: today, contactedAt: clock.format(new Date()) })}
          >
            就是现在
          </Button>
        )}
        {places.map((place) => (
          <Button key={place} size="small" onClick={() => change({ reachedAt: place })}>
            + {maskedIfPhone(place, numbers)}
          </Button>
        ))}
      </div>
      <SaveBar
        shown={shown}
        ready={read.kind === 'contact'}
        why={read.kind === 'obstacles' && !isBlankContact(draft) ? read.words : undefined}
        label="记下"
        pending={record.isPending}
        error={record.error}
        onSave={() => read.kind === 'contact' && record.mutate(read.contact)}
        onCancel={onDone}
      />
    </div>
  );
}
