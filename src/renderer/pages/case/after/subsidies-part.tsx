import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Subsidy } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { SubsidyId } from '#shared/contract/ids.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { office, query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import outcome from '../outcome.module.css';
import { useCommand } from '../use-case.ts';
import styles from './after.module.css';
import { type Grantee, GrantForm, PayForm } from './subsidy-forms.tsx';

/** Who can be given a subsidy for the case and was not yet: the mediator first, then those who assisted. */
function useGrantees({ facts, after }: CaseDetail): readonly Grantee[] {
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const ids = [...(facts.mediatorId === null ? [] : [facts.mediatorId]), ...facts.assistingMediatorIds];
  return ids
    .filter((id) => !after.subsidies.some(({ mediatorId }) => mediatorId === id))
    .map((id) => ({ id, name: mediators.find((one) => one.id === id)?.name ?? '' }));
}

/** 以案定补: by a line of the office's table, once per case and mediator, paid once. */
export function SubsidiesPart(props: { readonly detail: CaseDetail; readonly shown: boolean }) {
  const { detail, shown } = props;
  const { subsidies, subsidyRules } = detail.after;
  const [open, setOpen] = useState<'grant' | Subsidy | null>(null);
  const grantees = useGrantees(detail);
  const rulesKept = useQuery(query.settings.all.queryOptions()).data?.subsidies.value.rules.length ?? 0;
  const can = detail.removed === null && subsidyRules.length > 0 && grantees.length > 0;
  return (
    <Section
      title="以案定补"
      note="法释〔2016〕14号 第29条；标准由本室填写"
      actions={can && open === null && <Button onClick={() => setOpen('grant')}>登记补贴</Button>}
    >
      {open === 'grant' && (
        <GrantForm detail={detail} grantees={grantees} shown={shown} onDone={() => setOpen(null)} />
      )}
      {open !== null && open !== 'grant' && (
        <PayForm subsidy={open} shown={shown} onDone={() => setOpen(null)} />
      )}
      {subsidies.length === 0 && open === null && (
        <p className={styles.quiet}>
          {rulesKept === 0 ? (
            <>
              还没有补贴标准。<Link to="/settings?part=subsidies">到“设置—补贴标准”填写</Link>
            </>
          ) : subsidyRules.length === 0 ? (
            '这件案件不符合任何一条补贴标准。'
          ) : grantees.length === 0 ? (
            '没有登记调解员。'
          ) : (
            '还没有登记补贴。'
          )}
        </p>
      )}
      {subsidies.length > 0 && <SubsidiesTable detail={detail} onPay={setOpen} />}
    </Section>
  );
}

function SubsidiesTable(props: { readonly detail: CaseDetail; readonly onPay: (subsidy: Subsidy) => void }) {
  const { detail, onPay } = props;
  const [cancelling, setCancelling] = useState<Subsidy | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: SubsidyId; reason: string }) => office.after.cancelSubsidy({ id, reason }),
    onDone: () => setCancelling(null),
  });
  const live = detail.removed === null;
  return (
    <>
      <table className={outcome.table}>
        <thead>
          <tr>
            <th scope="col">调解员</th>
            <th scope="col">标准</th>
            <th scope="col" className={outcome.number}>
              金额（元）
            </th>
            <th scope="col">登记日期</th>
            <th scope="col">发放</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.after.subsidies.map((one) => (
            <tr key={one.id}>
              <td>{one.mediatorName}</td>
              <td>{one.rule}</td>
              <td className={outcome.number}>{formatYuan(one.amountFen)}</td>
              <td>{formatLocalDate(one.grantedOn)}</td>
              <td>
                {one.paidOn === null
                  ? '未发放'
                  : `${formatLocalDate(one.paidOn)}${one.voucher === null ? '' : `，${one.voucher}`}`}
              </td>
              <td>
                {live && one.paidOn === null && (
                  <Button size="small" type="link" onClick={() => onPay(one)}>
                    记发放
                  </Button>
                )}
                {live && (
                  <Button size="small" type="link" onClick={() => setCancelling(one)}>
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
          title="作废这笔补贴"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling.id, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>
            {cancelling.paidOn === null
              ? '作废后可以重新登记。'
              : '这笔已登记发放：确认款项没有真的付出再作废，以免重复发放。'}
          </p>
        </ReasonDialog>
      )}
    </>
  );
}
