import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ProposalId } from '#shared/contract/ids.ts';
import type { Proposal } from '#shared/contract/mediators.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { followUps } from '#shared/domain/mediator-record.ts';
import { office } from '../../api.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import styles from './proposals.module.css';

/** Proposals with the mediator of each, or with the case that gave rise to it; a wrong entry is cancelled with a reason. */
export function ProposalsTable(props: {
  readonly proposals: readonly Proposal[];
  readonly shows: 'mediator' | 'case';
  readonly mayCancel: boolean;
}) {
  const { shows } = props;
  const { message } = App.useApp();
  const [cancelling, setCancelling] = useState<ProposalId | null>(null);
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      cancelling === null
        ? Promise.resolve(null)
        : office.mediators.cancelProposal({ id: cancelling, reason }),
    onSuccess: () => {
      setCancelling(null);
      message.success('已作废');
    },
  });
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">提交日期</th>
            <th scope="col">种类</th>
            <th scope="col">题目</th>
            <th scope="col">{shows === 'mediator' ? '提出人' : '来自案件'}</th>
            <th scope="col">编号</th>
            <th scope="col">办理情况</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">作废</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.proposals.map((proposal) => (
            <tr key={proposal.id}>
              <td className={styles.day}>{formatLocalDate(proposal.submittedOn)}</td>
              <td className={styles.day}>{followUps[proposal.kind].label}</td>
              <td>{proposal.title}</td>
              <td>
                {shows === 'mediator' ? (
                  <Link to={`/roster/${proposal.mediatorId}`}>{proposal.mediatorName}</Link>
                ) : proposal.caseId === null ? (
                  '—'
                ) : (
                  <Link to={`/cases/${proposal.caseId}`}>{proposal.caseNumber}</Link>
                )}
              </td>
              <td>{proposal.number ?? ''}</td>
              <td>{proposal.result ?? ''}</td>
              <td className="no-print">
                {props.mayCancel && (
                  <Button
                    size="small"
                    type="link"
                    aria-label={`作废“${proposal.title}”`}
                    onClick={() => setCancelling(proposal.id)}
                  >
                    作废
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cancelling !== null && (
        <ReasonDialog
          title="作废这条提案、社情民意信息"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate(reason)}
          onClose={() => {
            cancel.reset();
            setCancelling(null);
          }}
        >
          <p>记录保留在历史里，履职档案随之更正。</p>
        </ReasonDialog>
      )}
    </>
  );
}
