import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import type { MonthState } from '#shared/contract/months.ts';
import { shortFingerprint } from '#shared/domain/report-standing.ts';
import { formatMonth, formatPeriod } from '#shared/domain/reporting-period.ts';
import { figures } from '#shared/domain/statistics.ts';
import { office, query } from '../../../api.ts';
import { ErrorLine, LoadingState } from '../../../components/states.tsx';
import styles from './closing.module.css';

type Preview = Awaited<ReturnType<typeof office.months.preview>>;

/** What somebody should look at before the month is closed. */
function doubtsOf({ undated, overdue, doubted, adjustments }: Preview): readonly string[] {
  const { carried } = adjustments;
  return [
    ...(undated > 0 ? [`${figures.undated.label} ${undated} 件：没有接收日，不在任何数里`] : []),
    ...(overdue > 0 ? [`${figures.overdue.label} ${overdue} 件`] : []),
    ...(doubted > 0 ? [`有待核事项没有核对的案件 ${doubted} 件`] : []),
    ...(carried !== null && !carried.connected
      ? [`本月的第一天与${formatMonth(carried.month)}的最后一天不相连（统计周期改过），旧存不等于上月未结`]
      : []),
  ];
}

/** Says what closing a month freezes and what is still open, and closes it. */
export function CloseDialog(props: { readonly state: MonthState; readonly onDone: () => void }) {
  const { month, period } = props.state;
  const { message } = App.useApp();
  const preview = useQuery(query.months.preview.queryOptions({ input: { month } }));
  const close = useMutation({
    mutationFn: () => office.months.close({ month }),
    onSuccess: ({ contentSha256 }) => {
      message.success(`${formatMonth(month)}已锁定，校验值 ${shortFingerprint(contentSha256)}`);
      props.onDone();
    },
  });
  return (
    <Modal
      open
      title={`${formatMonth(month)}锁定`}
      okText="锁定"
      okButtonProps={{ disabled: preview.data === undefined, loading: close.isPending }}
      onOk={() => close.mutate()}
      onCancel={props.onDone}
      mask={{ closable: false, blur: false }}
    >
      <div className={styles.dialog}>
        {preview.data === undefined && !preview.isError && <LoadingState label="正在核对…" />}
        {preview.data !== undefined && <Frozen preview={preview.data} days={formatPeriod(period)} />}
        <ErrorLine error={preview.error ?? close.error} />
      </div>
    </Modal>
  );
}

function Frozen(props: { readonly preview: Preview; readonly days: string }) {
  const { preview } = props;
  const doubts = doubtsOf(preview);
  const adjusted = new Set(preview.adjustments.adjustments.map(({ caseId }) => caseId)).size;
  return (
    <>
      <p>锁定时固定下来，以后不再变：</p>
      <ul>
        <li>{props.days}的各项数和全部分项表；</li>
        <li>数背后的 {preview.cases} 件案件，连同当时的日期、金额、归类；</li>
        <li>隐去姓名的 Excel 报表，可以原样重印；</li>
        <li>
          {adjusted === 0
            ? '上期调整：没有。'
            : `上期调整：${adjusted} 件案件在以前的月份锁定以后有改动，计入本月。`}
        </li>
      </ul>
      <p>以后改动这些案件，照样能改；差别列在下个月的“上期调整”里。</p>
      {doubts.length > 0 && (
        <div className={styles.doubts} role="note">
          <strong>锁定以前请核对：</strong>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
