import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { ReceivedPackage } from '#shared/contract/rollups.ts';
import { formatMonth, type PeriodRequest } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { Section } from '../../../components/page.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ErrorState } from '../../../components/states.tsx';
import { PackageDrawer } from './package-drawer.tsx';
import styles from './rollup.module.css';

const stateWords = { standing: '计入', replaced: '已被代替', undone: '已撤销' } as const;

function closingWords({ closed, sequence, kind }: ReceivedPackage): string {
  if (kind === 'sums') return closed ? '汇总，各单位已锁定' : '汇总，未齐或未锁定';
  return closed ? `第 ${sequence} 次锁定` : '未锁定';
}

function Line(props: {
  readonly one: ReceivedPackage;
  readonly onOpen: () => void;
  readonly onUndo: () => void;
}) {
  const { one } = props;
  const which = `${one.officeName}${formatMonth(one.month)}`;
  return (
    <tr data-package={one.state}>
      <th scope="row">
        {one.officeName}
        <small>{formatMonth(one.month)}</small>
      </th>
      <td>
        {closingWords(one)}
        <small>
          {formatInstant(one.countedAt)}，{one.countedBy}
        </small>
      </td>
      <td>
        {stateWords[one.state]}
        {one.undone !== null && (
          <small>
            {one.undone.by}：{one.undone.reason}
          </small>
        )}
      </td>
      <td>
        {formatInstant(one.receivedAt)}
        <small>{one.receivedBy}接收</small>
      </td>
      <td className={styles.hash} title={one.sha256}>
        {one.sha256.slice(0, 16)}…
      </td>
      <td className={styles.buttons}>
        <Button size="small" aria-label={`看${which}的报送包`} onClick={props.onOpen}>
          看
        </Button>
        {one.state !== 'undone' && (
          <Button size="small" type="text" aria-label={`撤销${which}的报送包`} onClick={props.onUndo}>
            撤销
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Every package that came in for the months of a period, with its hash; what was replaced or taken back too. */
export function PackagesPart({ request }: { readonly request: PeriodRequest }) {
  const { message } = App.useApp();
  const [opened, setOpened] = useState<ReceivedPackage | null>(null);
  const [undoing, setUndoing] = useState<ReceivedPackage | null>(null);
  const packages = useQuery(query.rollups.packages.queryOptions({ input: { request } }));
  const undo = useMutation({
    ...query.rollups.undo.mutationOptions(),
    onSuccess: () => {
      setUndoing(null);
      message.success('已撤销');
    },
  });
  if (packages.isError) {
    return (
      <Section title="收到的报送包">
        <ErrorState error={packages.error} onRetry={() => void packages.refetch()} />
      </Section>
    );
  }
  if (packages.data === undefined || packages.data.length === 0) return null;
  return (
    <div className={`${styles.part} no-print`}>
      <Section title="收到的报送包" note={`${packages.data.length} 包`}>
        <div className={styles.scroll}>
          <table className={`${styles.table} ${styles.packages}`}>
            <thead>
              <tr>
                <th scope="col">单位、月份</th>
                <th scope="col">锁定</th>
                <th scope="col">是否计入</th>
                <th scope="col">接收</th>
                <th scope="col">数据指纹（SHA-256）</th>
                <th scope="col">
                  <span className="visually-hidden">办理</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {packages.data.map((one) => (
                <Line
                  key={one.id}
                  one={one}
                  onOpen={() => setOpened(one)}
                  onUndo={() => {
                    undo.reset();
                    setUndoing(one);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      {opened !== null && <PackageDrawer id={opened.id} onClose={() => setOpened(null)} />}
      {undoing !== null && (
        <ReasonDialog
          title={`撤销报送包：${undoing.officeName}${formatMonth(undoing.month)}`}
          okText="撤销"
          saving={undo.isPending}
          error={undo.error}
          onGive={(reason) => undo.mutate({ id: undoing.id, reason })}
          onClose={() => setUndoing(null)}
        >
          <p>撤销以后不再计入；它代替过的一包重新计入。这一包留在列表里，可以重新接收。</p>
        </ReasonDialog>
      )}
    </div>
  );
}
