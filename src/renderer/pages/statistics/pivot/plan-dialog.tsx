import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { SavedPivotId } from '#shared/contract/ids.ts';
import type { KeptPivot, SavedPivot } from '#shared/contract/pivots.ts';
import type { PivotAsked } from '#shared/contract/statistics.ts';
import {
  type MovingPeriod,
  movingNameOf,
  movingPeriods,
  type PeriodRequest,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { office, query, queryClient } from '../../../api.ts';
import { FirstFocus } from '../../../components/first-focus.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './pivot.module.css';

const titles = { save: '保存为方案', change: '保存改动', rename: '方案改名' } as const;

/** The name of a table that is kept, and whether its period moves with the day. */
export function PlanDialog(props: {
  readonly what: keyof typeof titles;
  readonly asked: PivotAsked;
  readonly plan: SavedPivot | undefined;
  readonly onDone: (id: SavedPivotId) => void;
  readonly onClose: () => void;
}) {
  const { what, asked, plan } = props;
  const { today, statistics } = useOverview();
  const moving = movingNameOf(asked.request, today, statistics);
  const [name, setName] = useState(what === 'rename' ? (plan?.name ?? '') : '');
  // Whoever looks at a past month uses the table every month: nailed to that month it would throw them back.
  const [period, setPeriod] = useState<KeptPivot['period']['kind']>(
    moving === undefined ? 'chosen' : 'moving',
  );
  const save = useMutation({
    mutationFn: async () => {
      const { request, ...shape } = asked;
      const pivot: KeptPivot = {
        ...shape,
        period: keptPeriod(period, request, moving),
      };
      if (what === 'save' || plan === undefined) {
        return office.pivots.save({ name: name.trim(), pivot });
      }
      const { id, version } = plan;
      return what === 'change'
        ? office.pivots.change({ id, version, pivot })
        : office.pivots.rename({ id, version, name: name.trim() });
    },
    onSuccess: async ({ id }) => {
      // Whoever renames and at once removes must know the version that the renaming made.
      await queryClient.invalidateQueries({ queryKey: query.pivots.key() });
      props.onDone(id);
    },
  });
  const named = what === 'change' || name.trim() !== '';
  const ready = named && !save.isPending;
  return (
    <Modal
      open
      title={what === 'change' ? `${titles.change}：${plan?.name ?? ''}` : titles[what]}
      okText="保存"
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={props.onClose}
      mask={{ closable: false, blur: false }}
    >
      <div className={styles.dialog}>
        <FirstFocus />
        {what !== 'change' && (
          <>
            <label htmlFor="plan-name">方案名称</label>
            <Input
              id="plan-name"
              value={name}
              maxLength={40}
              autoComplete="off"
              data-first-focus
              placeholder="例如：每月各委员结案"
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => ready && save.mutate()}
            />
          </>
        )}
        {what !== 'rename' && (
          <Radio.Group
            aria-label="打开时的统计期"
            value={period}
            vertical
            onChange={(event) => setPeriod(event.target.value)}
            options={[
              { value: 'chosen', label: '按页面所选统计期：打开方案不换统计期' },
              ...(moving === undefined
                ? []
                : [
                    {
                      value: 'moving',
                      label: `随打开的日子走：${movingPeriods[moving].label}（现在是${shortPeriodName(asked.request)}）`,
                    },
                  ]),
              { value: 'fixed', label: `固定：${shortPeriodName(asked.request)}` },
            ]}
          />
        )}
        <ErrorLine error={save.error} />
      </div>
    </Modal>
  );
}

function keptPeriod(
  kind: KeptPivot['period']['kind'],
  request: PeriodRequest,
  moving: MovingPeriod | undefined,
): KeptPivot['period'] {
  if (kind === 'moving' && moving !== undefined) return { kind, period: moving };
  return kind === 'fixed' ? { kind, request } : { kind: 'chosen' };
}
