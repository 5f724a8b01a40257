import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, type InputRef, Select, Table, type TableProps } from 'antd';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Mediator } from '#shared/contract/mediators.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import { query } from '../../api.ts';
import { casesOfMediator } from '../../components/case-filter.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { standingLabels } from './mediator-draft.ts';
import { MediatorDrawer } from './mediator-drawer.tsx';
import styles from './roster.module.css';
import { RosterImport } from './roster-import.tsx';

type Wanted = {
  readonly text: string;
  readonly standing: Mediator['standing'] | null;
  readonly sector: string | null;
  readonly courtId: number | null;
  readonly incompleteOnly: boolean;
};

const everybody: Wanted = { text: '', standing: null, sector: null, courtId: null, incompleteOnly: false };

function isWanted(mediator: Mediator, wanted: Wanted): boolean {
  const words = foldForSearch(wanted.text).split(' ');
  const told = foldForSearch(
    [mediator.name, mediator.employer, mediator.sector, ...mediator.phones, ...mediator.expertise].join(' '),
  );
  return (
    words.every((word) => told.includes(word)) &&
    (wanted.standing === null || mediator.standing === wanted.standing) &&
    (wanted.sector === null || mediator.sector === wanted.sector) &&
    (wanted.courtId === null || mediator.courtId === wanted.courtId) &&
    (!wanted.incompleteOnly || mediator.incomplete)
  );
}

/** 名册: the mediators whom the courts have listed. */
export function RosterPage() {
  const mediators = useQuery(query.mediators.list.queryOptions());
  const [parameters, setParameters] = useSearchParams();
  const [wanted, setWanted] = useState(everybody);
  const [opened, setOpened] = useState<Mediator | 'new' | null>(null);
  const search = useRef<InputRef>(null);
  usePageKeys({ search: () => search.current?.focus({ cursor: 'all' }) });
  const all = mediators.data ?? [];
  const found = all
    .filter((mediator) => isWanted(mediator, wanted))
    .toSorted((one, other) => byName.compare(one.name, other.name) || one.id - other.id);
  const importing = parameters.has('import');
  return (
    <Page
      title="名册"
      note={mediators.data === undefined ? undefined : <Totals all={all} />}
      actions={
        <>
          <Button onClick={() => setParameters({ import: '1' })}>导入名册…</Button>
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
            <Filters all={all} wanted={wanted} onWant={setWanted} found={found.length} search={search} />
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

function Filters(props: {
  readonly all: readonly Mediator[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly found: number;
  readonly search: React.RefObject<InputRef | null>;
}) {
  const { all, wanted } = props;
  const { courts } = useOverview();
  const want = (change: Partial<Wanted>) => props.onWant({ ...wanted, ...change });
  const sectors = [...new Set(all.map((mediator) => mediator.sector).filter((sector) => sector !== null))];
  const courtIds = new Set(all.map((mediator) => mediator.courtId));
  return (
    <search className={styles.filters}>
      <Input
        ref={props.search}
        className={styles.search ?? ''}
        aria-label="查找调解员"
        placeholder="姓名、单位、专长、电话"
        suffix={<kbd>/</kbd>}
        allowClear
        value={wanted.text}
        onChange={(event) => want({ text: event.target.value })}
      />
      <Select
        aria-label="状态"
        placeholder="状态"
        allowClear
        value={wanted.standing}
        className={styles.narrow ?? ''}
        options={(['listed', 'suspended', 'removed'] as const).map((value) => ({
          value,
          label: standingLabels[value],
        }))}
        onChange={(standing) => want({ standing: standing ?? null })}
      />
      <Select
        aria-label="界别"
        placeholder="界别"
        allowClear
        showSearch
        value={wanted.sector}
        className={styles.wide ?? ''}
        options={sectors
          .toSorted((one, other) => one.localeCompare(other, 'zh-CN'))
          .map((value) => ({ value, label: value }))}
        onChange={(sector) => want({ sector: sector ?? null })}
      />
      <Select
        aria-label="入册法院"
        placeholder="入册法院"
        allowClear
        value={wanted.courtId}
        className={styles.wide ?? ''}
        options={courts
          .filter((court) => courtIds.has(court.id))
          .map((court) => ({ value: court.id as number, label: court.shortName }))}
        onChange={(courtId) => want({ courtId: courtId ?? null })}
      />
      <Checkbox
        checked={wanted.incompleteOnly}
        onChange={(event) => want({ incompleteOnly: event.target.checked })}
      >
        只看待完善
      </Checkbox>
      <span className={styles.found} role="status">
        {props.found === all.length ? `共 ${all.length} 人` : `${props.found}／${all.length} 人`}
      </span>
    </search>
  );
}

const byName = new Intl.Collator('zh-CN');

function RosterTable(props: {
  readonly found: readonly Mediator[];
  readonly onOpen: (mediator: Mediator) => void;
  readonly onClear: () => void;
}) {
  const columns: TableProps<Mediator>['columns'] = [
    {
      key: 'name',
      title: '姓名',
      width: '17%',
      sorter: (one, other) => byName.compare(one.name, other.name),
      render: (_, mediator) => (
        <>
          <Button type="link" className={styles.name ?? ''} onClick={() => props.onOpen(mediator)}>
            {mediator.name}
          </Button>
          {mediator.incomplete && <span className={styles.incomplete}>待完善</span>}
        </>
      ),
    },
    { key: 'sector', title: '界别', width: '13%', render: (_, mediator) => mediator.sector ?? '—' },
    {
      key: 'employer',
      title: '职务单位',
      render: (_, mediator) => (
        <span className={styles.employer} title={mediator.employer ?? undefined}>
          {mediator.employer ?? '—'}
        </span>
      ),
    },
    {
      key: 'phones',
      title: '电话',
      width: '12%',
      render: (_, mediator) => (mediator.phones.length === 0 ? '—' : mediator.phones.join('、')),
    },
    {
      key: 'court',
      title: '入册法院',
      width: '13%',
      render: (_, mediator) => mediator.courtShortName ?? '—',
    },
    {
      key: 'term',
      title: '聘期至',
      width: '9%',
      sorter: (one, other) => (one.termTo ?? '').localeCompare(other.termTo ?? ''),
      render: (_, mediator) => mediator.termTo ?? '—',
    },
    {
      key: 'standing',
      title: '状态',
      width: '6%',
      render: (_, mediator) => standingLabels[mediator.standing],
    },
    {
      key: 'pending',
      title: '在办',
      width: '7%',
      align: 'right',
      sorter: (one, other) => one.pendingCases - other.pendingCases,
      render: (_, mediator) => mediator.pendingCases,
    },
    {
      key: 'all',
      title: '全部案件',
      width: '9%',
      align: 'right',
      sorter: (one, other) => one.allCases - other.allCases,
      render: (_, mediator) =>
        mediator.allCases === 0 ? 0 : <Link to={casesOfMediator(mediator.id)}>{mediator.allCases}</Link>,
    },
  ];
  return (
    <Table<Mediator>
      rowKey="id"
      size="small"
      tableLayout="fixed"
      dataSource={[...props.found]}
      columns={columns}
      pagination={props.found.length > 200 ? { pageSize: 200, showSizeChanger: false } : false}
      showSorterTooltip={false}
      locale={{
        emptyText: (
          <EmptyState
            title="没有符合条件的调解员"
            action={<Button onClick={props.onClear}>清除条件</Button>}
          />
        ),
      }}
    />
  );
}
