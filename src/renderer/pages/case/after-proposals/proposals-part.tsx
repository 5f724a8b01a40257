import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { ProposalDrawer } from '../../../components/proposals/proposal-drawer.tsx';
import { ProposalsTable } from '../../../components/proposals/proposals-table.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import shared from '../case.module.css';

/** 提案、社情民意信息 that the case gave rise to: what members do with what they learn from disputes. */
export function ProposalsPart({ detail }: { readonly detail: CaseDetail }) {
  const proposals = useQuery(query.mediators.proposalsOfCase.queryOptions({ input: { caseId: detail.id } }));
  const [adding, setAdding] = useState(false);
  const live = detail.removed === null;
  return (
    <Section
      title="提案、社情民意信息"
      note="由本案引出的，记入调解员的履职档案"
      actions={live && <Button onClick={() => setAdding(true)}>记提案、社情民意</Button>}
    >
      <ErrorLine error={proposals.error} />
      {proposals.data !== undefined &&
        (proposals.data.length === 0 ? (
          <p className={shared.unknown}>没有由本案引出的提案、社情民意信息。</p>
        ) : (
          <ProposalsTable proposals={proposals.data} shows="mediator" mayCancel={live} />
        ))}
      {adding && (
        <ProposalDrawer
          from={{ case: detail.id, mediatorId: detail.facts.mediatorId }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
