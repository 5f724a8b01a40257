import { Button, Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import type { Mediator } from '#shared/contract/mediators.ts';
import { casesOfMediator } from '../../components/case-filter.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { EmptyState } from '../../components/states.tsx';
import { standingLabels } from './mediator-draft.ts';
import styles from './roster.module.css';
import { isTermAlarming } from './roster-filters.tsx';

export const byName = new Intl.Collator('zh-CN');

export function RosterTable(props: {
  readonly found: readonly Mediator[];
  readonly onOpen: (mediator: Mediator) => void;
  readonly onClear: () => void;
}) {
  const { today } = useOverview();
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
    { key: 'sector', title: '界别', width: '11%', render: (_, mediator) => mediator.sector ?? '—' },
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
      width: '11%',
      render: (_, mediator) => (mediator.phones.length === 0 ? '—' : mediator.phones.join('、')),
    },
    {
      key: 'court',
      title: '入册法院',
      width: '12%',
      render: (_, mediator) => mediator.courtShortName ?? '—',
    },
    {
      key: 'term',
      title: '聘期至',
      width: '9%',
      sorter: (one, other) => (one.termTo ?? '').localeCompare(other.termTo ?? ''),
      render: (_, mediator) =>
        isTermAlarming(mediator, today) ? (
          <span className={styles.alarming} title="聘期已满或 90 天内届满">
            ▲ {mediator.termTo}
          </span>
        ) : (
          (mediator.termTo ?? '—')
        ),
    },
    {
      key: 'standing',
      title: '状态',
      width: '5%',
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
    {
      key: 'record',
      title: '履职',
      width: '5%',
      render: (_, mediator) => (
        <Link to={`/roster/${mediator.id}`} aria-label={`${mediator.name}的履职档案`}>
          档案
        </Link>
      ),
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
