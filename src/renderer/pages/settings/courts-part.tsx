import { useMutation } from '@tanstack/react-query';
import { App, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { CourtId } from '#shared/contract/ids.ts';
import type { Court } from '#shared/contract/office.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import { query } from '../../api.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { ListField } from '../../components/fields/choice-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Entries } from './entries.tsx';
import styles from './settings.module.css';
import { useEntry, words } from './use-entry.ts';

const levels = {
  basic: '基层人民法院',
  intermediate: '中级人民法院',
  high: '高级人民法院',
  special: '专门人民法院',
} as const satisfies Record<Court['level'], string>;

type Facts = {
  name: string;
  shortName: string;
  code: string;
  region: string;
  level: Court['level'] | null;
  codeVerified: boolean;
  active: boolean;
};

function lacksOf(facts: Facts): string | null {
  if (facts.name.trim() === '' || facts.shortName.trim() === '') {
    return '请填写全称和简称';
  }
  return facts.level === null ? '请选择级别' : null;
}

/** The courts that refer cases, with the code that stands in their case numbers. */
export function CourtsPart() {
  const { courts } = useOverview();
  const { message } = App.useApp();
  const [wanted, setWanted] = useState('');
  const editing = useEntry<Facts>();
  const save = useMutation({
    ...query.office.saveCourt.mutationOptions(),
    onSuccess: () => {
      editing.close();
      message.success('已保存');
    },
  });
  const open = (court: Court | null) => {
    save.reset();
    editing.open(court?.id ?? null, court?.version ?? null, {
      name: court?.name ?? '',
      shortName: court?.shortName ?? '',
      code: court?.code ?? '',
      region: court?.region ?? '',
      level: court?.level ?? null,
      codeVerified: court?.codeVerified ?? false,
      active: court?.active ?? true,
    });
  };
  const folded = foldForSearch(wanted);
  const found = courts.filter((court) =>
    [court.name, court.shortName, court.code, court.region].some(
      (text) => text !== null && foldForSearch(text).includes(folded),
    ),
  );
  const { entry } = editing;
  const text = (
    name: 'name' | 'shortName' | 'code' | 'region',
    label: string,
    maximum: number,
    more?: object,
  ) =>
    entry !== null && (
      <TextField
        name={name}
        label={label}
        value={entry.facts[name]}
        maximum={maximum}
        onType={(value) => editing.change({ [name]: value })}
        {...more}
      />
    );
  return (
    <>
      <Entries<Court>
        title="法院"
        note={`${courts.length} 家；代字写在案号里，如“内0602”`}
        add="添加法院"
        empty="添加委派、委托案件的法院。"
        entries={found}
        nameTitle="简称"
        name={(court) => court.shortName}
        filter={
          <Input
            className={`${styles.filter} ${styles.filterRow}`}
            aria-label="查找法院"
            placeholder="名称、代字或地区"
            allowClear
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        }
        columns={[
          { title: '全称', cell: (court) => court.name },
          {
            title: '代字',
            width: '12em',
            cell: (court) => (
              <>
                {court.code ?? '—'}
                {!court.codeVerified && (
                  <span className={styles.unverified} title="按行政区划推出，尚未对照裁判文书核实">
                    代字待核
                  </span>
                )}
              </>
            ),
          },
          { title: '地区', width: '8em', cell: (court) => court.region ?? '—' },
          { title: '级别', width: '6em', cell: (court) => levels[court.level].slice(0, 2) },
        ]}
        onOpen={open}
      />
      {entry !== null && (
        <EditDrawer
          title={entry.id === null ? '添加法院' : entry.before.name}
          size={520}
          changed={editing.changed}
          lacks={lacksOf(entry.facts)}
          saving={save.isPending}
          error={save.error}
          onClose={editing.close}
          onSave={() => {
            const { facts } = entry;
            if (facts.level !== null) {
              save.mutate({
                id: entry.id as CourtId | null,
                version: entry.version,
                court: {
                  name: facts.name.trim(),
                  shortName: facts.shortName.trim(),
                  code: words(facts.code),
                  region: words(facts.region),
                  level: facts.level,
                  codeVerified: facts.codeVerified,
                  active: facts.active,
                },
              });
            }
          }}
        >
          <div className={styles.drawer}>
            {text('name', '全称', 50, {
              required: true,
              placeholder: '如：内蒙古自治区鄂尔多斯市东胜区人民法院',
            })}
            {text('shortName', '简称', 30, { required: true, placeholder: '如：东胜区人民法院' })}
            <ListField
              name="level"
              label="级别"
              required
              value={entry.facts.level}
              clearable={false}
              choices={(Object.keys(levels) as Court['level'][]).map((value) => ({
                value,
                label: levels[value],
              }))}
              onChoose={(level) => editing.change({ level })}
            />
            {text('code', '法院代字', 10, { placeholder: '如：内0602' })}
            <Checkbox
              className={styles.check ?? ''}
              checked={entry.facts.codeVerified}
              onChange={(event) => editing.change({ codeVerified: event.target.checked })}
            >
              代字已对照该院的裁判文书核实
            </Checkbox>
            {text('region', '地区', 30, { placeholder: '如：鄂尔多斯' })}
            <Checkbox
              className={styles.check ?? ''}
              checked={entry.facts.active}
              onChange={(event) => editing.change({ active: event.target.checked })}
            >
              使用中（停用后登记时不再列出，已有案件不受影响）
            </Checkbox>
          </div>
        </EditDrawer>
      )}
    </>
  );
}
