import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../api.ts';
import { courtChoice } from '../../components/case-form/court-choice.ts';
import { ListField } from '../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './outcome.module.css';
import { SaveBar } from './save-bar.tsx';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

type FormProps = { readonly detail: CaseDetail; readonly shown: boolean; readonly onDone: () => void };

/** The court's ruling that confirms the agreement; counted by its own day, it moves no closing. */
export function ConfirmationForm({ detail, shown, onDone }: FormProps) {
  const { courts, today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const known = detail.confirmation;
  const [confirmedOn, setConfirmedOn] = useState<string>(known?.confirmedOn ?? '');
  // 民事诉讼法第205条: an agreement after the court's invitation is confirmed by the court that invited.
  const [courtId, setCourtId] = useState(
    known?.courtId ?? detail.agreement?.effectCourtId ?? detail.facts.courtId,
  );
  const [number, setNumber] = useState(known?.number ?? '');
  const record = useCommand({
    run: (confirmation: Parameters<typeof office.cases.recordConfirmation>[0]) =>
      office.cases.recordConfirmation(confirmation),
    onDone,
  });
  useUnsaved('司法确认', confirmedOn !== (known?.confirmedOn ?? ''));
  useEffect(() => {
    focusField('confirmedOn', form.current ?? document);
  }, []);
  const day = typedDay(confirmedOn);
  const closedOn = detail.closing?.closedOn ?? null;
  const official = parseCaseNumber(number);
  return (
    <div ref={form} data-form className={styles.inset} onKeyDownCapture={moveOnWithEnter}>
      <div className={fields.grid}>
        <DateField
          name="confirmedOn"
          label="裁定日期"
          typed={confirmedOn}
          doubt={
            day !== null && day > today
              ? '晚于今天'
              : day !== null && closedOn !== null && day < closedOn
                ? `早于终结日 ${formatLocalDate(closedOn)}`
                : undefined
          }
          onType={setConfirmedOn}
        />
        <ListField
          name="courtId"
          label="法院"
          value={courtId}
          choices={courts.map(courtChoice)}
          from="courts"
          onChoose={setCourtId}
        />
        <TextField
          name="number"
          label="裁定书号"
          wide
          maximum={50}
          value={number}
          hint={official === undefined || official === number ? undefined : `将登记为 ${official}`}
          onType={setNumber}
        />
      </div>
      <SaveBar
        shown={shown}
        ready={day !== null}
        why="还缺：裁定日期"
        pending={record.isPending}
        error={record.error}
        onSave={() =>
          day !== null &&
          record.mutate({
            caseId: detail.id,
            confirmedOn: day,
            courtId,
            number: number.trim() === '' ? null : (official ?? number.trim()),
          })
        }
        onCancel={onDone}
      />
    </div>
  );
}
