import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Mediator } from '#shared/contract/mediators.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { MediatorDrawer } from './mediator-drawer.tsx';
import { RosterExport } from './roster-export.tsx';
import { everybody, isWanted, RosterFilters } from './roster-filters.tsx';
import { RosterImport } from './roster-import.tsx';
import { byName, RosterTable } from './roster-table.tsx';

/** 名册: the mediators whom the courts have listed. */
export function RosterPage() {
  const mediators = useQuery(query.mediators.list.queryOptions());
  const [parameters, setParameters] = useSearchParams();
  const [wanted, setWanted] = useState(everybody);
  const [opened, setOpened] = useState<Mediator | 'new' | null>(null);
  const [exporting, setExporting] = useState(false);
  const { today } = useOverview();
  const search = useRef<InputRef>(null);
  usePageKeys({ search: () => search.current?.focus({ cursor: 'all' }) });
  const all = mediators.data ?? [];
  const found = all
    .filter((mediator) => isWanted(mediator, wanted, today))
    .toSorted((one, other) => byName.compare(one.name, other.name) || one.id - other.id);
  const importing = parameters.has('import');
  return (
    <Page
      title="名册"
      note={mediators.data === undefined ? undefined : <Totals all={all} />}
      actions={
        <>
          <Button onClick={() => setParameters({ import: '1' })}>导入名册…</Button>
          <Button disabled={found.length === 0} onClick={() => setExporting(true)}>
            导出名册…
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('new')}>
            添加调解员
          </Button>
        </>
      }
    >
      <Section>
        {mediators.isError ? (
          <ErrorState error={mediators.error} onRetry={() => void mediators.refetch()} />
        ) : mediators.data === undefined ? (
          <LoadingState />
        ) : all.length === 0 ? (
          <NobodyListed onImport={() => setParameters({ import: '1' })} onAdd={() => setOpened('new')} />
        ) : (
          <>
            <RosterFilters
              all={all}
              wanted={wanted}
              onWant={setWanted}
              found={found.length}
              search={search}
            />
            <RosterTable found={found} onOpen={setOpened} onClear={() => setWanted(everybody)} />
          </>
        )}
      </Section>
      {opened !== null && (
        <MediatorDrawer
          key={opened === 'new' ? 'new' : opened.id}
          mediator={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
      {exporting && <RosterExport found={found} onClose={() => setExporting(false)} />}
      {importing && <RosterImport onClose={() => setParameters({}, { replace: true })} />}
    </Page>
  );
}

function Totals(props: { readonly all: readonly Mediator[] }) {
  const listed = props.all.filter((mediator) => mediator.standing === 'listed').length;
  const incomplete = props.all.filter((mediator) => mediator.incomplete).length;
  return (
    <>
      在册 {listed} 人{incomplete > 0 && `，待完善 ${incomplete} 人`}
    </>
  );
}

function NobodyListed(props: { readonly onImport: () => void; readonly onAdd: () => void }) {
  return (
    <EmptyState
      title="名册上还没有调解员"
      action={
        <>
          <Button type="primary" onClick={props.onImport}>
            导入名册
          </Button>
          <Button onClick={props.onAdd}>逐个添加</Button>
        </>
      }
    >
      登记案件时从名册里选调解员。导入台账时，台账里的调解员会自动加入名册，标为“待完善”。
    </EmptyState>
  );
}
