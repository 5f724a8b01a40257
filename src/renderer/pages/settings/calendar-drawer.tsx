import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { restCalendarDoubts } from '#shared/domain/rest-days.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { DateField } from '../../components/fields/date-field.tsx';
import { LongTextField, TextField } from '../../components/fields/text-field.tsx';
import {
  type CalendarDraft,
  daysRead,
  type HolidayDraft,
  type ReadCalendar,
  readCalendar,
} from './calendar-draft.ts';
import styles from './settings.module.css';

/** A year's holidays as the notice says them, typed in or amended. */
export function CalendarDrawer(props: {
  readonly before: CalendarDraft;
  /** An existing year stays the year it is. */
  readonly fresh: boolean;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: (calendar: Extract<ReadCalendar, { kind: 'calendar' }>['calendar']) => void;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(props.before);
  const change = (part: Partial<CalendarDraft>) => setDraft((now) => ({ ...now, ...part }));
  const changeHoliday = (key: number, part: Partial<HolidayDraft>) =>
    change({
      holidays: draft.holidays.map((holiday) => (holiday.key === key ? { ...holiday, ...part } : holiday)),
    });
  const read = readCalendar(draft);
  const problems = read.kind === 'problems' ? read.problems : [];
  const doubts = read.kind === 'calendar' ? restCalendarDoubts(read.calendar) : [];
  const working = daysRead(draft.workingDays);
  return (
    <EditDrawer
      title={props.fresh ? '填写放假安排' : `${props.before.year} 年放假安排`}
      size={640}
      changed={JSON.stringify(draft) !== JSON.stringify(props.before)}
      lacks={problems[0] ?? null}
      saving={props.saving}
      error={props.error}
      onClose={props.onClose}
      onSave={() => read.kind === 'calendar' && props.onSave(read.calendar)}
    >
      <div className={styles.drawer}>
        {props.fresh && (
          <TextField
            name="year"
            label="年份"
            value={draft.year}
            maximum={4}
            onType={(year) => change({ year })}
          />
        )}
        <TextField
          name="source"
          label="依据"
          required
          value={draft.source}
          hint="通知的名称和文号，如“国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）”"
          onType={(source) => change({ source })}
        />
        <DateField
          name="publishedOn"
          label="通知日期"
          required
          typed={draft.publishedOn}
          onType={(publishedOn) => change({ publishedOn })}
        />
        <h3 className={styles.formHead}>放假</h3>
        <div className={styles.holidays}>
          <div className={styles.holidayHead} aria-hidden="true">
            <span>节日</span>
            <span>第一天</span>
            <span>最后一天</span>
            <span />
          </div>
          {draft.holidays.map((holiday) => (
            <Holiday
              key={holiday.key}
              holiday={holiday}
              onChange={(part) => changeHoliday(holiday.key, part)}
              onRemove={() =>
                change({ holidays: draft.holidays.filter((other) => other.key !== holiday.key) })
              }
            />
          ))}
          <Button
            icon={<PlusOutlined />}
            size="small"
            onClick={() => {
              const key = Math.max(-1, ...draft.holidays.map((holiday) => holiday.key)) + 1;
              change({ holidays: [...draft.holidays, { key, name: '', from: '', to: '' }] });
            }}
          >
            加一个节日
          </Button>
        </div>
        <p className={styles.hint}>
          照通知写起止两天，中间的周末不用单列；只放一天的，最后一天可以不写。地方规定放假的民族节日也可以加一行。
        </p>
        <h3 className={styles.formHead}>调休</h3>
        <LongTextField
          name="workingDays"
          label="上班的周末"
          rows={3}
          value={draft.workingDays}
          hint={working.length === 0 ? '一天一个，中间用顿号或者换行分开' : working.join('、')}
          onType={(workingDays) => change({ workingDays })}
        />
        {problems.length > 1 && (
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        {doubts.length > 0 && (
          <div role="status" className={styles.caution}>
            请核对：{doubts.join('；')}。核对无误的，可以保存。
          </div>
        )}
      </div>
    </EditDrawer>
  );
}

function Holiday(props: {
  readonly holiday: HolidayDraft;
  readonly onChange: (part: Partial<HolidayDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { holiday, onChange } = props;
  const called = holiday.name.trim() === '' ? '节日' : holiday.name.trim();
  return (
    <div className={styles.holiday}>
      <Input
        aria-label="节日名称"
        value={holiday.name}
        maxLength={30}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Input
        aria-label={`${called}放假第一天`}
        value={holiday.from}
        maxLength={20}
        placeholder="如 20270101"
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <Input
        aria-label={`${called}放假最后一天`}
        value={holiday.to}
        maxLength={20}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <Button type="text" aria-label={`删去${called}`} icon={<DeleteOutlined />} onClick={props.onRemove} />
    </div>
  );
}
