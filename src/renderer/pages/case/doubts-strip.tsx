import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CaseDetail, Doubt } from '#shared/contract/cases.ts';
import { office } from '../../api.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './doubts-strip.module.css';
import { useCommand } from './use-case.ts';

/** 待核: what somebody should look at, with what was found. It never keeps the case out of the figures. */
export function DoubtsStrip({ detail }: { readonly detail: CaseDetail }) {
  const [settledShown, setSettledShown] = useState(false);
  const open = detail.doubts.filter(({ settled }) => settled === null);
  const settled = detail.doubts.filter((doubt) => doubt.settled !== null);
  if (detail.doubts.length === 0) {
    return null;
  }
  return (
    <section className={styles.doubtsStrip} data-open={open.length > 0} aria-label="待核事项">
      <div className={styles.doubtsHead}>
        <strong>{open.length > 0 ? `待核 ${open.length} 项` : '待核事项都已核对'}</strong>
        {settled.length > 0 && (
          <Button type="link" size="small" onClick={() => setSettledShown(!settledShown)}>
            {settledShown ? '收起已核对的' : `看已核对的 ${settled.length} 项`}
          </Button>
        )}
      </div>
      <ul>
        {open.map((doubt) => (
          <OpenDoubt key={doubt.id} doubt={doubt} />
        ))}
        {settledShown &&
          settled.map((doubt) => (
            <li key={doubt.id} className={styles.settled}>
              {doubt.sentence} —— {doubt.settled?.by}：{doubt.settled?.settlement}
            </li>
          ))}
      </ul>
    </section>
  );
}

function OpenDoubt({ doubt }: { readonly doubt: Doubt }) {
  const [settling, setSettling] = useState(false);
  const [settlement, setSettlement] = useState('');
  const settle = useCommand({
    run: () => office.cases.settleDoubt({ id: doubt.id, settlement: settlement.trim() }),
    onDone: () => setSettling(false),
  });
  return (
    <li>
      <span>{doubt.sentence}</span>
      {settling ? (
        <form
          className={styles.settle}
          onSubmit={(event) => {
            event.preventDefault();
            if (settlement.trim() !== '') {
              settle.mutate(undefined);
            }
          }}
        >
          <Input
            autoFocus
            size="small"
            aria-label="核对结果"
            placeholder="核对结果，如：与原件一致"
            maxLength={500}
            value={settlement}
            onChange={(event) => setSettlement(event.target.value)}
          />
          <Button
            size="small"
            type="primary"
            htmlType="submit"
            loading={settle.isPending}
            disabled={settlement.trim() === ''}
          >
            核对完毕
          </Button>
          <Button size="small" onClick={() => setSettling(false)}>
            取消
          </Button>
        </form>
      ) : (
        <Button size="small" onClick={() => setSettling(true)}>
          核对
        </Button>
      )}
      <ErrorLine error={settle.error} />
    </li>
  );
}
