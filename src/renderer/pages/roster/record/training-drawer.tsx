import { useMutation, useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { MediatorId } from '#shared/contract/ids.ts';
import { office, query } from '../../../api.ts';
import { EditDrawer } from '../../../components/edit-drawer.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { ManyField } from '../../../components/fields/many-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import styles from '../roster.module.css';

/** Whole hours from 1 to 1000; null for nothing, undefined for anything else. */
function readHours(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s|学时|小时/g, '');
  if (text === '') {
    return null;
  }
  const hours = Number(text);
  return Number.isInteger(hours) && hours >= 1 && hours <= 1000 ? hours : undefined;
}

/** A training that a mediator took part in, with whoever was there too: recorded once for all of them. */
export function TrainingDrawer(props: { readonly mediatorId: MediatorId; readonly onClose: () => void }) {
  const { mediatorId, onClose } = props;
  const { today } = useOverview();
  const { message } = App.useApp();
  const roster = useQuery(query.mediators.list.queryOptions());
  const [trainedOn, setTrainedOn] = useState('');
  const [topic, setTopic] = useState('');
  const [hours, setHours] = useState('');
  const [remarks, setRemarks] = useState('');
  const [others, setOthers] = useState<readonly MediatorId[]>([]);
  const day = typedDay(trainedOn);
  const readable = readHours(hours);
  const lacking = [...(day === null ? ['日期'] : []), ...(topic.trim() === '' ? ['内容'] : [])];
  const save = useMutation({
    mutationFn: async () => {
      if (day === null || readable === undefined) {
        return;
      }
      await office.mediators.recordTraining({
        mediatorIds: [mediatorId, ...others],
        training: {
          trainedOn: day,
          topic: topic.trim(),
          hours: readable,
          remarks: remarks.trim() === '' ? null : remarks.trim(),
        },
      });
    },
    onSuccess: () => {
      message.success(others.length === 0 ? '已记培训' : `已为 ${others.length + 1} 人记培训`);
      onClose();
    },
  });
  return (
    <EditDrawer
      title="记培训"
      size={560}
      changed={trainedOn !== '' || topic !== '' || hours !== '' || remarks !== '' || others.length > 0}
      lacks={
        lacking.length > 0
          ? `还缺：${lacking.join('、')}`
          : readable === undefined
            ? '学时请写整数，或清空'
            : null
      }
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <div className={styles.drawer}>
        <DateField
          name="trainedOn"
          label="日期"
          required
          typed={trainedOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={setTrainedOn}
        />
        <TextField
          name="topic"
          label="内容"
          required
          value={topic}
          maximum={200}
          placeholder="如：特邀调解员岗前培训"
          onType={setTopic}
        />
        <TextField
          name="hours"
          label="学时"
          value={hours}
          maximum={10}
          warning={readable === undefined ? '请写整数，1 到 1000' : undefined}
          onType={setHours}
        />
        <TextField name="remarks" label="备注" value={remarks} maximum={500} onType={setRemarks} />
        <ManyField
          name="others"
          label="同时参加"
          values={others}
          maximum={200}
          placeholder="名册上的其他人，一并记"
          choices={(roster.data ?? [])
            .filter(({ id }) => id !== mediatorId)
            .map((mediator) => ({
              value: mediator.id,
              label: mediator.name,
              pinyin: mediator.pinyin,
              detail: mediator.sector,
            }))}
          onChoose={setOthers}
        />
      </div>
    </EditDrawer>
  );
}
