import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TrainingId } from '#shared/contract/ids.ts';
import type { MediatorRecord, Training } from '#shared/contract/mediators.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { pointItems } from '#shared/domain/mediator-record.ts';
import { office } from '../../../api.ts';
import { formatInstant } from '../../../components/instant.ts';
import { Section } from '../../../components/page.tsx';
import proposals from '../../../components/proposals/proposals.module.css';
import { ProposalsTable } from '../../../components/proposals/proposals-table.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { standingLabels } from '../mediator-draft.ts';
import styles from './record.module.css';

/** What a mediator did beside the cases: trainings, proposals, and changes of the standing. */
export function Beside({ record }: { readonly record: MediatorRecord }) {
  const hours = record.trainings.reduce((sum, training) => sum + (training.hours ?? 0), 0);
  return (
    <>
      <Section
        title="培训"
        note={
          record.trainings.length === 0
            ? '法释〔2016〕14号 第7条'
            : `${record.trainings.length} 次${hours > 0 ? `，${hours} 学时` : ''} · 法释〔2016〕14号 第7条`
        }
      >
        {record.trainings.length === 0 ? (
          <p className={styles.none}>本期没有培训记录。</p>
        ) : (
          <TrainingsTable trainings={record.trainings} />
        )}
        {record.mediator.training !== null && (
          <p className={`${styles.none} no-print`}>名册上的培训说明：{record.mediator.training}</p>
        )}
      </Section>
      <Section title="提案、社情民意信息">
        {record.proposals.length === 0 ? (
          <p className={styles.none}>本期没有由案件引出的提案、社情民意信息。</p>
        ) : (
          <ProposalsTable proposals={record.proposals} shows="case" mayCancel />
        )}
      </Section>
      {record.standings.length > 0 && (
        <Section title="名册状态变动" note="法释〔2016〕14号 第28条">
          <ul>
            {record.standings.map((change) => (
              <li key={change.at}>
                {formatInstant(change.at)}　{standingLabels[change.before]} → {standingLabels[change.after]}（
                {change.staffName}记）
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function TrainingsTable({ trainings }: { readonly trainings: readonly Training[] }) {
  const { message } = App.useApp();
  const [cancelling, setCancelling] = useState<TrainingId | null>(null);
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      cancelling === null
        ? Promise.resolve(null)
        : office.mediators.cancelTraining({ id: cancelling, reason }),
    onSuccess: () => {
      setCancelling(null);
      message.success('已作废');
    },
  });
  return (
    <>
      <table className={proposals.table}>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">内容</th>
            <th scope="col">学时</th>
            <th scope="col">备注</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">作废</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {trainings.map((training) => (
            <tr key={training.id}>
              <td className={proposals.day}>{formatLocalDate(training.trainedOn)}</td>
              <td>{training.topic}</td>
              <td className={proposals.day}>{training.hours ?? ''}</td>
              <td>{training.remarks ?? ''}</td>
              <td className="no-print">
                <Button
                  size="small"
                  type="link"
                  aria-label={`作废“${training.topic}”`}
                  onClick={() => setCancelling(training.id)}
                >
                  作废
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cancelling !== null && (
        <ReasonDialog
          title="作废这条培训记录"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate(reason)}
          onClose={() => {
            cancel.reset();
            setCancelling(null);
          }}
        >
          <p>记录保留，履职档案随之更正。</p>
        </ReasonDialog>
      )}
    </>
  );
}

/** 履职积分 by the office's table; nothing is worth a point until the office fills it in. */
export function PointsPart({ record }: { readonly record: MediatorRecord }) {
  const { lines, total, note } = record.points;
  if (lines.length === 0) {
    return (
      <p className={`${styles.apart} no-print`}>
        积分规则都是 0 分，不计积分。由本单位在<Link to="/settings?part=points">“设置—履职积分”</Link>填写。
      </p>
    );
  }
  return (
    <Section title="履职积分" note={note === null ? '按本单位的积分规则' : `按${note}`}>
      <table className={styles.causes}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">数量</th>
            <th scope="col">每项分值</th>
            <th scope="col">封顶</th>
            <th scope="col">积分</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                {pointItems[line.code].label}
                {line.note !== null && <span className={styles.formula}>{line.note}</span>}
              </th>
              <td>
                {line.count} {pointItems[line.code].unit}
              </td>
              <td>{line.each}</td>
              <td>{line.most ?? '不封顶'}</td>
              <td>{line.points}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              合计
            </th>
            <td>{total}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
