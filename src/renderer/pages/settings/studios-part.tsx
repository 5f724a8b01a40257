import { useMutation } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import type { CourtId, StudioId } from '#shared/contract/ids.ts';
import type { Studio } from '#shared/contract/office.ts';
import { query } from '../../api.ts';
import { courtChoice } from '../../components/case-form/court-choice.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { ListField } from '../../components/fields/choice-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Entries } from './entries.tsx';
import styles from './settings.module.css';
import { useEntry, words } from './use-entry.ts';

/** 委员工作室（调解室）: where member-mediators sit. */
export function StudiosPart() {
  const { studios, courts } = useOverview();
  const { message } = App.useApp();
  const editing = useEntry<{ name: string; courtId: CourtId | null; place: string; active: boolean }>();
  const save = useMutation({
    ...query.office.saveStudio.mutationOptions(),
    onSuccess: () => {
      editing.close();
      message.success('已保存');
    },
  });
  const open = (studio: Studio | null) => {
    save.reset();
    editing.open(studio?.id ?? null, studio?.version ?? null, {
      name: studio?.name ?? '',
      courtId: studio?.courtId ?? null,
      place: studio?.place ?? '',
      active: studio?.active ?? true,
    });
  };
  const { entry } = editing;
  const courtName = (id: CourtId | null) => courts.find((court) => court.id === id)?.shortName ?? '—';
  return (
    <>
      <Entries<Studio>
        title="委员工作室"
        note="委员调解室、工作室及其所在法院"
        add="添加工作室"
        empty="案件在哪个委员工作室调解，就在这里添加。"
        entries={studios}
        nameTitle="名称"
        name={(studio) => studio.name}
        columns={[
          { title: '所在法院', width: '26%', cell: (studio) => courtName(studio.courtId) },
          { title: '地点', width: '30%', cell: (studio) => studio.place ?? '—' },
        ]}
        onOpen={open}
      />
      {entry !== null && (
        <EditDrawer
          title={entry.id === null ? '添加委员工作室' : entry.before.name}
          size={520}
          changed={editing.changed}
          lacks={entry.facts.name.trim() === '' ? '请填写名称' : null}
          saving={save.isPending}
          error={save.error}
          onClose={editing.close}
          onSave={() =>
            save.mutate({
              id: entry.id as StudioId | null,
              version: entry.version,
              studio: {
                name: entry.facts.name.trim(),
                courtId: entry.facts.courtId,
                place: words(entry.facts.place),
                active: entry.facts.active,
              },
            })
          }
        >
          <div className={styles.drawer}>
            <TextField
              name="name"
              label="名称"
              required
              value={entry.facts.name}
              maximum={100}
              onType={(name) => editing.change({ name })}
            />
            <ListField
              name="courtId"
              label="所在法院"
              value={entry.facts.courtId}
              choices={courts
                .filter((court) => court.active || court.id === entry.facts.courtId)
                .map((court) => ({ ...courtChoice(court), label: court.name }))}
              from="courts"
              onChoose={(courtId) => editing.change({ courtId })}
            />
            <TextField
              name="place"
              label="地点"
              value={entry.facts.place}
              maximum={200}
              onType={(place) => editing.change({ place })}
            />
            <Checkbox
              className={styles.check ?? ''}
              checked={entry.facts.active}
              onChange={(event) => editing.change({ active: event.target.checked })}
            >
              使用中
            </Checkbox>
          </div>
        </EditDrawer>
      )}
    </>
  );
}
