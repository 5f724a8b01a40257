import { CheckCircleOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { MonthClosing as Closing, MonthState } from '#shared/contract/months.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { figureChangesInWords } from '#shared/domain/month-adjustment.ts';
import { shortFingerprint } from '#shared/domain/report-standing.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { office, query } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import { refusalInWords } from '../../../explain.ts';
import { AdjustmentsHint } from './adjustments.tsx';
import { CloseDialog } from './close-dialog.tsx';
import styles from './closing.module.css';

/**
 * Whether a month is closed, by whom and when, and what can be done about it. `frozen`: what is shown of a closed month
 * is what its closing froze; false of a part of it and of a table of one's own, which are counted today.
 */
export function MonthClosing(props: { readonly month: Month; readonly frozen: boolean }) {
  const { month } = props;
  const state = useQuery(query.months.of.queryOptions({ input: { month } }));
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const shown = state.data;
  if (state.isError) {
    return <ErrorLine error={state.error} />;
  }
  if (shown === undefined || shown.month !== month) {
    return null;
  }
  return (
    <section className={`${styles.strip} no-print`} data-closed={shown.closing !== null} aria-label="锁定">
      {shown.closing === null ? (
        <OpenMonth state={shown} onClose={() => setAsking('close')} />
      ) : (
        <ClosedMonth
          state={shown}
          closing={shown.closing}
          frozen={props.frozen}
          onReopen={() => setAsking('reopen')}
        />
      )}
      {shown.reopened.map((closing) => (
        <Reopened key={closing.sequence} month={month} closing={closing} />
      ))}
      {asking === 'close' && <CloseDialog state={shown} onDone={() => setAsking(null)} />}
      {asking === 'reopen' && <ReopenDialog month={month} onDone={() => setAsking(null)} />}
    </section>
  );
}

function OpenMonth(props: { readonly state: MonthState; readonly onClose: () => void }) {
  const { hindrance } = props.state;
  const why = hindrance === null ? null : refusalInWords(hindrance.reason, hindrance.detail);
  return (
    <div className={styles.line}>
      <UnlockOutlined aria-hidden />
      <span className={styles.said}>
        <strong>{formatMonth(props.state.month)}未锁定</strong>
        {why === null ? '：案件更正后，报表随之更新。' : `：${why.advice ?? why.title}`}
      </span>
      <AdjustmentsHint month={props.state.month} />
      {why === null && (
        <Button size="small" onClick={props.onClose}>
          锁定…
        </Button>
      )}
    </div>
  );
}

function useReprint(month: Month, sequence: number | null) {
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async () => saveFile((await office.months.file({ month, sequence })).file),
    onSuccess: (name) => {
      if (name !== null) {
        message.success(`已保存：${name}`);
      }
    },
    onError: () => message.error('没有保存'),
  });
}

function ClosedMonth(props: {
  readonly state: MonthState;
  readonly closing: Closing;
  readonly frozen: boolean;
  readonly onReopen: () => void;
}) {
  const { state, closing } = props;
  const reprint = useReprint(state.month, null);
  return (
    <>
      <div className={styles.line}>
        <LockOutlined aria-hidden />
        <span className={styles.said}>
          <strong>{formatMonth(state.month)}已锁定</strong>
          {closing.sequence > 1 && `（第${closing.sequence}次）`}：{closing.by}，{formatInstant(closing.at)}，
          <span title={`数据的 SHA-256 ${closing.contentSha256}；锁定文件的 SHA-256 ${closing.sha256}`}>
            校验值 {shortFingerprint(closing.contentSha256)}
          </span>
          。{props.frozen && '下面是锁定时的数，以后的改动不影响它。'}
        </span>
        <AdjustmentsHint month={state.month} />
        <Button size="small" loading={reprint.isPending} onClick={() => reprint.mutate()}>
          原样重印
        </Button>
        {state.reopenable && (
          <Button size="small" type="text" onClick={props.onReopen}>
            解除锁定…
          </Button>
        )}
      </div>
      <Difference month={state.month} />
    </>
  );
}

/** What counting anew would give beside what the closed month says. */
function Difference(props: { readonly month: Month }) {
  const difference = useQuery(query.months.difference.queryOptions({ input: props }));
  const parts = difference.data?.parts ?? [];
  if (difference.data === undefined) {
    return null;
  }
  if (parts.length === 0) {
    return (
      <p className={styles.same}>
        <CheckCircleOutlined aria-hidden /> 按今天的登记计数，与锁定时相同。
      </p>
    );
  }
  return (
    <ul className={styles.differences} aria-label="锁定以后的改动">
      {parts.map((part) => (
        <li key={part.in}>
          按今天的登记计数相差：
          {part.changes.length === 0 ? '件数、金额不变，只是归类变动' : figureChangesInWords(part.changes)}（
          {part.cases} 件案件），
          <a href={`#/statistics?month=${part.in}`}>
            {part.frozen ? '已计入' : '计入'}
            {formatMonth(part.in)}的上期调整
          </a>
          。
        </li>
      ))}
    </ul>
  );
}

function Reopened(props: { readonly month: Month; readonly closing: Closing }) {
  const { month, closing } = props;
  const reprint = useReprint(month, closing.sequence);
  if (closing.reopened === null) {
    return null;
  }
  const { at, by, reason } = closing.reopened;
  return (
    <p className={styles.reopened}>
      第{closing.sequence}次锁定（{closing.by}，{formatInstant(closing.at)}）已由{by}于 {formatInstant(at)}{' '}
      解除锁定：{reason}
      <Button size="small" type="link" loading={reprint.isPending} onClick={() => reprint.mutate()}>
        原样重印第{closing.sequence}次
      </Button>
    </p>
  );
}

function ReopenDialog(props: { readonly month: Month; readonly onDone: () => void }) {
  const { message } = App.useApp();
  const reopen = useMutation({
    mutationFn: (reason: string) => office.months.reopen({ month: props.month, reason }),
    onSuccess: () => {
      message.success(`${formatMonth(props.month)}已解除锁定`);
      props.onDone();
    },
  });
  return (
    <ReasonDialog
      title={`${formatMonth(props.month)}解除锁定`}
      okText="解除锁定"
      saving={reopen.isPending}
      error={reopen.error}
      onGive={(reason) => reopen.mutate(reason)}
      onClose={props.onDone}
    >
      <p>
        解除锁定以后，这个月又按登记重新计数。锁定过的数和报表留在登记簿里，仍可原样重印；已经报送出去的，请告诉收表单位。
      </p>
    </ReasonDialog>
  );
}
