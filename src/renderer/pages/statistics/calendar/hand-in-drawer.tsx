import { Button } from 'antd';
import { useState } from 'react';
import type { ReportLine } from '#shared/contract/reports.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { EditDrawer } from '../../../components/edit-drawer.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import styles from './calendar.module.css';

/** On which day a report went out, typed, with a remark. */
export function HandInDrawer(props: {
  readonly line: ReportLine;
  readonly today: LocalDate;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: (on: LocalDate, remarks: string | null) => void;
  readonly onClose: () => void;
}) {
  const { line, today } = props;
  const [on, setOn] = useState('');
  const [remarks, setRemarks] = useState('');
  const day = typedDay(on);
  const lacks =
    day === null
      ? '还缺：报送日期'
      : day > today
        ? '报送日期晚于今天'
        : day < line.period.from
          ? '报送日期早于统计期'
          : null;
  return (
    <EditDrawer
      title={`登记报送：${line.name}`}
      size={520}
      changed={on !== '' || remarks !== ''}
      lacks={lacks}
      saving={props.saving}
      error={props.error}
      onSave={() => day !== null && props.onSave(day, remarks.trim() === '' ? null : remarks.trim())}
      onClose={props.onClose}
    >
      <div className={styles.drawer}>
        <p>
          {line.periodName}的{line.name}，报送给{line.recipients}，{formatLocalDate(line.dueOn)}以前。
        </p>
        <DateField
          name="handedInOn"
          label="报送日期"
          required
          typed={on}
          doubt={
            day !== null && day > line.dueOn
              ? '晚于报送日'
              : day !== null && day <= line.period.to
                ? '早于统计期的最后一天'
                : undefined
          }
          onType={setOn}
        />
        {day !== today && (
          <div className={styles.today}>
            <Button size="small" onClick={() => setOn(today)} title={`填今天：${formatLocalDate(today)}`}>
              今天
            </Button>
          </div>
        )}
        <TextField
          name="remarks"
          label="备注"
          value={remarks}
          maximum={500}
          placeholder="如：纸质送交，某某签收"
          onType={setRemarks}
        />
      </div>
    </EditDrawer>
  );
}
