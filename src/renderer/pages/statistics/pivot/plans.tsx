import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { KeptPivot, SavedPivot } from '#shared/contract/pivots.ts';
import type { PivotAsked } from '#shared/contract/statistics.ts';
import {
  movingPeriods,
  periodKey,
  requestOfChoice,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { putFilter, putShape } from '../asked.ts';
import { putRequest } from '../periods.ts';
import styles from './pivot.module.css';
import { PlanDialog } from './plan-dialog.tsx';

/** The kept table that the address names, if it is still there. */
export function usePlan(parameters: URLSearchParams): SavedPivot | undefined {
  const kept = useQuery(query.pivots.list.queryOptions()).data ?? [];
  return kept.find(({ id }) => String(id) === parameters.get('plan'));
}

type Opened = 'save' | 'change' | 'rename' | null;

function periodWords({ period }: KeptPivot): string {
  switch (period.kind) {
    case 'moving':
      return movingPeriods[period.period].label;
    case 'fixed':
      return shortPeriodName(period.request);
    case 'chosen':
      return '按所选统计期';
  }
}

/** 方案: opens a kept table, keeps the one that is shown, renames and removes. */
export function Plans(props: {
  readonly asked: PivotAsked;
  readonly plan: SavedPivot | undefined;
  readonly onChange: (edit: (parameters: URLSearchParams) => void) => void;
  readonly children: ReactNode;
}) {
  const { asked, plan, onChange } = props;
  const { today, statistics } = useOverview();
  const { modal, message } = App.useApp();
  const [opened, setOpened] = useState<Opened>(null);
  const kept = useQuery(query.pivots.list.queryOptions()).data ?? [];
  const remove = useMutation({
    ...query.pivots.remove.mutationOptions(),
    onSuccess: () => {
      message.success('方案已删除');
      onChange((next) => next.delete('plan'));
    },
  });
  const open = (chosen: SavedPivot) =>
    onChange((next) => {
      const { pivot } = chosen;
      const request = requestOfChoice(pivot.period, today, statistics);
      if (request !== null) {
        putRequest(next, request);
      }
      putFilter(next, pivot.filter);
      putShape(next, pivot);
      next.set('plan', String(chosen.id));
    });
  const changed = plan !== undefined && !isSame(plan.pivot, asked, today, statistics);
  const confirmRemoval = (of: SavedPivot) =>
    modal.confirm({
      title: `删除方案“${of.name}”？`,
      content: '只删除方案，不影响案件和统计数。',
      okText: '删除方案',
      cancelText: '取消',
      onOk: () => remove.mutate({ id: of.id, version: of.version }),
    });
  return (
    <div className={`${styles.plans} no-print`}>
      <span aria-hidden="true">方案</span>
      <Select<number>
        aria-label="打开方案"
        {...(plan === undefined ? {} : { value: plan.id })}
        placeholder={kept.length === 0 ? '还没有保存过方案' : '打开方案…'}
        disabled={kept.length === 0}
        popupMatchSelectWidth={false}
        className={styles.plan ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        options={kept.map(({ id, name, pivot }) => ({
          value: id,
          label: `${name}（${periodWords(pivot)}）`,
        }))}
        onChange={(id) => {
          const chosen = kept.find((one) => one.id === id);
          if (chosen !== undefined) {
            open(chosen);
          }
        }}
      />
      {changed && <span className={styles.changed}>有改动，未保存</span>}
      {changed && <Button onClick={() => setOpened('change')}>保存改动</Button>}
      {changed && <Button onClick={() => open(plan)}>还原</Button>}
      <Button onClick={() => setOpened('save')}>{plan === undefined ? '保存为方案' : '另存为方案'}</Button>
      {plan !== undefined && <Button onClick={() => setOpened('rename')}>改名</Button>}
      {plan !== undefined && <Button onClick={() => confirmRemoval(plan)}>删除</Button>}
      <span className={styles.end}>{props.children}</span>
      <ErrorLine error={remove.error} />
      {opened !== null && (
        <PlanDialog
          what={opened}
          asked={asked}
          plan={plan}
          onDone={(id) => {
            setOpened(null);
            message.success(opened === 'rename' ? '已改名' : '方案已保存');
            onChange((next) => next.set('plan', String(id)));
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

/** Whether the table that is shown is the kept one, as it stands today. */
function isSame(
  kept: KeptPivot,
  asked: PivotAsked,
  today: Parameters<typeof requestOfChoice>[1],
  calendar: Parameters<typeof requestOfChoice>[2],
): boolean {
  const words = (of: Pick<KeptPivot, 'filter' | 'rows' | 'columns' | 'measure'>) =>
    JSON.stringify([
      of.filter.map(({ dimension, key }) => `${dimension}:${key}`).toSorted(),
      of.rows,
      of.columns,
      of.measure,
    ]);
  const period = requestOfChoice(kept.period, today, calendar);
  return words(kept) === words(asked) && (period === null || periodKey(period) === periodKey(asked.request));
}
