import { useMutation } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import type { Mediator } from '#shared/contract/mediators.ts';
import { office } from '../../api.ts';
import { courtChoice } from '../../components/case-form/court-choice.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { ListField } from '../../components/fields/choice-field.tsx';
import { DateField } from '../../components/fields/date-field.tsx';
import { FewField } from '../../components/fields/few-field.tsx';
import { LongTextField, TextField } from '../../components/fields/text-field.tsx';
import { useOverview, useReference } from '../../components/office-facts.tsx';
import {
  draftOf,
  emptyDraft,
  expertiseWords,
  factsOf,
  lacksOf,
  type MediatorDraft,
  phonesWarning,
  residentIdWarning,
  standingLabels,
  termWarning,
} from './mediator-draft.ts';
import styles from './roster.module.css';

type Texts = 'name' | 'employer' | 'phones' | 'residentId' | 'expertise' | 'languages' | 'certificateNumber';

/** One line of the roster with all its fields; null opens an empty one. */
export function MediatorDrawer(props: { readonly mediator: Mediator | null; readonly onClose: () => void }) {
  const { mediator } = props;
  const { courts, studios, today } = useOverview();
  const sectors = useReference()?.sectors ?? [];
  const { message } = App.useApp();
  const [before] = useState(() => (mediator === null ? emptyDraft : draftOf(mediator)));
  const [version] = useState(mediator?.version ?? null);
  const [draft, setDraft] = useState(before);
  const edit = (change: Partial<MediatorDraft>) => setDraft((now) => ({ ...now, ...change }));
  const changed = (Object.keys(draft) as (keyof MediatorDraft)[]).some((key) => draft[key] !== before[key]);
  const save = useMutation({
    mutationFn: async () => {
      const facts = factsOf(draft);
      if (mediator === null || version === null) {
        await office.mediators.add({ mediator: facts });
      } else {
        await office.mediators.amend({ id: mediator.id, version, mediator: facts });
      }
    },
    onSuccess: () => {
      message.success(mediator === null ? `已加入名册：${draft.name.trim()}` : '已保存');
      props.onClose();
    },
  });
  const text = (
    name: Texts,
    label: string,
    maximum: number,
    more: { required?: true; placeholder?: string; hint?: string; warning?: string | undefined } = {},
  ) => (
    <TextField
      name={name}
      label={label}
      value={draft[name]}
      maximum={maximum}
      onType={(value) => edit({ [name]: value })}
      {...more}
    />
  );
  return (
    <EditDrawer
      title={mediator === null ? '添加调解员' : mediator.name}
      size={620}
      changed={changed}
      lacks={lacksOf(draft)}
      saving={save.isPending}
      error={save.error}
      onClose={props.onClose}
      onSave={() => save.mutate()}
    >
      <div className={styles.drawer}>
        {text('name', '姓名', 50, { required: true })}
        <FewField
          name="membership"
          label="政协委员"
          value={draft.membership}
          choices={[
            { value: 'member', label: '是' },
            { value: 'notMember', label: '不是' },
            { value: 'unknown', label: '未填' },
          ]}
          onChoose={(membership) => edit({ membership })}
        />
        <ListField
          name="sector"
          label="界别"
          value={draft.sector}
          choices={[...new Set([...sectors, ...(before.sector === null ? [] : [before.sector])])].map(
            (sector) => ({
              value: sector,
              label: sector,
            }),
          )}
          onChoose={(sector) => edit({ sector })}
        />
        {text('employer', '职务单位', 100)}
        {text('phones', '电话', 260, {
          placeholder: '几个号码用顿号分开',
          warning: phonesWarning(draft.phones),
        })}
        {text('residentId', '身份证号', 50, {
          hint: '不写入任何文书',
          warning: residentIdWarning(draft.residentId, today),
        })}
        {text('expertise', '专长', 500, {
          placeholder: '如：婚姻家庭、民间借贷',
          ...expertiseWords(draft.expertise),
        })}
        {text('languages', '语言', 200, { placeholder: '如：汉语、蒙古语' })}

        <h3 className={styles.part}>聘任</h3>
        <FewField
          name="standing"
          label="状态"
          value={draft.standing}
          choices={(['listed', 'suspended', 'removed'] as const).map((value) => ({
            value,
            label: standingLabels[value],
          }))}
          onChoose={(standing) => edit({ standing })}
        />
        <ListField
          name="courtId"
          label="入册法院"
          value={draft.courtId}
          choices={courts.filter((court) => court.active || court.id === draft.courtId).map(courtChoice)}
          from="courts"
          onChoose={(courtId) => edit({ courtId })}
        />
        <ListField
          name="studioId"
          label="委员工作室"
          value={draft.studioId}
          choices={studios
            .filter((studio) => studio.active || studio.id === draft.studioId)
            .map((studio) => ({ value: studio.id, label: studio.name }))}
          from="studios"
          onChoose={(studioId) => edit({ studioId })}
        />
        {text('certificateNumber', '聘书号', 50)}
        <DateField
          name="listedOn"
          label="入册日期"
          typed={draft.listedOn}
          onType={(listedOn) => edit({ listedOn })}
        />
        <DateField
          name="termFrom"
          label="聘期自"
          typed={draft.termFrom}
          onType={(termFrom) => edit({ termFrom })}
        />
        <DateField
          name="termTo"
          label="聘期至"
          typed={draft.termTo}
          doubt={termWarning(draft)}
          onType={(termTo) => edit({ termTo })}
        />
        <LongTextField
          name="training"
          label="培训"
          rows={2}
          maximum={2000}
          value={draft.training}
          onType={(training) => edit({ training })}
        />
        <LongTextField
          name="remarks"
          label="备注"
          rows={2}
          maximum={500}
          value={draft.remarks}
          onType={(remarks) => edit({ remarks })}
        />
        <Checkbox
          className={styles.check ?? ''}
          checked={draft.incomplete}
          onChange={(event) => edit({ incomplete: event.target.checked })}
        >
          待完善（资料还没有补齐）
        </Checkbox>
      </div>
    </EditDrawer>
  );
}
