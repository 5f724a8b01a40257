import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import { channelLabels, closingLabels, linkKindLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/masking.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { query } from '../../api.ts';
import { StatusMark } from '../case-words/status-mark.tsx';
import { ErrorState, LoadingState } from '../states.tsx';
import styles from './related.module.css';

/** Another case to look at beside the form that is being filled in; nothing in the form is lost or changed. */
export function CasePeek({ id, onClose }: { readonly id: CaseId; readonly onClose: () => void }) {
  const detail = useQuery(query.cases.get.queryOptions({ input: { id } }));
  return (
    <Drawer
      open
      title={detail.data?.internalNumber ?? '案件'}
      placement="left"
      size={480}
      mask={false}
      onClose={onClose}
      extra={<Link to={`/cases/${id}`}>打开案件页</Link>}
    >
      {detail.isPending && <LoadingState label="正在读取案件…" />}
      {detail.isError && <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data !== undefined && <Peeked detail={detail.data} />}
    </Drawer>
  );
}

function claimOf({ facts: { claim } }: CaseDetail): string | null {
  switch (claim.kind) {
    case 'amount':
      return `${formatYuan(claim.fen)} 元`;
    case 'noProperty':
      return '无财产内容';
    case 'notStated':
      return null;
  }
}

function Peeked({ detail }: { readonly detail: CaseDetail }) {
  const { facts, closing, agreement, removed } = detail;
  const told: readonly (readonly [string, string | null])[] = [
    ['案号', facts.courtNumbers.join('、') || null],
    ['平台编号', facts.platformNumber],
    ['通道', channelLabels[facts.channel]],
    ['法院', detail.courtName],
    ['案由', facts.cause?.name ?? null],
    ['标的额', claimOf(detail)],
    ['接收日', facts.receivedOn === null ? null : formatLocalDate(facts.receivedOn)],
    ['调解员', detail.mediatorName],
    [
      '终结',
      closing === null ? null : `${closingLabels[closing.code]}，${formatLocalDate(closing.closedOn)}`,
    ],
    ['协议金额', agreement?.agreedFen == null ? null : `${formatYuan(agreement.agreedFen)} 元`],
    [
      '关联',
      detail.links.map(({ kind, other }) => `${linkKindLabels[kind]} ${other.internalNumber}`).join('；') ||
        null,
    ],
    ['请求事项', facts.claims],
    ['简要案情', facts.facts],
  ];
  return (
    <div className={styles.peek}>
      <p>
        <StatusMark status={detail.status} />
        {removed !== null && <span className={styles.removed}>在回收站：{removed.reason}</span>}
      </p>
      <ul>
        {detail.parties.map((party) => (
          <li key={party.id}>{partyInWords(party)}</li>
        ))}
      </ul>
      <dl>
        {told.map(([label, words]) =>
          words === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

function partyInWords({ role, name, idNumber, phones }: Party): string {
  return [
    `${partyRoleLabels[role]} ${name}`,
    ...(idNumber === null ? [] : [maskIdNumber(idNumber)]),
    ...phones.map(maskPhone),
  ].join('，');
}
