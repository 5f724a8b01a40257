import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { RollupUnit } from '#shared/contract/rollups.ts';
import { type Month, monthSchema } from '#shared/domain/local-date.ts';
import { formatMonth, monthsOf, type PeriodRequest } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { FirstFocus } from '../../../components/first-focus.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ErrorLine, LoadingState } from '../../../components/states.tsx';
import { OwnOffice } from './own-office.tsx';
import styles from './rollup.module.css';

/** The offices that are expected to hand in, and what this office is among them. */
export function UnitListDrawer(props: { readonly request: PeriodRequest; readonly onClose: () => void }) {
  const { statistics } = useOverview();
  const [month] = monthsOf(props.request, statistics) ?? [];
  const units = useQuery(query.rollups.units.queryOptions());
  return (
    <Drawer open title="报送单位" size={640} onClose={props.onClose} mask={{ blur: false }}>
      <div className={styles.sums}>
        <FirstFocus />
        <OwnOffice />
        {units.data !== undefined && month !== undefined && <NewUnit request={props.request} from={month} />}
        {units.data === undefined ? <LoadingState /> : <Units units={units.data} />}
      </div>
    </Drawer>
  );
}

function Units({ units }: { readonly units: readonly RollupUnit[] }) {
  const { message } = App.useApp();
  const [removing, setRemoving] = useState<RollupUnit | null>(null);
  const [ending, setEnding] = useState<RollupUnit | null>(null);
  const remove = useMutation({
    ...query.rollups.removeUnit.mutationOptions(),
    onSuccess: () => {
      setRemoving(null);
      message.success('已移出名单');
    },
  });
  if (units.length === 0) return <p>名单是空的。列出应报的单位，缺了哪家汇总表就写出来。</p>;
  return (
    <table className={`${styles.table} ${styles.packages}`}>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">应报月份</th>
          <th scope="col">
            <span className="visually-hidden">办理</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              {unit.name}
              <small>{unit.uid === null ? '还没有报过，第一次报送时按名称对上' : `登记簿 ${unit.uid}`}</small>
            </th>
            <td>
              {formatMonth(unit.from)}起{unit.to !== null && `，到${formatMonth(unit.to)}止`}
            </td>
            <td className={styles.buttons}>
              <Button size="small" aria-label={`改月份：${unit.name}`} onClick={() => setEnding(unit)}>
                改月份
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={`移出：${unit.name}`}
                onClick={() => setRemoving(unit)}
              >
                移出
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
      {ending !== null && (
        <tfoot>
          <tr>
            <td colSpan={3}>
              <UnitMonths key={ending.id} unit={ending} onDone={() => setEnding(null)} />
            </td>
          </tr>
        </tfoot>
      )}
      {removing !== null && (
        <ReasonDialog
          title={`移出名单：${removing.name}`}
          okText="移出"
          saving={remove.isPending}
          error={remove.error}
          onGive={(reason) => remove.mutate({ id: removing.id, version: removing.version, reason })}
          onClose={() => setRemoving(null)}
        >
          <p>不再报送的单位，请用“改月份”写明最后一个月，以前的月份才不会变成“不在名单”。</p>
        </ReasonDialog>
      )}
    </table>
  );
}

function typedMonth(text: string): Month | null {
  const digits = text
    .trim()
    .replace(/^(\d{4})\D?(\d{1,2})$/, (_, year, month) => `${year}-${month.padStart(2, '0')}`);
  return monthSchema.safeParse(digits).data ?? null;
}

function UnitMonths({ unit, onDone }: { readonly unit: RollupUnit; readonly onDone: () => void }) {
  const [from, setFrom] = useState<string>(unit.from);
  const [to, setTo] = useState<string>(unit.to ?? '');
  const save = useMutation({ ...query.rollups.saveUnit.mutationOptions(), onSuccess: onDone });
  const first = typedMonth(from);
  const last = to.trim() === '' ? null : typedMonth(to);
  const ready = first !== null && (to.trim() === '' || last !== null);
  return (
    <div className={styles.adding}>
      <span>{unit.name}</span>
      <Input aria-label="第一个月" value={from} onChange={(event) => setFrom(event.target.value)} />
      <Input
        aria-label="最后一个月"
        placeholder="最后一个月，如 2027-03"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button
        type="primary"
        disabled={!ready}
        loading={save.isPending}
        onClick={() =>
          first !== null &&
          save.mutate({
            id: unit.id,
            version: unit.version,
            unit: { name: unit.name, uid: unit.uid, from: first, to: last },
          })
        }
      >
        保存
      </Button>
      <ErrorLine error={save.error} />
    </div>
  );
}

function NewUnit(props: { readonly request: PeriodRequest; readonly from: Month }) {
  const [name, setName] = useState('');
  const save = useMutation({ ...query.rollups.saveUnit.mutationOptions(), onSuccess: () => setName('') });
  const report = useQuery(query.rollups.report.queryOptions({ input: { request: props.request } }));
  const unlisted = (report.data?.rows ?? []).filter(({ marks }) => marks.includes('notListed'));
  const add = (unit: { name: string; uid: string | null }) =>
    save.mutate({ id: null, version: null, unit: { ...unit, from: props.from, to: null } });
  const ready = name.trim() !== '';
  return (
    <div className={styles.own}>
      {unlisted.map((row) => (
        <Button key={row.key} onClick={() => add({ name: row.name, uid: row.uid })}>
          列入名单：{row.name}（已报，{formatMonth(props.from)}起）
        </Button>
      ))}
      <div className={styles.adding}>
        <Input
          aria-label="单位名称"
          data-first-focus
          value={name}
          maxLength={100}
          placeholder="单位名称，与报送包里的填报单位一致"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => ready && add({ name: name.trim(), uid: null })}
        />
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => add({ name: name.trim(), uid: null })}
        >
          列入名单（{formatMonth(props.from)}起）
        </Button>
      </div>
      <ErrorLine error={save.error} />
    </div>
  );
}
