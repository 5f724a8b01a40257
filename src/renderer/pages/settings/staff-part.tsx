import { useMutation } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import type { StaffId } from '#shared/contract/ids.ts';
import type { StaffMember } from '#shared/contract/office.ts';
import { query } from '../../api.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Entries } from './entries.tsx';
import styles from './settings.module.css';
import { useEntry, words } from './use-entry.ts';

/** The people who work with the program; each step that is recorded bears one of these names. */
export function StaffPart() {
  const { staff } = useOverview();
  const { message } = App.useApp();
  const editing = useEntry<{ name: string; post: string; active: boolean }>();
  const save = useMutation({
    ...query.office.saveStaff.mutationOptions(),
    onSuccess: () => {
      editing.close();
      message.success('已保存');
    },
  });
  const open = (member: StaffMember | null) => {
    save.reset();
    editing.open(member?.id ?? null, member?.version ?? null, {
      name: member?.name ?? '',
      post: member?.post ?? '',
      active: member?.active ?? true,
    });
  };
  const { entry } = editing;
  return (
    <>
      <Entries<StaffMember>
        title="工作人员"
        note="启动时从这里选择“谁在工作”"
        add="添加工作人员"
        empty="添加书记员、统计员等使用本程序的人。"
        entries={staff}
        nameTitle="姓名"
        name={(member) => member.name}
        columns={[{ title: '岗位', width: '40%', cell: (member) => member.post ?? '—' }]}
        onOpen={open}
      />
      {entry !== null && (
        <EditDrawer
          title={entry.id === null ? '添加工作人员' : `工作人员：${entry.before.name}`}
          size={460}
          changed={editing.changed}
          lacks={entry.facts.name.trim() === '' ? '请填写姓名' : null}
          saving={save.isPending}
          error={save.error}
          onClose={editing.close}
          onSave={() =>
            save.mutate({
              id: entry.id as StaffId | null,
              version: entry.version,
              name: entry.facts.name.trim(),
              post: words(entry.facts.post),
              active: entry.facts.active,
            })
          }
        >
          <div className={styles.drawer}>
            <TextField
              name="name"
              label="姓名"
              required
              value={entry.facts.name}
              maximum={50}
              onType={(name) => editing.change({ name })}
            />
            <TextField
              name="post"
              label="岗位"
              value={entry.facts.post}
              maximum={50}
              placeholder="例如：书记员、统计员"
              onType={(post) => editing.change({ post })}
            />
            <Checkbox
              className={styles.check ?? ''}
              checked={entry.facts.active}
              onChange={(event) => editing.change({ active: event.target.checked })}
            >
              在岗（停用后不再出现在“谁在工作”里）
            </Checkbox>
          </div>
        </EditDrawer>
      )}
    </>
  );
}
