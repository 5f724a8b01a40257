import { useMutation } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import type { OrganisationId } from '#shared/contract/ids.ts';
import type { Organisation } from '#shared/contract/office.ts';
import { query } from '../../api.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { ListField } from '../../components/fields/choice-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Entries } from './entries.tsx';
import styles from './settings.module.css';
import { useEntry, words } from './use-entry.ts';

const kinds = {
  invitedMediation: '特邀调解组织',
  peoplesMediation: '人民调解委员会',
  industryMediation: '行业性、专业性调解组织',
} as const satisfies Record<Organisation['kind'], string>;

type Facts = {
  name: string;
  kind: Organisation['kind'] | null;
  address: string;
  phone: string;
  active: boolean;
};

function lacksOf(facts: Facts): string | null {
  if (facts.name.trim() === '') {
    return '请填写名称';
  }
  return facts.kind === null ? '请选择类别' : null;
}

/** The organisations whose seal an agreement bears; without one a court may refuse to confirm it (domain.md §0.2). */
export function OrganisationsPart() {
  const { organisations, profile } = useOverview();
  const { message } = App.useApp();
  const editing = useEntry<Facts>();
  const save = useMutation({
    ...query.office.saveOrganisation.mutationOptions(),
    onSuccess: () => {
      editing.close();
      message.success('已保存');
    },
  });
  const open = (organisation: Organisation | null) => {
    save.reset();
    editing.open(organisation?.id ?? null, organisation?.version ?? null, {
      name: organisation?.name ?? '',
      kind: organisation?.kind ?? null,
      address: organisation?.address ?? '',
      phone: organisation?.phone ?? '',
      active: organisation?.active ?? true,
    });
  };
  const { entry } = editing;
  const text = (name: 'name' | 'address' | 'phone', label: string, maximum: number, required?: boolean) =>
    entry !== null && (
      <TextField
        name={name}
        label={label}
        required={required}
        value={entry.facts[name]}
        maximum={maximum}
        onType={(value) => editing.change({ [name]: value })}
      />
    );
  return (
    <>
      <Entries<Organisation>
        title="调解组织"
        note="调解协议书由调解组织盖章，申请司法确认要用"
        add="添加调解组织"
        empty="添加委员调解室所依托的调解组织，协议书上印它的名称、盖它的章。"
        entries={organisations}
        nameTitle="名称"
        name={(organisation) => organisation.name}
        columns={[
          { title: '类别', width: '12em', cell: (organisation) => kinds[organisation.kind] },
          {
            title: '本单位用章',
            width: '7em',
            cell: (organisation) => (organisation.id === profile.organisationId ? '✓ 是' : '—'),
          },
          { title: '电话', width: '10em', cell: (organisation) => organisation.phone ?? '—' },
        ]}
        onOpen={open}
      />
      {entry !== null && (
        <EditDrawer
          title={entry.id === null ? '添加调解组织' : entry.before.name}
          size={520}
          changed={editing.changed}
          lacks={lacksOf(entry.facts)}
          saving={save.isPending}
          error={save.error}
          onClose={editing.close}
          onSave={() => {
            const { facts } = entry;
            if (facts.kind !== null) {
              save.mutate({
                id: entry.id as OrganisationId | null,
                version: entry.version,
                organisation: {
                  name: facts.name.trim(),
                  kind: facts.kind,
                  address: words(facts.address),
                  phone: words(facts.phone),
                  active: facts.active,
                },
              });
            }
          }}
        >
          <div className={styles.drawer}>
            {text('name', '名称', 100, true)}
            <ListField
              name="kind"
              label="类别"
              required
              value={entry.facts.kind}
              clearable={false}
              choices={(Object.keys(kinds) as Organisation['kind'][]).map((value) => ({
                value,
                label: kinds[value],
              }))}
              onChoose={(kind) => editing.change({ kind })}
            />
            {text('address', '地址', 200)}
            {text('phone', '电话', 50)}
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
