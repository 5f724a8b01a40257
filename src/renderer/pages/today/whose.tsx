import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { type MediatorId, mediatorIdSchema } from '#shared/contract/ids.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './today.module.css';

const key = 'today-mediator';

function remembered(): MediatorId | null {
  return mediatorIdSchema.safeParse(Number(localStorage.getItem(key))).data ?? null;
}

type Whose = {
  readonly mediatorId: MediatorId | null;
  /** null: the whole office. */
  readonly name: string | null;
  choose(mediatorId: MediatorId | null): void;
};

/** Whose cases are shown: one mediator's or all, as this machine was left. */
export function useWhose(): Whose {
  const [chosen, setChosen] = useState(remembered);
  const mediators = useQuery(query.mediators.list.queryOptions()).data;
  const mediator = mediators?.find(({ id }) => id === chosen);
  return {
    // One who is on no roster, of a register that was replaced, hides nobody's cases.
    mediatorId: mediators !== undefined && mediator === undefined ? null : chosen,
    name: mediator?.name ?? null,
    choose(mediatorId) {
      if (mediatorId === null) localStorage.removeItem(key);
      else localStorage.setItem(key, String(mediatorId));
      setChosen(mediatorId);
    },
  };
}

/** 看谁的案件: all, one mediator's, or in one press one's own. */
export function WhoseField({ whose }: { readonly whose: Whose }) {
  const { atWork } = useOverview();
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const mine = mediators.filter(({ name, standing }) => name === atWork?.name && standing !== 'removed');
  const me = mine.length === 1 ? mine[0] : undefined;
  return (
    <>
      {me !== undefined && whose.mediatorId !== me.id && (
        <Button onClick={() => whose.choose(me.id)}>只看我的</Button>
      )}
      <Select<MediatorId>
        aria-label="看谁的案件"
        className={styles.whose ?? ''}
        placeholder="全部调解员"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={whose.mediatorId}
        options={mediators.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => whose.choose(id ?? null)}
      />
    </>
  );
}
